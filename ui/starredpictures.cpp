#include "ui/starredpictures.h"

#include "app/images/pictureowners.h"
#include "app/library/library.h"
#include "ui/imagethread.h"
#include "ui/picturefetching.h"

#include <chrono>

using namespace std::chrono_literals;

// Who stars one article often stars another; and a program that starts has better things to do.
constexpr auto settlingTime = 5s;

StarredPictures::StarredPictures(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    // Said whenever any mark may be another one, and once an archive is read.
    connect(&parts.library, &Library::viewsCounted, this, [this](const ViewCounts &counts) {
        if (counts.starred > 0)
            m_settling.start();
    });
    connect(&m_settling, &QTimer::timeout, &parts.library, &Library::requestStarred);
    connect(&parts.library, &Library::starredKnown, this, &StarredPictures::give);
    connect(&parts.library, &Library::archiveLeft, this, &StarredPictures::leaveArchive);
}

void StarredPictures::leaveArchive()
{
    m_settling.stop();
    m_given.clear();
    QMetaObject::invokeMethod(&m_parts.images.owners(), &PictureOwners::stop);
}

void StarredPictures::give(const QList<StarredFile> &files)
{
    QList<PictureOwners::Wanted> wanted;
    for (const StarredFile &file : files) {
        if (m_given.contains(file.identity))
            continue;
        m_given.insert(file.identity);
        ArticleHead head;
        head.identity = file.identity;
        head.path = file.path;
        wanted << PictureOwners::Wanted{static_cast<quint64>(file.identity),
                                        picturesOf(head, m_parts.library.root(), m_parts.notes)};
    }
    PictureOwners *owners = &m_parts.images.owners();
    if (!wanted.isEmpty())
        QMetaObject::invokeMethod(owners, [owners, wanted] { owners->add(wanted); });
}

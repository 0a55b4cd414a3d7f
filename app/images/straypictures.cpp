#include "app/images/straypictures.h"

#include "app/images/imageindex.h"
#include "app/images/imagepolicy.h"
#include "app/images/sha256.h"
#include "app/images/storefolder.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

// Of one slice.
constexpr int filesAtOnce = 16;
constexpr qint64 bytesAtOnce = 4 * 1024 * 1024;

void StrayPictures::open(const QString &folder)
{
    m_folder = folder;
    m_leftAlone.clear();
    m_lookedThrough.clear();
}

bool StrayPictures::adopt(const QString &key)
{
    return m_index.isStray(key.first(2)) && QFile::exists(storedFile(m_folder, key)) &&
           adoptFile(key) == Adoption::Done;
}

// What is a picture is believed, as no half of one ever gets its name.
StrayPictures::Adoption StrayPictures::adoptFile(const QString &key)
{
    const QString path = storedFile(m_folder, key);
    const QFileInfo file(path);
    const std::optional<QByteArray> bytes =
        file.size() <= maximumImageBytes ? readStoredFile(path, file.size()) : QByteArray();
    if (!bytes)
        return Adoption::LeftAlone; // it may be readable another time
    if (checkImage(*bytes) != ImageFailure::None)
        return QFile::remove(path) ? Adoption::Done : Adoption::LeftAlone;
    const ImageFacts facts{bytes->size(), sha256(*bytes), int(imageType(*bytes)), imageSize(*bytes),
                           file.lastModified().toMSecsSinceEpoch()};
    return m_index.setFound(key, facts) ? Adoption::Done : Adoption::NotWritten;
}

bool StrayPictures::adoptSome()
{
    QStringList parts = m_index.strayParts();
    parts.removeIf([this](const QString &part) { return m_lookedThrough.contains(part); });
    if (parts.isEmpty())
        return false;
    QStringList empty;
    std::copy_if(parts.cbegin(), parts.cend(), std::back_inserter(empty),
                 [this](const QString &part) { return !QFile::exists(m_folder + u'/' + part); });
    return empty.isEmpty() ? adoptSomeOf(parts.first()) : m_index.setLookedAt(empty);
}

bool StrayPictures::adoptSomeOf(const QString &part)
{
    const std::optional<QStringList> known = m_index.keysIn(part);
    if (!known)
        return false;
    const QStringList stray = strayKeys(m_folder, part, *known + m_leftAlone.value(part), filesAtOnce);
    qint64 read = 0;
    for (const QString &key : stray) {
        read += QFileInfo(storedFile(m_folder, key)).size();
        const Adoption adoption = adoptFile(key);
        if (adoption == Adoption::NotWritten)
            return false;
        if (adoption == Adoption::LeftAlone)
            m_leftAlone[part] << key;
        if (read >= bytesAtOnce)
            return true;
    }
    if (stray.size() == filesAtOnce)
        return true;
    if (!m_leftAlone.contains(part) && QFileInfo(m_folder + u'/' + part).isReadable())
        return m_index.setLookedAt({part});
    m_lookedThrough.insert(part);
    return true;
}

#include "ui/marksharing.h"

#include "app/catalog/marksshare.h"
#include "app/library/library.h"
#include "app/library/settings.h"
#include "ui/noticebar.h"

#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

MarkSharing::MarkSharing(Library &library, Settings &settings, NoticeBar &notices, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_settings(settings)
    , m_notices(notices)
{
    connect(&library, &Library::marksShared, this, [this](const SharedMarks &shared) {
        const QString time = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
        if (shared.unreadable.isEmpty())
            setState(
                tr("Shared with %Ln other machine(s); last looked at %1.", nullptr, shared.devices).arg(time),
                true);
        else
            setState(tr("The shared marks in %1 cannot be read; a newer Lectern may have written them.")
                         .arg(shared.unreadable.join(u", "_s)),
                     false);
    });
    connect(&library, &Library::marksShareFailed, this, [this](const QString &reason) {
        setState(tr("The marks cannot be shared by way of “%1”: %2. They are kept here, and shared once that "
                    "works.")
                     .arg(QDir::toNativeSeparators(folder()), reason),
                 false);
    });
    if (!folder().isEmpty())
        m_library.shareMarks(folder());
}

QString MarkSharing::folder() const
{
    return m_settings.marksFolder();
}

QString MarkSharing::stateText() const
{
    return folder().isEmpty() ? QString() : m_state;
}

void MarkSharing::share(const QString &folder)
{
    m_settings.setMarksFolder(folder);
    m_state.clear();
    m_notices.settle(Notice::Sharing);
    m_library.shareMarks(folder);
    Q_EMIT stateChanged();
}

void MarkSharing::setState(const QString &sentence, bool isGood)
{
    if (folder().isEmpty())
        return; // an answer from before
    m_state = sentence;
    if (isGood)
        m_notices.settle(Notice::Sharing);
    else
        m_notices.put(Notice::Sharing, sentence);
    Q_EMIT stateChanged();
}

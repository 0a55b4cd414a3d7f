#include "ui/archivenotices.h"

#include "app/library/library.h"

#include <QDir>
#include <QEvent>
#include <QLocale>
#include <QWidget>

ArchiveNotices::ArchiveNotices(Library &library, QWidget *window)
    : QObject(window)
    , m_library(library)
{
    window->installEventFilter(this);
    connect(&library, &Library::passFinished, this, &ArchiveNotices::passFinished);
    connect(&library, &Library::catalogueUnusable, this, [this](const QString &reason) {
        Q_EMIT said(
            tr("The catalogue cannot be kept on disk (%1); it is made anew at each start.").arg(reason));
    });
    connect(&library, &Library::marksUnusable, this, [this](const QString &reason) {
        Q_EMIT said(tr("What you read and star cannot be kept: %1.").arg(reason));
    });
    connect(&library, &Library::watchLimitReached, this, [this] {
        Q_EMIT said(tr("The system watches no more folders: what changes in them shows when you come back to "
                       "this window, or press F5."));
    });
}

bool ArchiveNotices::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        m_library.catchUp();
    return QObject::eventFilter(watched, event);
}

void ArchiveNotices::passFinished(const PassResult &result)
{
    const QString folder = QDir::toNativeSeparators(m_library.folder());
    const bool isUnreadable = !result.error.isEmpty() && result.articles > 0;
    const bool isBack = m_away == folder && result.complete && !result.isEmptied;
    if (isUnreadable)
        Q_EMIT said(
            tr("“%1” cannot be read: %2. The list is as it was last seen.").arg(folder, result.error));
    else if (result.isEmptied)
        Q_EMIT said(tr("“%1” holds no article now; its disk may be away. The list is as it was last seen; F5 "
                       "empties it.")
                        .arg(folder));
    else if (result.missing > 0)
        Q_EMIT said(
            tr("%Ln article(s) are gone from the folder; they stay listed until it has been quiet for "
               "a minute, or until you press F5.",
               nullptr, result.missing));
    else if (isBack && result.articles > 0)
        Q_EMIT said(tr("“%1” is there again.").arg(folder));
    if (isUnreadable || result.isEmptied)
        m_away = folder;
    else if (isBack)
        m_away.clear();
}

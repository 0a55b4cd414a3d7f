#include "ui/archivenotices.h"

#include "app/catalog/marksrepair.h"
#include "app/library/library.h"
#include "ui/commandlist.h"
#include "ui/noticebar.h"

#include <QDir>
#include <QEvent>
#include <QLocale>
#include <QWidget>

ArchiveNotices::ArchiveNotices(Library &library, NoticeBar &bar, const QAction &reload, QWidget *window)
    : QObject(window)
    , m_library(library)
    , m_bar(bar)
    , m_reload(reload)
{
    window->installEventFilter(this);
    connect(&bar, &NoticeBar::chosen, &library, [&library](Notice notice) {
        if (notice == Notice::Folder)
            library.refresh();
    });
    connect(&library, &Library::archiveLeft, this, [this] {
        for (const Notice notice : {Notice::Catalogue, Notice::Folder, Notice::Watch})
            m_bar.settle(notice);
    });
    connect(&library, &Library::passFinished, this, &ArchiveNotices::passFinished);
    connect(&library, &Library::catalogueUnusable, this, [this](const QString &reason) {
        m_bar.put(
            Notice::Catalogue,
            tr("The catalogue cannot be kept on disk (%1); it is made anew at each start.").arg(reason));
    });
    connect(&library, &Library::marksUnusable, this, [this](const QString &reason) {
        m_bar.put(Notice::Marks, tr("What you read and star cannot be kept: %1.").arg(reason));
    });
    connect(&library, &Library::marksAreNewer, this, [this] {
        m_bar.put(Notice::Marks, tr("A newer Lectern wrote what you read and starred; this one leaves it "
                                    "alone, and keeps nothing that you mark."));
    });
    connect(&library, &Library::marksBackupFailed, this, [this](const QString &reason) {
        m_bar.put(Notice::Marks,
                  tr("There is no copy of today of what you read and starred: %1.").arg(reason));
    });
    connect(&library, &Library::marksRepaired, this,
            [this](const MarksRepair &repair) { m_bar.put(Notice::Marks, repairText(repair)); });
    connect(&library, &Library::watchLimitReached, this, [this] {
        m_bar.put(Notice::Watch,
                  tr("The system watches no more folders: what changes in them shows when you come back to "
                     "this window, or use %1.")
                      .arg(keyOrName(m_reload)));
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
    const bool isPartOfIt = !result.isEmptied && result.missing > 0 && result.missing == result.articles;
    if (m_away == folder && isPartOfIt)
        return; // the watcher tells, bit by bit, what was said already
    const QString state = stateOfFolder(result);
    const bool isAway = result.isEmptied || (!result.error.isEmpty() && result.articles > 0);
    const bool isBack = m_away == folder && result.complete && !result.isEmptied;
    if (state.isEmpty())
        m_bar.settle(Notice::Folder);
    else
        m_bar.put(Notice::Folder, state, result.error.isEmpty() ? QString() : tr("Look Again"));
    if (isBack && result.articles > 0)
        Q_EMIT said(tr("“%1” is there again.").arg(folder));
    if (isAway)
        m_away = folder;
    else if (isBack)
        m_away.clear();
}

QString ArchiveNotices::stateOfFolder(const PassResult &result) const
{
    const QString folder = QDir::toNativeSeparators(m_library.folder());
    if (!result.error.isEmpty() && result.articles > 0)
        return tr("“%1” cannot be read: %2. The list is as it was last seen.").arg(folder, result.error);
    if (result.isEmptied)
        return tr("“%1” holds no article now; its disk may be away. The list is as it was last seen; %2 "
                  "empties it.")
            .arg(folder, keyOrName(m_reload));
    if (result.missing > 0)
        return tr("%Ln article(s) are gone from the folder; they stay listed until it has been quiet for "
                  "a minute, or until you use %1.",
                  nullptr, result.missing)
            .arg(keyOrName(m_reload));
    return {};
}

QString ArchiveNotices::repairText(const MarksRepair &repair)
{
    const QString file = QDir::toNativeSeparators(repair.setAside);
    if (!repair.backup.isValid())
        return tr("The file of what you read and starred was damaged, and there was no copy of it: Lectern "
                  "kept "
                  "what it could read. The damaged file is “%1”.")
            .arg(file);
    const QString day = QLocale().toString(repair.backup, QLocale::LongFormat);
    if (repair.setAside.isEmpty())
        return tr("The file of what you read and starred was gone; the copy of %1 stands in for it.")
            .arg(day);
    return tr("The file of what you read and starred was damaged; the copy of %1 stands in for it, with what "
              "could still be read. The damaged file is “%2”.")
        .arg(day, file);
}

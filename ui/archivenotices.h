#pragma once

#include "app/catalog/catalogtypes.h"

#include <QObject>

class Library;
struct MarksRepair;
class NoticeBar;
class QAction;
class QWidget;

// What the library reports of the open archive while it is open, in sentences; and tells it when the reader
// comes back to the window.
class ArchiveNotices final : public QObject
{
    Q_OBJECT

public:
    // `reload` is named where it helps.
    ArchiveNotices(Library &library, NoticeBar &bar, const QAction &reload, QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void said(const QString &sentence); // in passing

private:
    void passFinished(const PassResult &result);
    static QString repairText(const MarksRepair &repair);
    QString stateOfFolder(const PassResult &result) const;

    Library &m_library;
    NoticeBar &m_bar;
    const QAction &m_reload;
    QString m_away; // the folder of which the reader was told that it is away
};

#pragma once

#include "tests/patience.h"
#include "ui/busystatus.h"
#include "ui/statusline.h"

#include <QMainWindow>
#include <QMenu>
#include <QTest>
#include <QToolButton>

// What the tests of the status bar ask of its works and of their count.
class StatusLineTest : public QObject
{
protected:
    static QList<BusyStatus *> addWorks(StatusLine &line, const QStringList &sentences)
    {
        QList<BusyStatus *> works;
        for (const QString &sentence : sentences) {
            works << new BusyStatus;
            line.insertWork(works.last());
            works.last()->begin(sentence, BusyStatus::Stopping::Possible);
        }
        return works;
    }

    static QStringList entriesOf(const QToolButton &rest)
    {
        QStringList entries;
        for (const QAction *entry : rest.menu()->actions()) {
            if (entry->isVisible())
                entries << entry->text();
        }
        return entries;
    }

    static int left(const StatusLine &line, const QWidget &work)
    {
        return work.mapTo(&line, QPoint(0, 0)).x();
    }
};

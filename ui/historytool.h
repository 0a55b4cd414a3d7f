#pragma once

#include <QObject>
#include <QPointer>

class HistoryDialog;
class Library;
class MarkingsDialog;
class QAction;
class ReadingHistory;

// Opens the two windows on what the reader did, what was read and what was marked, and keeps them up to date
// while they are open.
class HistoryTool final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *history;
        QAction *markings;
    };
    HistoryTool(const Actions &actions, Library &library, ReadingHistory &history, QWidget *window);

private:
    void openHistory();
    void openMarkings();
    void refresh();

    Library &m_library;
    ReadingHistory &m_history;
    QWidget *m_window;
    QPointer<HistoryDialog> m_read;
    QPointer<MarkingsDialog> m_marked;
};

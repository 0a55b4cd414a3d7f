#pragma once

#include "app/images/collecttally.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

// A part of the status bar: how far the fetching of many articles' pictures is, with ways to pause and stop
// it, and how it ended, until the reader puts that away.
class FetchStatus final : public QWidget
{
    Q_OBJECT

public:
    FetchStatus(QAction *pause, QAction *stop, QAction *report, QWidget *parent = nullptr); // hidden

public Q_SLOTS:
    void showProgress(const CollectTally &tally);
    void showResult(const CollectTally &tally, CollectEnd end);

Q_SIGNALS:
    void stopWanted();
    void stoppableChanged(bool stoppable);

private:
    QToolButton *addButton(QAction *action); // null: whatever it does is not in a menu
    void showRunning(bool running);

    CollectTally m_tally; // that is shown
    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_pause;
    QToolButton *m_stop;
    QToolButton *m_report;
    QToolButton *m_dismiss;
};

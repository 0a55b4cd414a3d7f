#pragma once

#include <QObject>

class QSocketNotifier;

// The end of a session, Ctrl+C in a terminal and `kill` reach a program as signals of the system: SIGTERM,
// SIGINT, SIGHUP. The first of each is passed on as a question; a second one ends the program as it does any
// other. One that was ignored before, as nohup(1) does it, stays so. Where there are no such signals
// (Windows), nobody asks. One at a time in a program.
class QuitSignals final : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override; // the signals end the program again

Q_SIGNALS:
    void quitWanted();

private:
    QSocketNotifier *m_notifier = nullptr;
};

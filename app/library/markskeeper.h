#pragma once

#include <QDateTime>
#include <QObject>

class QTimer;

// Checks the marks and copies them once a day, on a thread of its own: reading every page of a million marks
// takes a second.
class MarksKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit MarksKeeper(QDateTime (*now)());

public Q_SLOTS:
    // From now on, some seconds later for the first time.
    void keep(const QString &file);
    void look(); // now

Q_SIGNALS:
    void looked(); // the marks are sound, and this day has its copy
    void damageFound(const QString &reason);
    void backupFailed(const QString &reason); // the system's own

private:
    QDateTime (*const m_now)();
    QString m_file;
    QTimer *m_timer;
};

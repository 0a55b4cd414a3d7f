#include "app/library/markskeeper.h"

#include "app/catalog/marksbackup.h"

#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

constexpr auto firstLook = 20s;      // when the window has long been usable
constexpr auto betweenLooks = 15min; // a day begins while the program runs

MarksKeeper::MarksKeeper(QDateTime (*now)())
    : m_now(now)
    , m_timer(new QTimer(this))
{
    connect(m_timer, &QTimer::timeout, this, &MarksKeeper::look);
}

void MarksKeeper::keep(const QString &file)
{
    m_file = file;
    m_timer->start(firstLook);
}

void MarksKeeper::look()
{
    m_timer->start(betweenLooks);
    QString error;
    switch (backUpMarks(m_file, m_now().date(), &error)) {
    case BackupOutcome::Done:
        Q_EMIT looked();
        break;
    case BackupOutcome::Damaged:
        Q_EMIT damageFound(error);
        break;
    case BackupOutcome::Failed:
        Q_EMIT backupFailed(error);
        break;
    }
}

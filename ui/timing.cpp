#include "ui/timing.h"

#include <QDateTime>
#include <QEvent>
#include <QFile>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif

Q_LOGGING_CATEGORY(timing, "lectern.timing", QtWarningMsg)

namespace
{
#ifdef Q_OS_LINUX
// Field 22 of /proc/self/stat (proc(5)): when the process began, in clock ticks since the system did.
qint64 sinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr int startTimeAfterName = 19;
    if (fields.size() <= startTimeAfterName)
        return 0;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const qint64 started = fields.at(startTimeAfterName).toLongLong() * 1000 / sysconf(_SC_CLK_TCK);
    return static_cast<qint64>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - started;
}
#else
qint64 sinceStart()
{
    static const qint64 started = QDateTime::currentMSecsSinceEpoch();
    return QDateTime::currentMSecsSinceEpoch() - started;
}
#endif

class PaintWatch final : public QObject
{
public:
    PaintWatch(QWidget &widget, const char *what)
        : QObject(&widget)
        , m_what(what)
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // What has been painted is handed to the screen before the next event.
            QTimer::singleShot(0, this, [this] {
                logMilestone(m_what);
                deleteLater();
            });
        }
        return false;
    }

private:
    const char *const m_what;
};

}

void logMilestone(const char *what)
{
    if (timing().isDebugEnabled())
        qCDebug(timing).noquote() << sinceStart() << "ms " << what;
}

void logNextPaint(QWidget &widget, const char *what)
{
    if (timing().isDebugEnabled())
        new PaintWatch(widget, what); // owned by the widget, until it has seen the paint
}

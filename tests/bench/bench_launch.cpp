#include "processtree.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

// bench_launch MILESTONE MEMORY PROGRAM [ARGUMENT…]: starts the program and prints each milestone that it
// logs, in milliseconds from before the process was made ("12.3 window shown"). It is ended as soon as
// MILESTONE has come. With MEMORY "memory" it is watched instead: "81.5 memory" is what all its processes
// occupy in MiB once it has been at rest, "99.1 peak" the most at any moment until then.

namespace
{

constexpr int patience = 240'000; // milliseconds; a first pass over a million articles comes to its end
constexpr int restTime = 4'000;   // milliseconds from the milestone to the figure
constexpr int samplingTime = 100; // milliseconds
constexpr double kibibytes = 1024;

class Launch final : public QObject
{
    Q_OBJECT

public:
    Launch(const QByteArray &milestone, bool watchesMemory)
        : m_milestone(milestone)
        , m_watchesMemory(watchesMemory)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"lectern.timing=true"_s);
        environment.insert(u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s); // never to the system's journal
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        connect(&m_process, &QProcess::readyRead, this, &Launch::read);
        connect(&m_process, &QProcess::finished, this, [this] { QCoreApplication::exit(m_done ? 0 : 1); });
        connect(&m_sampling, &QTimer::timeout, this, &Launch::sample);
        QTimer::singleShot(patience, &m_process, &QProcess::kill);
    }

    void start(const QString &program, const QStringList &arguments)
    {
        m_clock.start();
        m_process.start(program, arguments);
        if (m_watchesMemory)
            m_sampling.start(samplingTime);
    }

private:
    void read()
    {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            const qsizetype end = line.indexOf(" ms  ");
            if (end < 0) {
                std::fprintf(stderr, "%s\n", line.constData());
                continue;
            }
            const QByteArray what = line.mid(end + 5);
            if (!m_watchesMemory)
                std::printf("%.1f %s\n", double(m_clock.nsecsElapsed()) / 1e6, what.constData());
            if (what == m_milestone)
                QTimer::singleShot(m_watchesMemory ? restTime : 0, this, &Launch::finish);
        }
    }

    void sample() { m_peak = std::max(m_peak, treeMemory(m_process.processId())); }

    void finish()
    {
        m_done = true;
        if (m_watchesMemory) {
            std::printf("%.1f memory\n", double(treeMemory(m_process.processId())) / kibibytes);
            std::printf("%.1f peak\n", double(m_peak) / kibibytes);
        }
        m_process.terminate();
    }

    const QByteArray m_milestone;
    const bool m_watchesMemory;
    bool m_done = false;
    qint64 m_peak = 0; // KiB
    QElapsedTimer m_clock;
    QTimer m_sampling;
    QProcess m_process;
};

}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        std::fprintf(stderr, "usage: bench_launch MILESTONE time|memory PROGRAM [ARGUMENT...]\n");
        return 2;
    }
    Launch launch(arguments[1].toUtf8(), arguments[2] == u"memory"_s);
    launch.start(arguments[3], arguments.mid(4));
    return QCoreApplication::exec();
}

#include "bench_launch.moc"

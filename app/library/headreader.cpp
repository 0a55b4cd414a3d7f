#include "app/library/headreader.h"

#include "app/archive/archivefolder.h"
#include "app/archive/articlereader.h"
#include "app/archive/fileopener.h"
#include "app/library/threadweight.h"

#include <QDeadlineTimer>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace
{

constexpr qsizetype smallestPortion = 64; // one screen
// With fewer the threads often have none left while the pass is busy; more are only later (measured).
constexpr qsizetype largestPortion = 4096;
constexpr size_t longestStretch = 32; // most lie in one folder, and their folder is opened once
constexpr qint64 longestWait = 100;   // milliseconds for a portion

// Listed, and gone before it was read: it says nothing then, and its row must not either.
bool isGoneSince(const QByteArray &root, const ReadFile &file)
{
    return file.head.problems.testFlag(Problem::Unreadable) && isGone(root + '/' + file.entry.path);
}

}

HeadReader::HeadReader(const QByteArray &root, const std::function<bool()> &isStopped,
                       const std::function<qint64()> &clock)
    : m_root(root)
    , m_isStopped(isStopped)
    , m_clock(clock)
    , m_portion(largestPortion / 8)
{
}

HeadReader::~HeadReader()
{
    for (Portion &portion : m_portions)
        portion.reading.waitForFinished();
}

QList<ReadFile> HeadReader::read(QList<ReadFile> files, const std::function<bool()> &mayGoOn)
{
    Q_ASSERT(!isFull());
    FileOpener opener(m_root);
    qsizetype done = 0;
    while (done < files.size() && (done == 0 || mayGoOn())) {
        files[done].head = readPackedHead(opener, files[done].entry);
        ++done;
    }
    QList<ReadFile> rest = files.mid(done);
    files.resize(done);
    m_portions.push_back({std::move(files), {}, {}});
    return rest;
}

void HeadReader::begin(QThreadPool *threads, QList<ReadFile> files)
{
    Q_ASSERT(!isFull());
    if (files.isEmpty())
        return;
    Portion &portion = m_portions.emplace_back(Portion{std::move(files), {}, {}});
    // On a slow disk all threads have one to read.
    const auto share = portion.files.size() / (2 * threads->maxThreadCount());
    const size_t stretch = std::clamp<size_t>(static_cast<size_t>(share), 1, longestStretch);
    for (std::span<ReadFile> rest(portion.files); !rest.empty();) {
        const size_t length = std::min(rest.size(), stretch);
        portion.stretches << rest.first(length);
        rest = rest.subspan(length);
    }
    portion.reading =
        QtConcurrent::map(threads, portion.stretches, [this](std::span<ReadFile> some) { readAll(some); });
}

void HeadReader::readAll(std::span<ReadFile> files) const
{
    // Who finds files and stores what was read is alone, and would be kept waiting by many who read.
    thread_local const bool isBehind = [] {
        giveWay();
        return true;
    }();
    Q_UNUSED(isBehind);
    FileOpener opener(m_root);
    for (auto file = files.begin(); file != files.end() && !m_isStopped(); ++file)
        file->head = readPackedHead(opener, file->entry);
}

QList<ReadFile> HeadReader::take()
{
    if (isEmpty())
        return {};
    if (!m_portions.front().stretches.isEmpty()) // else this thread has read it
        waitFor(m_portions.front().reading);
    QList<ReadFile> files = std::move(m_portions.front().files);
    m_portions.pop_front();
    if (m_isStopped())
        return {}; // perhaps in the middle
    files.removeIf([this](const ReadFile &file) { return isGoneSince(m_root, file); });
    return files;
}

qsizetype HeadReader::underWay() const
{
    qsizetype files = 0;
    for (const Portion &portion : m_portions)
        files += portion.files.size();
    return files;
}

// Whether the disk is slow is told by how long the pass has to wait for it; a machine that is busy with other
// things counts as one.
void HeadReader::waitFor(QFuture<void> &reading)
{
    const qint64 begin = m_clock();
    reading.waitForFinished();
    const qint64 waited = m_clock() - begin;
    if (waited > longestWait)
        m_portion = std::max(smallestPortion, m_portion / 2);
    else if (waited < longestWait / 4)
        m_portion = std::min(largestPortion, m_portion * 2);
}

qint64 HeadReader::uptime()
{
    return QDeadlineTimer::current().deadline();
}

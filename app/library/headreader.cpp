#include "app/library/headreader.h"

#include "app/archive/archivefolder.h"
#include "app/archive/articlereader.h"
#include "app/archive/fileopener.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace
{

constexpr qsizetype smallestPortion = 64; // one screen
// With fewer the threads often have none left while the pass is busy; more are only later (measured).
constexpr qsizetype largestPortion = 1024;
constexpr size_t longestStretch = 32;  // most lie in one folder, and their folder is opened once
constexpr qint64 longestReading = 100; // milliseconds that a portion may take

// Listed, and gone before it was read: it says nothing then, and its row must not either.
bool isGoneSince(const QByteArray &root, const ReadFile &file)
{
    return file.head.problems.testFlag(Problem::Unreadable) && isGone(root + '/' + file.entry.path);
}

}

HeadReader::HeadReader(const QByteArray &root)
    : m_root(root)
    , m_portion(largestPortion / 8)
{
}

// Nobody wants what was begun: those that are being read right now are waited for.
HeadReader::~HeadReader()
{
    for (Portion &portion : m_portions)
        portion.reading.cancel();
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
    if (isEmpty())
        m_sinceTake.start();
    Portion &portion = m_portions.emplace_back(Portion{std::move(files), {}, {}});
    for (std::span<ReadFile> rest(portion.files); !rest.empty();) {
        const size_t length = std::min(rest.size(), longestStretch);
        portion.stretches << rest.first(length);
        rest = rest.subspan(length);
    }
    portion.reading =
        QtConcurrent::map(threads, portion.stretches, [root = m_root](std::span<ReadFile> stretch) {
            FileOpener opener(root);
            for (ReadFile &file : stretch)
                file.head = readPackedHead(opener, file.entry);
        });
}

QList<ReadFile> HeadReader::take()
{
    if (isEmpty())
        return {};
    m_portions.front().reading.waitForFinished();
    measure();
    QList<ReadFile> files = std::move(m_portions.front().files);
    m_portions.pop_front();
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

void HeadReader::measure()
{
    if (!m_sinceTake.isValid())
        return;
    const qint64 took = m_sinceTake.restart();
    if (took > longestReading)
        m_portion = std::max(smallestPortion, m_portion / 2);
    else if (took < longestReading / 4)
        m_portion = std::min(largestPortion, m_portion * 2);
}

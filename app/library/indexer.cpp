#include "app/library/indexer.h"

#include "app/archive/articlereader.h"

#include <QtConcurrent>

#include <utility>

using namespace Qt::StringLiterals;

namespace
{

constexpr int entriesAtOnce = 64; // one screen: the first rows are there as soon as these are read
constexpr int mostRowsPerBatch = 2000;
constexpr int longestBatch = 150;     // milliseconds from one transaction to the next
constexpr int progressInterval = 100; // milliseconds
// What a person removes by hand goes at once; more than this share of an archive is a large part of it.
constexpr int fewArticles = 3;
constexpr int shareOfALargePart = 10; // one in …

constexpr int mostAttempts = 3; // with the file as it is, with a new file, in memory

// Problems that the walk finds; they may come and go while the file's times stay.
constexpr Problems walkProblems =
    Problem::Unreadable | Problem::NotARegularFile | Problem::TooLarge | Problem::LinkLoop;

bool isUnchanged(const KnownFile &known, const FileEntry &entry)
{
    return known.size == entry.size && known.modified == entry.modified && known.inode == entry.inode &&
           (known.problems & walkProblems) == (entry.problems & walkProblems);
}

}

struct Indexer::Pass {
    quint64 number = 0;
    QByteArray root;
    PassOrder order;
    int missing = 0;              // rows without a file that were kept
    ArticleId newestBefore = 0;   // rows above were stored by this pass
    std::vector<bool> seen;       // by row number, up to newestBefore
    QList<FileEntry> entries;     // being read by the threads …
    QFuture<ArticleHead> heads;   // … into these
    QList<ReadFile> batch;        // read and not stored yet
    std::atomic<int> counted = 0; // files that the count beside the walk has met
    std::atomic<bool> counting = false;
    int met = 0;
    int done = 0;
    int expected = 0; // what the catalogue knew before
    bool walking = true;
    bool first = true;
    QElapsedTimer sinceBatch;
    QElapsedTimer sinceProgress;
    ScanResult scan;
    QString error; // of the catalogue
};

Indexer::Indexer(const WatchLimits &limits)
    : m_watcher(limits, this)
{
    connect(&m_watcher, &FolderWatcher::changed, this, &Indexer::filesChanged);
    connect(&m_watcher, &FolderWatcher::limitReached, this, &Indexer::watchLimitReached);
    m_threads.setMaxThreadCount(QThread::idealThreadCount());
}

Indexer::~Indexer()
{
    m_threads.waitForDone();
}

void Indexer::openCatalogue(quint64 archive, const QString &file)
{
    QString reason;
    m_catalog.open(file, &reason);
    // A damaged file that could be made anew is nobody's business: only memory is worth a word.
    const bool inMemory = m_catalog.databaseName() != file;
    Q_EMIT catalogueOpened(archive, m_catalog.databaseName(), inMemory ? reason : QString());
}

void Indexer::rebuildCatalogue(quint64 archive)
{
    mend(archive, 1);
}

void Indexer::mend(quint64 archive, int attempt)
{
    QString reason;
    if (attempt == 1)
        m_catalog.rebuild(&reason);
    else
        m_catalog.openInMemory();
    Q_EMIT catalogueOpened(archive, m_catalog.databaseName(), reason);
}

void Indexer::runPass(quint64 archive, quint64 number, const QByteArray &root, const PassOrder &order)
{
    if (std::exchange(m_archive, archive) != archive)
        m_watcher.setRoot(root);
    PassResult result;
    for (int attempt = 1; attempt <= mostAttempts && !isStopped(number); ++attempt) {
        Pass pass;
        pass.number = number;
        pass.root = root;
        pass.order = order;
        result.complete = walk(pass) && removeVanished(pass);
        result.error = pass.scan.error.isEmpty() ? pass.error : pass.scan.error;
        result.missing = pass.missing;
        result.isEmptied = pass.missing > 0 && pass.met == 0;
        if (pass.error.isEmpty())
            break;
        if (attempt < mostAttempts)
            mend(archive, attempt);
    }
    m_catalog.releaseMemory();
    result.articles = m_catalog.articleCount();
    result.withProblems = m_catalog.problemCount();
    Q_EMIT passFinished(number, result);
}

bool Indexer::walk(Pass &pass)
{
    pass.newestBefore = m_catalog.newestId();
    pass.seen.resize(static_cast<size_t>(pass.newestBefore) + 1);
    pass.expected = m_catalog.articleCount();
    pass.sinceBatch.start();
    pass.sinceProgress.start();
    countFiles(pass);
    ScanHooks hooks;
    hooks.entering = [this](const QByteArray &folder) { m_watcher.watch(folder); };
    hooks.failed = [this, &pass](const QByteArray &folder) { keepBelow(pass, folder); };
    const auto found = [this, &pass](const QList<FileEntry> &entries) {
        return take(pass, entries) && !isStopped(pass.number);
    };
    pass.scan = scanArchive(pass.root, entriesAtOnce, found, hooks);
    pass.walking = false;
    const bool stored = collect(pass) && storeNow(pass);
    pass.counting = false;
    m_threads.waitForDone();
    return stored && pass.scan.complete && !isStopped(pass.number);
}

// The first time nobody knows how many files there are: a second walk that only counts runs ahead of the one
// that reads, and warms the system's cache for it.
void Indexer::countFiles(Pass &pass)
{
    if (pass.expected > 0)
        return;
    pass.counting = true;
    m_threads.start([this, &pass] {
        scanArchive(pass.root, mostRowsPerBatch, [this, &pass](const QList<FileEntry> &entries) {
            pass.counted += static_cast<int>(entries.size());
            return pass.counting && !isStopped(pass.number);
        });
    });
}

// While the threads read these files, the ones before are stored.
bool Indexer::take(Pass &pass, const QList<FileEntry> &entries)
{
    QList<FileEntry> changed;
    for (const FileEntry &entry : entries) {
        const std::optional<KnownFile> known = m_catalog.known(entry.path, &pass.error);
        if (!pass.error.isEmpty())
            return false;
        if (known && known->id <= pass.newestBefore)
            pass.seen[static_cast<size_t>(known->id)] = true;
        if (!known || !isUnchanged(*known, entry))
            changed << entry;
    }
    pass.met += static_cast<int>(entries.size());
    pass.done += static_cast<int>(entries.size() - changed.size());
    if (!collect(pass))
        return false;
    if (!changed.isEmpty()) {
        pass.entries = changed;
        pass.heads = QtConcurrent::mapped(&m_threads, changed, [root = pass.root](const FileEntry &entry) {
            return readArticleHead(root, entry);
        });
    }
    reportProgress(pass);
    return storeIfDue(pass);
}

bool Indexer::collect(Pass &pass)
{
    const QList<FileEntry> entries = std::exchange(pass.entries, {});
    const QFuture<ArticleHead> heads = std::exchange(pass.heads, {});
    for (qsizetype at = 0; at < entries.size(); ++at)
        pass.batch << ReadFile{entries[at], heads.resultAt(at)};
    pass.done += static_cast<int>(entries.size());
    return pass.first ? storeNow(pass) : true;
}

bool Indexer::storeIfDue(Pass &pass)
{
    if (pass.batch.size() < mostRowsPerBatch && !pass.sinceBatch.hasExpired(longestBatch))
        return true;
    return storeNow(pass);
}

bool Indexer::storeNow(Pass &pass)
{
    pass.sinceBatch.restart();
    if (pass.batch.isEmpty())
        return pass.error.isEmpty();
    if (!pass.error.isEmpty() || !m_catalog.store(pass.batch, &pass.error))
        return false;
    pass.first = false;
    pass.batch.clear();
    Q_EMIT batchStored(pass.number);
    return true;
}

void Indexer::keepBelow(Pass &pass, const QByteArray &folder)
{
    const QList<ArticleId> ids = m_catalog.below(folder, &pass.error);
    for (const ArticleId id : ids) {
        if (id <= pass.newestBefore)
            pass.seen[static_cast<size_t>(id)] = true;
    }
}

bool Indexer::mayRemove(const Pass &pass, qsizetype gone) const
{
    switch (pass.order.removal) {
    case Removal::None:
        return false;
    case Removal::Few:
        return pass.met > 0 && gone <= std::max(fewArticles, pass.expected / shareOfALargePart);
    case Removal::Most:
        return pass.met > 0;
    case Removal::Everything:
        return true;
    }
    return false;
}

// Only after a whole walk: a disk that went away in the middle would look like an empty folder.
bool Indexer::removeVanished(Pass &pass)
{
    const QList<ArticleId> gone = m_catalog.unseen(pass.seen, pass.newestBefore, &pass.error);
    if (!mayRemove(pass, gone.size())) {
        pass.missing = static_cast<int>(gone.size());
        return pass.error.isEmpty();
    }
    for (qsizetype at = 0; at < gone.size() && pass.error.isEmpty() && !isStopped(pass.number);
         at += mostRowsPerBatch) {
        if (m_catalog.remove(gone.mid(at, mostRowsPerBatch), &pass.error))
            Q_EMIT batchStored(pass.number);
    }
    return pass.error.isEmpty() && !isStopped(pass.number);
}

void Indexer::reportProgress(Pass &pass)
{
    if (!pass.sinceProgress.hasExpired(progressInterval))
        return;
    pass.sinceProgress.restart();
    m_watcher.collect();
    const int found = std::max({pass.met, pass.counted.load(), pass.expected});
    Q_EMIT progressChanged(pass.number, {pass.done, found, pass.walking});
}

#include "app/library/indexer_p.h"

#include "app/archive/archivefolder.h"
#include "app/library/memoryreturn.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace
{

constexpr int entriesAtOnce = 64; // one screen: the first rows are there as soon as these are read
constexpr int mostRowsPerBatch = 4096;
constexpr int longestBatch = 150;     // milliseconds from one transaction to the next
constexpr int longestModesty = 300;   // milliseconds in which a first pass waits for hurry()
constexpr int longestReading = 50;    // milliseconds of it in one go: a disk may be slow, and its rows late
constexpr int longPass = 1000;        // milliseconds until the files of a first pass are counted
constexpr int progressInterval = 100; // milliseconds
constexpr int returnInterval = 1000;  // milliseconds from one look for freed memory to the next

constexpr int mostAttempts = 3; // with the file as it is, with a new file, in memory
constexpr int mostWaits = 24;   // each of some seconds, for whoever writes the file

}

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
    Q_EMIT catalogueOpened(archive, m_catalog.databaseName(), inMemory ? reason : QString(),
                           m_catalog.articleCount());
}

void Indexer::rebuildCatalogue(quint64 archive)
{
    mend(archive, 1, {});
}

// `reason` is why, as far as it is known.
void Indexer::mend(quint64 archive, int attempt, QString reason)
{
    if (attempt == 1 && m_catalog.rebuild(&reason))
        reason.clear(); // nobody's business
    else if (attempt > 1)
        m_catalog.openInMemory();
    Q_EMIT catalogueOpened(archive, m_catalog.databaseName(), reason, 0);
}

void Indexer::runPass(quint64 archive, quint64 number, const QByteArray &root, const PassOrder &order)
{
    const bool isOpening = std::exchange(m_archive, archive) != archive;
    if (isOpening)
        m_watcher.setRoot(root);
    PassResult result;
    int waits = 0;
    for (int attempt = 1; attempt <= mostAttempts && !isStopped(number); ++attempt) {
        Pass pass(number, root, order, [this, number] { return isStopped(number); });
        pass.isOpening = isOpening;
        result.complete = begin(pass) && walk(pass) && removeVanished(pass);
        result.error = pass.scan.error.isEmpty() ? pass.error : pass.scan.error;
        result.missing = pass.missing;
        result.isEmptied = order.changes.everything && pass.missing > 0 && pass.met == 0;
        if (pass.error.isEmpty())
            break;
        // Another window makes the indexes of a large archive: its file is sound, and not ours to throw away.
        const bool isLocked = m_catalog.isLocked();
        if (isLocked && ++waits <= mostWaits)
            --attempt;
        else if (attempt < mostAttempts)
            mend(archive, isLocked ? mostAttempts - 1 : attempt, pass.error);
    }
    m_catalog.releaseMemory();
    result.articles = m_catalog.articleCount();
    result.withProblems = m_catalog.problemCount();
    Q_EMIT passFinished(number, result);
    if (order.changes.everything)
        returnMemory(); // of the rows that were known
}

void Indexer::makeListIndexes(quint64 archive, quint64 pass)
{
    const auto mayGoOn = [this, pass] { return !isStopped(pass) && pass > m_yielding; };
    const auto isAwaited = [this] {
        m_watcher.collect();
        return m_watcher.hasChanges();
    };
    const bool areMade = m_catalog.makeListIndexes(mayGoOn, isAwaited);
    m_catalog.releaseMemory();
    if (!areMade)
        return;
    Q_EMIT listIndexesMade(archive);
    returnMemory(); // of sorting, and of the lists and counts that came since the pass
}

bool Indexer::begin(Pass &pass)
{
    pass.sinceBegin.start();
    pass.sinceBatch.start();
    pass.sinceProgress.start();
    pass.sinceReturn.start();
    pass.expected = m_catalog.articleCount();
    pass.isFirst = pass.isModest = pass.expected == 0 && pass.order.changes.everything;
    if (!pass.isFirst && !m_catalog.makeIndexes(&pass.error)) // there has been no time for them
        return false;
    if (pass.order.changes.everything)
        pass.known = m_catalog.knownFiles(&pass.error);
    // Not in every pass: most of them can never be read.
    if (pass.order.changes.everything && (pass.isOpening || pass.order.removal >= Removal::Most))
        pass.tried = m_catalog.unreadable(&pass.error);
    pass.seen = SeenRows(m_catalog.newestId(),
                         pass.order.changes.everything ? SeenRows::Expected::All : SeenRows::Expected::Few);
    pass.seen.add(0); // no row
    return pass.error.isEmpty();
}

bool Indexer::walk(Pass &pass)
{
    pass.scan = pass.order.changes.everything ? walkEverything(pass) : walkChanges(pass);
    pass.walking = false;
    const bool stored = readWaiting(pass) && collectAll(pass) && storeNow(pass);
    pass.counting = false;
    m_threads.waitForDone();
    return stored && pass.scan.complete && !isStopped(pass.number);
}

ScanHooks Indexer::hooks(Pass &pass)
{
    return {[this](const QByteArray &folder) { m_watcher.watch(folder); },
            [&pass](const QByteArray &folder) { pass.failed.insert(folder); }};
}

ScanResult Indexer::walkEverything(Pass &pass)
{
    const auto found = [this, &pass](const QList<FileEntry> &entries) {
        return take(pass, entries) && !isStopped(pass.number);
    };
    ScanHooks all = hooks(pass);
    all.first = pass.order.first;
    all.leavesFacts = pass.expected == 0;
    if (all.leavesFacts)
        return scanArchive(pass.root, entriesAtOnce, found, all);
    const auto isKnown = [&pass](const FileEntry &entry) {
        const std::optional<ArticleId> row = pass.known.find(placeOf(entry.path), stampOf(entry));
        if (!row || (pass.tried.contains(*row) && !entry.problems))
            return false;
        pass.seen.add(*row);
        ++pass.met;
        return true;
    };
    return scanForChanges(pass.root, entriesAtOnce, isKnown, found, all);
}

// Costs what changed, however large the archive is.
ScanResult Indexer::walkChanges(Pass &pass)
{
    const auto found = [this, &pass](const QList<FileEntry> &entries) {
        return take(pass, entries) && !isStopped(pass.number);
    };
    const QSet<QByteArray> &folders = pass.order.changes.folders;
    ScanResult result =
        scanFolders(pass.root, {folders.cbegin(), folders.cend()}, entriesAtOnce, found, hooks(pass));
    for (auto path = pass.order.changes.files.cbegin();
         result.complete && path != pass.order.changes.files.cend(); ++path) {
        const qsizetype name = path->lastIndexOf('/') + 1;
        std::optional<FileEntry> entry = listArchiveFile(pass.root + '/' + path->left(name), path->mid(name));
        if (!entry) {
            keepUnlessGone(pass, *path);
            continue;
        }
        entry->path = *path;
        result.complete = found({*entry});
    }
    if (result.hasLinks)
        Q_EMIT filesChanged(ArchiveChanges::all());
    return result;
}

// What the system does not tell of now is there still; a folder in its place is another matter.
void Indexer::keepUnlessGone(Pass &pass, const QByteArray &path)
{
    const QByteArray full = pass.root + '/' + path;
    if (!folderKey(full) && !isGone(full))
        pass.seen.add(m_catalog.rowOfPath(path, &pass.error));
}

// The first time nobody knows how many files there are. Where it takes so long that somebody may ask, a
// second walk that only counts names runs ahead of the one that reads.
void Indexer::countIfLong(Pass &pass)
{
    if (!pass.isFirst || pass.counting || !pass.sinceBegin.hasExpired(longPass))
        return;
    pass.counting = true;
    m_threads.start([this, &pass] {
        int all = 0;
        bool goesOn = true;
        const bool isAll = countArticles(pass.root, [&](int files) {
            all += files;
            goesOn = pass.counting && !isStopped(pass.number);
            return goesOn;
        });
        if (goesOn && isAll)
            pass.counted = all;
    });
}

bool Indexer::take(Pass &pass, const QList<FileEntry> &entries)
{
    const bool mayBeKnown = !pass.order.changes.everything; // a walk over everything hands over what is not
    for (const FileEntry &entry : entries) {
        const ArticleId row = mayBeKnown ? m_catalog.rowOfFile(entry, &pass.error) : 0;
        pass.seen.add(row);
        if (row == 0)
            pass.waiting << ReadFile{entry, {}};
    }
    if (!pass.error.isEmpty())
        return false;
    pass.met += static_cast<int>(entries.size());
    countIfLong(pass);
    reportProgress(pass);
    if (staysModest(pass)) {
        QElapsedTimer since;
        since.start();
        const auto mayGoOn = [this, &pass, &since] {
            return !isStopped(pass.number) && !since.hasExpired(longestReading);
        };
        pass.waiting = pass.heads.read(std::exchange(pass.waiting, {}), mayGoOn);
        return collect(pass) && storeIfDue(pass);
    }
    const bool isDue =
        pass.waiting.size() >= pass.heads.portion() || pass.first || pass.sinceBatch.hasExpired(longestBatch);
    if (!isDue)
        return true;
    if (pass.first && !collectAll(pass))
        return false;
    return readWaiting(pass) && storeIfDue(pass); // while the threads read
}

// The first rows are read by this thread alone, and so is what follows until they are on the screen: four
// threads of ours on two cores would keep waiting those that list them and paint them.
bool Indexer::staysModest(Pass &pass)
{
    if (!pass.isModest)
        return false;
    pass.isModest = pass.number > m_hurrying && !pass.sinceBegin.hasExpired(longestModesty);
    return pass.isModest;
}

bool Indexer::readWaiting(Pass &pass)
{
    // What was read does not wait until more is found.
    if ((pass.heads.isFull() || pass.waiting.isEmpty()) && !collect(pass))
        return false;
    if (!isStopped(pass.number))
        pass.heads.begin(&m_threads, std::exchange(pass.waiting, {}));
    return true;
}

// What still cannot be read changes nothing: its row stands for it as before.
bool Indexer::isTriedInVain(Pass &pass, const ReadFile &file)
{
    if (pass.tried.isEmpty() || !file.head.problems.testFlag(Problem::Unreadable))
        return false;
    const std::optional<ArticleId> row = pass.known.find(placeOf(file.entry.path), stampOf(file.entry));
    if (!row || !pass.tried.contains(*row))
        return false;
    pass.seen.add(*row);
    return true;
}

bool Indexer::collect(Pass &pass)
{
    const qsizetype begun = pass.heads.underWay();
    QList<ReadFile> files = pass.heads.take();
    const qsizetype gone = begun - pass.heads.underWay() - files.size();
    pass.met -= static_cast<int>(gone);
    if (gone > 0 && pass.order.removal == Removal::Few)
        pass.order.removal = Removal::None; // somebody is at work: what was moved behind us keeps its row
    files.removeIf([&pass](const ReadFile &file) { return isTriedInVain(pass, file); });
    pass.batch.append(std::move(files));
    return pass.first ? storeNow(pass) : true;
}

bool Indexer::collectAll(Pass &pass)
{
    while (!pass.heads.isEmpty()) {
        if (!collect(pass) || !storeIfDue(pass)) // while the threads read the next ones
            return false;
    }
    return true;
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
    if (!pass.error.isEmpty())
        return false;
    const auto isRowGone = [&pass](const KnownRow &row) {
        return !pass.seen.contains(row.id) && isGone(pass.root + '/' + row.path);
    };
    const std::optional<QList<ArticleId>> kept = m_catalog.store(pass.batch, isRowGone, &pass.error);
    if (!kept)
        return false;
    for (const ArticleId id : *kept)
        pass.seen.add(id);
    pass.first = false;
    pass.batch.clear();
    // Of rows that were stored, and of lists that came meanwhile.
    if (pass.sinceReturn.hasExpired(returnInterval)) {
        returnMemory();
        pass.sinceReturn.restart();
    }
    Q_EMIT batchStored(pass.number, *kept);
    return true;
}

// Rows whose files were not met where they should have been.
QList<ArticleId> Indexer::vanished(Pass &pass)
{
    const QList<ArticleId> kept = m_catalog.below(pass.failed, &pass.error);
    for (const ArticleId id : kept)
        pass.seen.add(id);
    QList<ArticleId> rows;
    const auto add = [&pass, &rows](ArticleId id) {
        if (!pass.seen.contains(id))
            rows << id;
        pass.seen.add(id); // it may be named twice, by itself and with its folder
    };
    for (const KnownFiles::File &file : pass.known.files())
        add(file.id);
    for (const QByteArray &path : pass.order.changes.files)
        add(m_catalog.rowOfPath(path, &pass.error));
    const QList<ArticleId> below = m_catalog.below(pass.order.changes.goneFolders, &pass.error);
    std::for_each(below.cbegin(), below.cend(), add);
    return rows;
}

// Only after a whole walk: a disk that went away in the middle would look like an empty folder.
bool Indexer::removeVanished(Pass &pass)
{
    const QList<ArticleId> gone = vanished(pass);
    const bool isAnyLeft = pass.met > 0 || gone.size() < pass.expected;
    if (!mayRemove(pass.order.removal, gone.size(), pass.expected, isAnyLeft)) {
        pass.missing = static_cast<int>(gone.size());
        return pass.error.isEmpty();
    }
    for (qsizetype at = 0; at < gone.size() && pass.error.isEmpty() && !isStopped(pass.number);
         at += mostRowsPerBatch) {
        if (m_catalog.remove(gone.mid(at, mostRowsPerBatch), &pass.error))
            Q_EMIT batchStored(pass.number, {});
    }
    return pass.error.isEmpty() && !isStopped(pass.number);
}

void Indexer::reportProgress(Pass &pass)
{
    if (!pass.sinceProgress.hasExpired(progressInterval))
        return;
    pass.sinceProgress.restart();
    m_watcher.collect();
    const int found = std::max({pass.met.load(), pass.counted.load(), pass.expected});
    const auto unread = static_cast<int>(pass.waiting.size() + pass.heads.underWay());
    Q_EMIT progressChanged(pass.number, {pass.met.load() - unread, found, pass.walking && pass.counted == 0});
}

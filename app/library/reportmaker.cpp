#include "app/library/reportmaker.h"

#include "app/archive/archivefile.h"
#include "app/archive/archivefolder.h"
#include "app/archive/articlereader.h"
#include "app/archive/scanner.h"
#include "app/library/fingerprint.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QHash>
#include <QSet>
#include <QtConcurrent>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace
{

constexpr int entriesAtOnce = 256;    // enough to keep all cores busy
constexpr int progressInterval = 100; // milliseconds

constexpr Problems unreadProblems =
    Problem::Unreadable | Problem::NotARegularFile | Problem::TooLarge | Problem::LinkLoop;

// One file, looked at.
struct Examined {
    Fingerprint fingerprint;
    Problems problems;
    QString reason;
    bool skipped = false; // stopped before it was looked at
};

// A folder that cannot be read comes by its own path.
QString folderReason(const QByteArray &root, const QByteArray &path)
{
    QString reason;
    listArchiveFolder(root + '/' + path, &reason);
    return reason;
}

Examined examine(const QByteArray &root, const FileEntry &entry)
{
    Examined examined;
    examined.fingerprint.path = pathKey(entry.path);
    ArchiveFile file;
    const Problem problem = file.open(root, entry.path, &examined.reason);
    examined.problems = (entry.problems & unreadProblems) ? entry.problems & unreadProblems : problem;
    if (problem == Problem::NotARegularFile && entry.problems.testFlag(Problem::Unreadable))
        examined.reason = folderReason(root, entry.path);
    if (examined.problems)
        return examined;
    FileEntry opened = entry;
    opened.modified = file.modified();
    const QByteArray bytes = file.read(0, file.size());
    examined.reason = file.readError();
    if (!examined.reason.isEmpty()) {
        examined.problems = Problem::Unreadable;
        return examined;
    }
    const Article article = parseArticle(bytes, opened);
    examined.problems = article.head.problems;
    examined.fingerprint.identity = article.head.identity;
    examined.fingerprint.body = bodyDigest(article.body);
    examined.fingerprint.size = static_cast<quint32>(bytes.size());
    examined.fingerprint.hasEmptyBody = isEmptyBody(article.body);
    return examined;
}

class ReportMaker final
{
public:
    ReportMaker(const QByteArray &root, int expected, const ReportWatch &watch)
        : m_watch(watch)
        , m_expected(expected)
    {
        m_report.root = root;
        m_sinceProgress.start();
    }

    ArchiveReport make()
    {
        const ScanResult scan = scanArchive(m_report.root, entriesAtOnce, [this](const auto &entries) {
            take(entries);
            return !m_watch.isStopped();
        });
        m_walking = false;
        collect();
        m_report.error = scan.error;
        m_report.complete = scan.complete && !m_watch.isStopped();
        measure();
        if (m_report.complete)
            findCopies();
        for (const ReportFile &file : std::as_const(m_largest))
            m_report.line(ReportKind::Largest).files << placeOf(pathKey(file.path), file);
        sortReport(m_report);
        return std::move(m_report);
    }

private:
    // While the threads look at these files, the walk finds the next.
    void take(const QList<FileEntry> &entries)
    {
        collect();
        m_entries = entries;
        m_results = QtConcurrent::mapped(&m_threads, entries, [this](const FileEntry &entry) {
            Examined skipped;
            skipped.skipped = true;
            return m_watch.isStopped() ? skipped : examine(m_report.root, entry);
        });
        m_met += static_cast<int>(entries.size());
        tell(ReportProgress::Stage::Reading, m_report.articles);
    }

    void collect()
    {
        const QList<FileEntry> entries = std::exchange(m_entries, {});
        const QFuture<Examined> results = std::exchange(m_results, {});
        for (qsizetype at = 0; at < entries.size(); ++at) {
            const Examined examined = results.resultAt(at);
            if (!examined.skipped)
                add(entries[at], examined);
        }
    }

    void add(const FileEntry &entry, const Examined &examined)
    {
        const Fingerprint &fingerprint = examined.fingerprint;
        const bool isRead = !(examined.problems & unreadProblems);
        const ReportFile file{entry.path, isRead ? fingerprint.size : entry.size, examined.reason};
        ++m_report.articles;
        for (int at = 0; at < reportKindCount; ++at) {
            const auto kind = static_cast<ReportKind>(at);
            const std::optional<Problem> problem = reportProblem(kind);
            if (problem && examined.problems.testFlag(*problem))
                m_report.line(kind).files << placeOf(fingerprint.path, file);
        }
        if (!isRead)
            return;
        if (fingerprint.hasEmptyBody)
            m_report.line(ReportKind::BodyEmpty).files << placeOf(fingerprint.path, file);
        m_fingerprints.push_back(fingerprint);
        noteLargest(file);
    }

    void noteLargest(const ReportFile &file)
    {
        const auto isLarger = [](const ReportFile &first, const ReportFile &second) {
            return std::pair(-first.size, first.path) < std::pair(-second.size, second.path);
        };
        if (m_largest.size() == mostLargest && !isLarger(file, m_largest.last()))
            return;
        m_largest.insert(std::upper_bound(m_largest.cbegin(), m_largest.cend(), file, isLarger), file);
        if (m_largest.size() > mostLargest)
            m_largest.removeLast();
    }

    // The file's place in the report, which it gets when it is named for the first time.
    int placeOf(PathKey key, const ReportFile &file)
    {
        const auto known = m_places.constFind(key);
        if (known != m_places.cend())
            return *known;
        m_report.files << file;
        return *m_places.insert(key, static_cast<int>(m_report.files.size() - 1));
    }

    void measure()
    {
        if (m_fingerprints.empty())
            return;
        const auto isSmaller = [](const Fingerprint &first, const Fingerprint &second) {
            return first.size < second.size;
        };
        for (const Fingerprint &one : m_fingerprints)
            m_report.sizes.total += one.size;
        const auto middle = m_fingerprints.begin() + qsizetype(m_fingerprints.size() - 1) / 2;
        std::nth_element(m_fingerprints.begin(), middle, m_fingerprints.end(), isSmaller);
        m_report.sizes.median = middle->size;
        m_report.sizes.smallest = std::min_element(m_fingerprints.begin(), middle + 1, isSmaller)->size;
        m_report.sizes.largest = m_largest.first().size;
    }

    void findCopies()
    {
        const CopyGroups identities = copiesByIdentity(m_fingerprints);
        const CopyGroups bodies = copiesByBody(m_fingerprints);
        m_fingerprints.clear();
        m_fingerprints.shrink_to_fit();
        if (!findPaths(identities.paths + bodies.paths))
            return;
        nameCopies(identities, m_report.line(ReportKind::SameIdentity));
        nameCopies(bodies, m_report.line(ReportKind::SameBody));
    }

    // Walks once more, for the paths of the copies; nothing is opened but folders.
    bool findPaths(const QList<PathKey> &keys)
    {
        QSet<PathKey> wanted(keys.cbegin(), keys.cend());
        if (wanted.isEmpty())
            return true;
        int passed = 0;
        const auto find = [&](const QList<FileEntry> &entries) {
            for (const FileEntry &entry : entries) {
                const PathKey key = pathKey(entry.path);
                if (wanted.remove(key))
                    placeOf(key, {entry.path, entry.size, {}});
            }
            passed += static_cast<int>(entries.size());
            tell(ReportProgress::Stage::Comparing, passed);
            return !m_watch.isStopped() && !wanted.isEmpty();
        };
        scanArchive(m_report.root, entriesAtOnce, find);
        m_report.complete = !m_watch.isStopped();
        return m_report.complete;
    }

    // Without the files that vanished between the walks, and the groups that are none any more without them.
    void nameCopies(const CopyGroups &groups, ReportLine &line) const
    {
        qsizetype first = 0;
        for (const int end : groups.ends) {
            QList<int> files;
            for (; first < end; ++first) {
                const int at = m_places.value(groups.paths[first], -1);
                if (at >= 0)
                    files << at;
            }
            if (files.size() < 2)
                continue;
            line.files << files;
            line.groupEnds << static_cast<int>(line.files.size());
        }
    }

    void tell(ReportProgress::Stage stage, int done)
    {
        if (!m_sinceProgress.hasExpired(progressInterval))
            return;
        m_sinceProgress.restart();
        const bool isReading = stage == ReportProgress::Stage::Reading;
        const int found = isReading ? std::max(m_met, m_expected) : std::max(m_report.articles, done);
        m_watch.tell({stage, done, found, isReading && m_walking});
    }

    const ReportWatch &m_watch;
    const int m_expected;
    ArchiveReport m_report;
    QThreadPool m_threads; // of our own: the common ones have other work
    QList<FileEntry> m_entries;
    QFuture<Examined> m_results; // of these
    Fingerprints m_fingerprints;
    QList<ReportFile> m_largest; // the largest first
    QHash<PathKey, int> m_places;
    int m_met = 0;
    bool m_walking = true;
    QElapsedTimer m_sinceProgress;
};

}

ArchiveReport makeReport(const QByteArray &root, int expected, const ReportWatch &watch)
{
    return ReportMaker(root, expected, watch).make();
}

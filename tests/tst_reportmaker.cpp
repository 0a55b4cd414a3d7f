#include "tests/notroot.h"
#include "tests/reporton.h"

#include "app/archive/articlereader.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace
{

const QByteArray good = "---\ntitle: 'A title'\ncategories:\n - a\ndate: 2021-11-23 04:19:03\n---\n";

bool write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    return QDir().mkpath(QFileInfo(name).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(text) == text.size();
}

}

class TestReportMaker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void eachKind_data();
    void eachKind();
    void unreadFiles_comeWithTheirReason();
    void unreadableFolder_comesWithItsReason();
    void vanishedFile_isUnreadable();
    void copies_comeInGroups();
    void emptyBodies_areNoCopies();
    void sizes_areThoseOnDisk();
    void largest_areAtMostTwenty();
    void absentFolder_saysWhy();
    void emptyFolder_isAnEmptyReport();
    void stop_inTheMiddle();
    void stop_betweenTheWalks();
    void progress_neverGoesBack();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReportMaker::eachKind_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &lines) {
        QTest::newRow(name) << text << lines;
    };
    row("nothing odd", good + "text", {});
    row("repaired", "---\ntitle: \"\"\"'x'\"\"\"\ncategories:\n - a\ndate: 2021-11-23\n---\ntext",
        {u"front-matter-repaired"_s});
    row("no front matter", "# Title\n\ntext",
        {u"front-matter-missing"_s, u"title-missing"_s, u"categories-missing"_s, u"date-missing"_s});
    row("no title", "---\ncategories:\n - a\ndate: 2021-11-23\n---\ntext", {u"title-missing"_s});
    row("no categories", "---\ntitle: x\ndate: 2021-11-23\n---\ntext", {u"categories-missing"_s});
    row("no date", "---\ntitle: x\ncategories:\n - a\n---\ntext", {u"date-missing"_s});
    row("no readable date", "---\ntitle: x\ncategories:\n - a\ndate: Invalid Date\n---\ntext",
        {u"date-unreadable"_s});
    row("guessed encoding", good + "\xd5\xe2\xca\xc7\xd2\xbb\xc6\xaa\xce\xc4\xd5\xc2\xa3\xac\xce\xd2\xc3\xc7",
        {u"encoding-guessed"_s});
    row("damaged encoding", good + "text \xe4\xb8\xad\xe6\x96\x87 \xff \xe4\xb8\xad\xe6\x96\x87 and so on",
        {u"encoding-guessed"_s, u"encoding-damaged"_s});
    row("empty", good + "<div>   \n</div>\n   ", {u"body-empty"_s});
}

void TestReportMaker::eachKind()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, lines);
    QVERIFY(write(path(u"b/x.md"_s), text));
    const ArchiveReport report = reportOn(m_folder->path());
    QVERIFY(report.complete);
    QCOMPARE(report.articles, 1);
    QCOMPARE(linesOf(report, "b/x.md"), lines);
}

void TestReportMaker::unreadFiles_comeWithTheirReason()
{
#ifdef Q_OS_UNIX
    const QByteArray root = QFile::encodeName(m_folder->path());
    QCOMPARE(mkfifo((root + "/fifo.md").constData(), 0600), 0);
    QCOMPARE(symlink("loop.md", (root + "/loop.md").constData()), 0);
    QCOMPARE(symlink("nowhere", (root + "/dangling.md").constData()), 0);
    QVERIFY(write(path(u"large.md"_s), {}));
    QVERIFY(QFile::resize(path(u"large.md"_s), maximumArticleSize + 1));
    QVERIFY(write(path(u"good.md"_s), good + "text"));
    const ArchiveReport report = reportOn(m_folder->path());
    QCOMPARE(report.articles, 5);
    QCOMPARE(paths(report, ReportKind::NotARegularFile), QByteArrayList{"fifo.md"});
    QCOMPARE(paths(report, ReportKind::LinkLoop), QByteArrayList{"loop.md"});
    QCOMPARE(paths(report, ReportKind::Unreadable), QByteArrayList{"dangling.md"});
    QCOMPARE(paths(report, ReportKind::TooLarge), QByteArrayList{"large.md"});
    QCOMPARE(report.files[report.line(ReportKind::TooLarge).files[0]].size, maximumArticleSize + 1);
    QCOMPARE(report.files[report.line(ReportKind::Unreadable).files[0]].reason, qt_error_string(ENOENT));
    // Of a file that was not read nothing else is known.
    QCOMPARE(linesOf(report, "dangling.md"), QStringList{u"unreadable"_s});
    QVERIFY(paths(report, ReportKind::DateMissing).isEmpty());
    QCOMPARE(report.sizes.total, qint64(good.size() + 4));
    QCOMPARE(paths(report, ReportKind::Largest), QByteArrayList{"good.md"});
#else
    QSKIP("no FIFOs here");
#endif
}

void TestReportMaker::unreadableFolder_comesWithItsReason()
{
#ifdef Q_OS_UNIX
    m_folder.reset();
    const NotRoot user;
    init();
    QVERIFY(write(path(u"shut/a.md"_s), good));
    QVERIFY(write(path(u"shut2.md/a.md"_s), good)); // a folder that is called like an article
    for (const QString &name : {u"shut"_s, u"shut2.md"_s})
        QVERIFY(QFile::setPermissions(path(name), {}));
    if (!QDir(path(u"shut"_s)).entryList(QDir::Files).isEmpty())
        QSKIP("permissions do not bind this user");
    const ArchiveReport report = reportOn(m_folder->path());
    for (const QString &name : {u"shut"_s, u"shut2.md"_s})
        QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(paths(report, ReportKind::Unreadable), QByteArrayList({"shut", "shut2.md"}));
    for (const int file : report.line(ReportKind::Unreadable).files)
        QCOMPARE(report.files[file].reason, qt_error_string(EACCES));
#else
    QSKIP("permissions are other ones here");
#endif
}

// The walk has seen it, and then it is gone: a FIFO's place in the walk cannot be held, so the files of
// a later batch are removed while the first is handed over.
void TestReportMaker::vanishedFile_isUnreadable()
{
    constexpr int many = 3000;
    for (int i = 0; i < many; ++i)
        QVERIFY(write(path(u"%1.md"_s.arg(i, 4, 10, QLatin1Char('0'))), good + QByteArray::number(i)));
    std::atomic<bool> removed = false;
    const auto removeLast = [&] {
        if (!removed.exchange(true)) {
            for (int i = many - 100; i < many; ++i)
                QFile::remove(path(u"%1.md"_s.arg(i)));
        }
        return false;
    };
    const ArchiveReport report =
        makeReport(QFile::encodeName(m_folder->path()), 0, {removeLast, [](const ReportProgress &) {}});
    QVERIFY(report.complete);
    QCOMPARE(report.articles, many);
    QCOMPARE(report.line(ReportKind::Unreadable).files.size(), 100);
    for (const int file : report.line(ReportKind::Unreadable).files)
        QCOMPARE(report.files[file].reason, qt_error_string(ENOENT));
}

void TestReportMaker::copies_comeInGroups()
{
    const QByteArray link = "---\ntitle: %1\nlink: https://example.com/%2\n---\n";
    const auto article = [&link](const char *title, const char *address, const QByteArray &body) {
        return QByteArray(link).replace("%1", title).replace("%2", address) + body;
    };
    QVERIFY(write(path(u"a/1.md"_s), article("One", "1", "first text")));
    QVERIFY(write(path(u"b/1.md"_s), article("Uno", "1", "first text, changed")));
    QVERIFY(write(path(u"c/1.md"_s), article("Un", "1", "first text, changed again")));
    QVERIFY(write(path(u"a/2.md"_s), article("Two", "2", "<p>the same</p>\r\n<p>body</p>")));
    QVERIFY(write(path(u"b/3.md"_s), article("Three", "3", "\n<p>the same</p>\n<p>body</p>\n\n")));
    QVERIFY(write(path(u"a/4.md"_s), article("Four", "4", "alone")));
    const ArchiveReport report = reportOn(m_folder->path());
    QCOMPARE(paths(report, ReportKind::SameIdentity), QByteArrayList({"a/1.md", "b/1.md", "c/1.md"}));
    QCOMPARE(report.line(ReportKind::SameIdentity).groupEnds, QList<int>{3});
    QCOMPARE(paths(report, ReportKind::SameBody), QByteArrayList({"a/2.md", "b/3.md"}));
    QCOMPARE(report.line(ReportKind::SameBody).groupEnds, QList<int>{2});
}

void TestReportMaker::emptyBodies_areNoCopies()
{
    for (const char *name : {"a", "b", "c"})
        QVERIFY(write(path(QLatin1StringView(name) + u".md"_s),
                      QByteArray("---\ntitle: ") + name + "\n---\n<div>\n</div>\n"));
    const ArchiveReport report = reportOn(m_folder->path());
    QCOMPARE(report.line(ReportKind::BodyEmpty).files.size(), 3);
    QVERIFY(report.line(ReportKind::SameBody).files.isEmpty());
}

void TestReportMaker::sizes_areThoseOnDisk()
{
    for (const int size : {10, 500, 20, 4000, 30, 90'000})
        QVERIFY(write(path(u"%1.md"_s.arg(size)), QByteArray(size, 'x')));
    const ArchiveReport report = reportOn(m_folder->path());
    QCOMPARE(report.sizes.total, qint64(94'560));
    QCOMPARE(report.sizes.smallest, qint64(10));
    QCOMPARE(report.sizes.median, qint64(30));
    QCOMPARE(report.sizes.largest, qint64(90'000));
    QCOMPARE(paths(report, ReportKind::Largest).first(), QByteArray("90000.md"));
}

void TestReportMaker::largest_areAtMostTwenty()
{
    for (int i = 1; i <= 50; ++i)
        QVERIFY(write(path(u"%1.md"_s.arg(i, 2, 10, QLatin1Char('0'))), QByteArray((i + 1) / 2, 'x')));
    const QByteArrayList largest = paths(reportOn(m_folder->path()), ReportKind::Largest);
    QCOMPARE(largest.size(), mostLargest);
    QCOMPARE(largest.first(), QByteArray("49.md")); // of one size, by path
    QCOMPARE(largest.last(), QByteArray("32.md"));
}

void TestReportMaker::absentFolder_saysWhy()
{
    const ArchiveReport report = reportOn(path(u"nothing"_s));
    QCOMPARE(report.error, qt_error_string(ENOENT));
    QVERIFY(!report.complete);
    QCOMPARE(report.articles, 0);
}

void TestReportMaker::emptyFolder_isAnEmptyReport()
{
    const ArchiveReport report = reportOn(m_folder->path());
    QVERIFY(report.complete);
    QVERIFY(report.files.isEmpty());
    QCOMPARE(report.sizes.largest, qint64(0));
}

void TestReportMaker::stop_inTheMiddle()
{
    for (int i = 0; i < 2000; ++i)
        QVERIFY(write(path(u"%1.md"_s.arg(i)), "---\ntitle: same\n---\nthe same"));
    std::atomic<int> asked = 0;
    const ArchiveReport report =
        makeReport(QFile::encodeName(m_folder->path()), 0,
                   {[&asked] { return ++asked > 700; }, [](const ReportProgress &) {}});
    QVERIFY(!report.complete);
    QVERIFY(report.error.isEmpty());
    QVERIFY(report.articles > 100 && report.articles < 2000);
    QCOMPARE(report.line(ReportKind::DateMissing).files.size(), report.articles);
    QVERIFY(report.line(ReportKind::SameBody).files.isEmpty());
    for (const ReportFile &file : report.files)
        QCOMPARE(file.size, qint64(28));
}

void TestReportMaker::stop_betweenTheWalks()
{
    for (int i = 0; i < 600; ++i)
        QVERIFY(write(path(u"%1.md"_s.arg(i)), "---\ntitle: same\n---\nthe same"));
    std::atomic<int> asked = 0;
    const auto isStopped = [&] { return ++asked > 600 + 3 + 1; }; // every file, every batch, the end
    const ArchiveReport report =
        makeReport(QFile::encodeName(m_folder->path()), 0, {isStopped, [](const ReportProgress &) {}});
    QCOMPARE(report.articles, 600);
    QVERIFY(!report.complete);
    QVERIFY(report.line(ReportKind::SameBody).files.isEmpty());
}

void TestReportMaker::progress_neverGoesBack()
{
    for (int i = 0; i < 1500; ++i)
        QVERIFY(write(path(u"%1.md"_s.arg(i)), good + QByteArray::number(i)));
    const QDeadlineTimer slow(300); // milliseconds, longer than nothing is told
    const auto isStopped = [&slow] {
        while (!slow.hasExpired()) // as on a disk that takes its time
            QThread::yieldCurrentThread();
        return false;
    };
    QList<ReportProgress> told;
    makeReport(QFile::encodeName(m_folder->path()), 1500,
               {isStopped, [&told](const ReportProgress &progress) { told << progress; }});
    QVERIFY(!told.isEmpty());
    int done = 0;
    for (const ReportProgress &progress : told) {
        QVERIFY(progress.done >= done && progress.done <= progress.found);
        QCOMPARE(progress.found, 1500);
        done = progress.done;
    }
}

QTEST_GUILESS_MAIN(TestReportMaker)
#include "tst_reportmaker.moc"

#include "app/catalog/statement.h"
#include "app/library/indexer.h"
#include "tests/bench/syntheticarchive.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

// The first pass, and a reconcile that meets files of every fate, killed at moments that nobody chose. The
// catalogue that it leaves must be sound, hold what it held before and nothing that is not so, and the next
// pass must go on from there to the same end as a pass that nobody disturbed. LECTERN_KILLS says how often,
// tests/killed.sh does it two hundred times.

namespace
{

constexpr int articles = 4000; // enough for some transactions
constexpr int usualKills = 12;
constexpr int manyKills = 50; // of which some at least come between two transactions
constexpr int oneInStill = 4; // of the files, that nobody ever touches

// Path to all that a row says but its number, which depends on the order in which files were read.
using Rows = QMap<QString, QString>;

// What the killed process does.
int runPass(const QByteArray &root, const QString &file)
{
    Indexer indexer;
    bool isWhole = false;
    QObject::connect(&indexer, &Indexer::passFinished, &indexer,
                     [&](quint64, const PassResult &result) { isWhole = result.complete; });
    indexer.openCatalogue(1, file);
    // As F5 asks for it: more may have gone by the end than a pass believes by itself.
    indexer.runPass(1, 1, root, {ArchiveChanges::all(), Removal::Most});
    return isWhole ? 0 : 1;
}

}

class TestKilledPass final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCatalogue_isWhole();
    void everyReconcile_isWhole();

private:
    void disturb();
    QString takeSome(QList<QString> &paths) const;
    QMap<QString, QString> numbers(const QString &file) const;
    int kills() const;
    void checkSound(const QString &file) const;
    void checkStill(const Rows &now) const;
    Rows rows(const QString &file) const;
    QString answer(const QString &file, const QString &sql) const;
    bool passEnds(const QString &file, qint64 milliseconds) const;

    QTemporaryDir m_folder;
    Rows m_whole;
    qint64 m_time = 0;      // of an undisturbed pass, milliseconds
    QList<QString> m_paths; // of all files below the archive that may be disturbed
    QList<QString> m_still; // of the others
    QList<QString> m_away;  // of those that are moved out of it, in the order of their numbers there
    QSet<QString> m_touched;
};

void TestKilledPass::initTestCase()
{
    const SyntheticArchive archive(articles);
    for (int number = 0; number < articles; ++number) {
        const SyntheticFile made = archive.file(number);
        const QString path = m_folder.filePath(u"archive/"_s + QString::fromUtf8(made.path));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(made.bytes), made.bytes.size());
        (number % oneInStill == 0 ? m_still : m_paths) << QString::fromUtf8(made.path);
    }
    QVERIFY(QDir().mkpath(m_folder.filePath(u"away"_s)));
    QElapsedTimer timer;
    timer.start();
    const QString file = m_folder.filePath(u"whole.sqlite"_s);
    QVERIFY(passEnds(file, 60'000));
    m_time = timer.elapsed();
    m_whole = rows(file);
    QCOMPARE(m_whole.size(), articles);
    checkSound(file);
}

// True where the pass came to its end within the time; else it was killed, as by kill -9.
bool TestKilledPass::passEnds(const QString &file, qint64 milliseconds) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--pass"_s, m_folder.filePath(u"archive"_s), file});
    if (process.waitForFinished(int(milliseconds)))
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    process.kill();
    process.waitForFinished();
    return false;
}

QString TestKilledPass::answer(const QString &file, const QString &sql) const
{
    QString error;
    Database database;
    if (!database.open(file, DatabaseUse::Reading, &error))
        return error;
    Statement statement(database, sql);
    return statement.execute(&error) && statement.next() ? statement.text(0) : error;
}

Rows TestKilledPass::rows(const QString &file) const
{
    QString error;
    Database database;
    if (!database.open(file, DatabaseUse::Reading, &error))
        return {};
    Statement all(database,
                  u"SELECT path, concat FROM (SELECT path, place || ' ' || identity || ' ' || sort_ms"
                  " || ' ' || date_ms || ' ' || date_offset || ' ' || problems || ' ' || title"
                  " || ' ' || author || ' ' || head_image || ' ' || link || ' ' ||"
                  " (SELECT name FROM categories WHERE id = category) AS concat FROM articles)"_s);
    Rows result;
    for (bool more = all.execute(&error) && all.next(); more; more = all.next())
        result.insert(QString::fromUtf8(all.bytes(0)), all.text(1));
    return result;
}

void TestKilledPass::checkSound(const QString &file) const
{
    QCOMPARE(answer(file, u"PRAGMA integrity_check"_s), u"ok"_s);
    QCOMPARE(
        answer(file, u"SELECT count(*) FROM (SELECT path FROM articles GROUP BY path HAVING count(*) > 1)"_s),
        u"0"_s);
    QCOMPARE(answer(file, u"SELECT count(*) FROM categories AS c WHERE own !="
                          " (SELECT count(*) FROM articles WHERE category = c.id)"_s),
             u"0"_s);
    QCOMPARE(answer(file, u"SELECT count(*) FROM categories AS c WHERE total != own +"
                          " (SELECT coalesce(sum(total), 0) FROM categories WHERE parent = c.id)"_s),
             u"0"_s);
}

// What happens beside them is no business of theirs.
void TestKilledPass::checkStill(const Rows &now) const
{
    for (const QString &path : m_still)
        QCOMPARE(path + now.value(path), path + m_whole.value(path));
}

void TestKilledPass::everyCatalogue_isWhole()
{
    int inTheMiddle = 0;
    qsizetype before = 0;
    QString file = m_folder.filePath(u"0.sqlite"_s);
    for (int killed = 0; killed < kills();) {
        const bool ended = passEnds(file, QRandomGenerator::global()->bounded(m_time + 1));
        killed += ended ? 0 : 1;
        if (!QFile::exists(file) || answer(file, u"SELECT count(*) FROM sqlite_master"_s) == u"0")
            continue; // it had not come as far as the tables
        checkSound(file);
        const Rows now = rows(file);
        QVERIFY2(now.size() >= before, "an article was lost");
        for (auto row = now.begin(); row != now.end(); ++row)
            QCOMPARE(row.value(), m_whole.value(row.key()));
        inTheMiddle += !now.isEmpty() && now.size() < articles ? 1 : 0;
        before = now.size();
        if (ended) {
            QCOMPARE(now.size(), articles);
            before = 0;
            file = m_folder.filePath(QString::number(killed) + u".sqlite"_s);
        }
    }
    QVERIFY(passEnds(file, 60'000));
    QCOMPARE(rows(file), m_whole);
    checkSound(file);
    qInfo("%d kills, %d of them between two transactions", kills(), inTheMiddle);
    QVERIFY(inTheMiddle > 0 || kills() < manyKills);
}

int TestKilledPass::kills() const
{
    const int wanted = qEnvironmentVariableIntValue("LECTERN_KILLS");
    return wanted > 0 ? wanted : usualKills;
}

QString TestKilledPass::takeSome(QList<QString> &paths) const
{
    const qsizetype at = QRandomGenerator::global()->bounded(paths.size());
    paths.swapItemsAt(at, paths.size() - 1);
    return paths.takeLast();
}

// Brings back what was moved away, moves others away, renames some and writes to some.
void TestKilledPass::disturb()
{
    constexpr int each = 100;
    const QString archive = m_folder.filePath(u"archive/"_s);
    const QString away = m_folder.filePath(u"away/%1"_s);
    for (int i = 0; i < m_away.size(); ++i)
        QVERIFY(QFile::rename(away.arg(i), archive + m_away.at(i)));
    m_paths += std::exchange(m_away, {});
    for (int i = 0; i < each; ++i) {
        m_away << takeSome(m_paths);
        QVERIFY(QFile::rename(archive + m_away.last(), away.arg(i)));
        const QString before = takeSome(m_paths);
        const qsizetype name = before.lastIndexOf(u'/') + 1;
        const QString after = QString(before).insert(name, u'r');
        QVERIFY(QFile::rename(archive + before, archive + after));
        QFile file(archive + takeSome(m_paths));
        QVERIFY(file.open(QIODevice::Append) && file.write("more") == 4);
        m_touched << m_away.last() << before << after << file.fileName().mid(archive.size());
        m_paths << after << file.fileName().mid(archive.size());
    }
}

// Path to row number.
QMap<QString, QString> TestKilledPass::numbers(const QString &file) const
{
    QString error;
    Database database;
    if (!database.open(file, DatabaseUse::Reading, &error))
        return {};
    Statement all(database, u"SELECT path, id FROM articles"_s);
    QMap<QString, QString> result;
    for (bool more = all.execute(&error) && all.next(); more; more = all.next())
        result.insert(QString::fromUtf8(all.bytes(0)), all.text(1));
    return result;
}

void TestKilledPass::everyReconcile_isWhole()
{
    const QString file = m_folder.filePath(u"whole.sqlite"_s);
    const QMap<QString, QString> before = numbers(file);
    int inTheMiddle = 0;
    QElapsedTimer timer;
    disturb();
    timer.start();
    QVERIFY(passEnds(file, 60'000));
    const qint64 time = timer.elapsed();
    for (int killed = 0; killed < kills();) {
        disturb();
        const Rows old = rows(file);
        const bool ended = passEnds(file, QRandomGenerator::global()->bounded(time + 1));
        killed += ended ? 0 : 1;
        checkSound(file);
        const Rows now = rows(file);
        checkStill(now);
        if (QTest::currentTestFailed())
            return;
        inTheMiddle += !ended && now != old ? 1 : 0;
    }
    QVERIFY(passEnds(file, 60'000));
    checkSound(file);
    const QString fresh = m_folder.filePath(u"fresh.sqlite"_s);
    QVERIFY(passEnds(fresh, 60'000));
    const Rows expected = rows(fresh);
    const Rows found = rows(file);
    QCOMPARE(expected.size(), articles - m_away.size());
    QCOMPARE(found.size(), expected.size());
    for (auto row = expected.begin(); row != expected.end(); ++row)
        QCOMPARE(row.key() + found.value(row.key()), row.key() + row.value());
    const QMap<QString, QString> after = numbers(file);
    for (auto row = before.begin(); row != before.end(); ++row) {
        if (!m_touched.contains(row.key()))
            QCOMPARE(after.value(row.key()), row.value());
    }
    qInfo("%d kills, %d of them after a transaction", kills(), inTheMiddle);
    QVERIFY(inTheMiddle > 0 || kills() < manyKills);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--pass")
        return runPass(QFile::encodeName(arguments.value(2)), arguments.value(3));
    TestKilledPass test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedpass.moc"

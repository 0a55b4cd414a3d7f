#include "app/images/hostmemory.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestHostMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void memory_outlivesTheRun_data();
    void memory_outlivesTheRun();
    void deadHost_restsForADay_data();
    void deadHost_restsForADay();
    void whatWorks_isAliveAgain();
    void failures_areForgotten();
    void standIns_areKeptAndBounded();
    void damagedFile_isBegunAnew();
    void otherSchema_isBegunAnew();
    void unusableFile_isDoneWithout();

private:
    static constexpr qint64 now = 1'700'000'000'000;
    const QUrl m_picture{u"https://a.example/1.png"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_error;
};

void TestHostMemory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"hosts.sqlite"_s);
    m_error.clear();
}

void TestHostMemory::memory_outlivesTheRun_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("in a file") << true << true;
    QTest::newRow("in memory") << false << false;
}

void TestHostMemory::memory_outlivesTheRun()
{
    QFETCH(bool, isOpen);
    QFETCH(bool, isKept);
    {
        HostMemory memory;
        QVERIFY(memory.open(isOpen ? m_file : QString(), &m_error));
        QVERIFY(!memory.worked(u"a.example"_s));
        QVERIFY(memory.gone(m_picture).isEmpty());
        memory.setWorked(u"a.example"_s, {Rung::Plain});
        memory.setWorked(u"a.example"_s, {Rung::OwnReferrer});
        memory.setGone(m_picture, u"410"_s);
        memory.setDead(u"b.example"_s, now);
        QCOMPARE(memory.worked(u"a.example"_s), WorkedWay{Rung::OwnReferrer});
    }
    HostMemory again;
    QVERIFY2(again.open(m_file, &m_error), qPrintable(m_error));
    QCOMPARE(again.worked(u"a.example"_s),
             isKept ? std::optional(WorkedWay{Rung::OwnReferrer}) : std::nullopt);
    QCOMPARE(again.gone(m_picture), isKept ? u"410"_s : QString());
    QCOMPARE(again.isDead(u"b.example"_s, now), isKept);
    QVERIFY(again.gone(QUrl(u"https://a.example/2.png"_s)).isEmpty());
}

void TestHostMemory::deadHost_restsForADay_data()
{
    QTest::addColumn<qint64>("later"); // milliseconds
    QTest::addColumn<bool>("dead");
    QTest::newRow("at once") << qint64(0) << true;
    QTest::newRow("almost a day") << HostMemory::restOfTheDead - 1 << true;
    QTest::newRow("a day") << HostMemory::restOfTheDead << false;
    QTest::newRow("the clock went back") << qint64(-1) << false;
}

void TestHostMemory::deadHost_restsForADay()
{
    QFETCH(qint64, later);
    HostMemory memory;
    QVERIFY(memory.open({}, &m_error));
    memory.setDead(u"b.example"_s, now);
    QTEST(memory.isDead(u"b.example"_s, now + later), "dead");
    QVERIFY(!memory.isDead(u"c.example"_s, now + later));
}

void TestHostMemory::whatWorks_isAliveAgain()
{
    HostMemory memory;
    QVERIFY(memory.open({}, &m_error));
    memory.setDead(u"a.example"_s, now);
    memory.setWorked(u"a.example"_s, {Rung::Plain});
    QVERIFY(!memory.isDead(u"a.example"_s, now));
}

void TestHostMemory::failures_areForgotten()
{
    HostMemory memory;
    QVERIFY(memory.open({}, &m_error));
    memory.setGone(m_picture, u"404"_s);
    memory.setDead(u"a.example"_s, now);
    memory.setWorked(u"c.example"_s, {Rung::OtherScheme, u"https"_s});
    memory.setWorked(u"d.example"_s, {Rung::Plain});
    memory.forgetWorked([](const QString &host) { return host == u"d.example"_s; });
    QVERIFY(!memory.worked(u"d.example"_s));
    memory.forgetFailures(m_picture);
    QVERIFY(memory.gone(m_picture).isEmpty());
    QVERIFY(!memory.isDead(u"a.example"_s, now));
    QCOMPARE(memory.worked(u"c.example"_s), (WorkedWay{Rung::OtherScheme, u"https"_s}));
}

void TestHostMemory::standIns_areKeptAndBounded()
{
    const QString host = u"a.example"_s;
    {
        HostMemory memory;
        QVERIFY(memory.open(m_file, &m_error));
        QVERIFY(!memory.hasStandIns(host));
        QVERIFY(!memory.standIn(host, "first"));
        memory.setStandIn(host, "first", {StandIn::Suspected, 2});
        memory.setStandIn(host, "first", {StandIn::Certain, 0});
        QCOMPARE(memory.standIn(host, "first"), (StandInRecord{StandIn::Certain, 0}));
    }
    HostMemory again;
    QVERIFY(again.open(m_file, &m_error));
    QVERIFY(again.hasStandIns(host));
    QCOMPARE(again.standIn(host, "first"), (StandInRecord{StandIn::Certain, 0}));
    QVERIFY(!again.standIn(host, "second"));
    for (int i = 0; i < HostMemory::mostStandIns; ++i)
        again.setStandIn(u"b.example"_s, QByteArray::number(i), {StandIn::Suspected, 0});
    QVERIFY(!again.standIn(host, "first"));
    QVERIFY(again.standIn(u"b.example"_s, "0"));
}

void TestHostMemory::damagedFile_isBegunAnew()
{
    QFile file(m_file);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    HostMemory memory;
    QVERIFY2(memory.open(m_file, &m_error), qPrintable(m_error));
    memory.setGone(m_picture, u"404"_s);
    QCOMPARE(memory.gone(m_picture), u"404"_s);
}

void TestHostMemory::otherSchema_isBegunAnew()
{
    {
        HostMemory memory;
        QVERIFY(memory.open(m_file, &m_error));
        memory.setGone(m_picture, u"404"_s);
    }
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        database.setDatabaseName(m_file);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version=99"_s));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    HostMemory memory;
    QVERIFY2(memory.open(m_file, &m_error), qPrintable(m_error));
    QVERIFY(memory.gone(m_picture).isEmpty());
}

void TestHostMemory::unusableFile_isDoneWithout()
{
    HostMemory memory;
    QVERIFY(!memory.open(m_folder->filePath(u"none/hosts.sqlite"_s), &m_error));
    QVERIFY(!m_error.isEmpty());
    memory.setGone(m_picture, u"404"_s);
    QCOMPARE(memory.gone(m_picture), u"404"_s);
}

QTEST_GUILESS_MAIN(TestHostMemory)
#include "tst_hostmemory.moc"

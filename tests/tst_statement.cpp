#include "app/catalog/statement.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestStatement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_database.close(); }
    void boundValues_comeBackUnchanged();
    void nullText_isStoredEmpty();
    void hostileText_staysText();
    void brokenSql_saysSo();
    void usedAgain_takesNewValues();
    void boundWhileRunning_startsAnew();
    void firstNumber_withoutRow_isAbsentWithoutError();
    void index_isFoundInAnyFile();
    void withoutDatabase_fails();
    void moved_keepsWorking();

private:
    Database m_database;
};

void TestStatement::init()
{
    QString error;
    QVERIFY(m_database.open(memoryDatabaseName(), DatabaseUse::Disposable, &error));
    QVERIFY(m_database.execute(u"CREATE TABLE t(a, b, c, d)"_s, &error));
}

void TestStatement::boundValues_comeBackUnchanged()
{
    QString error;
    const qint64 number = std::numeric_limits<qint64>::min();
    const QByteArray bytes("\xff\x00/a", 4);
    Statement insert(m_database, u"INSERT INTO t VALUES(?,?,?,?)"_s);
    QVERIFY(insert.bind(number).bind(0.25).bind(u"新媒体"_s).bind(bytes).execute(&error));
    Statement select(m_database, u"SELECT a, b, c, d FROM t"_s);
    QVERIFY(select.execute(&error));
    QVERIFY(select.next());
    QCOMPARE(select.number(0), number);
    QCOMPARE(select.real(1), 0.25);
    QCOMPARE(select.text(2), u"新媒体"_s);
    QCOMPARE(select.bytes(3), bytes);
    QVERIFY(!select.next());
    QVERIFY(!select.hasFailed(&error));
}

void TestStatement::nullText_isStoredEmpty()
{
    QString error;
    Statement insert(m_database, u"INSERT INTO t(a, b) VALUES(?,?)"_s);
    QVERIFY(insert.bind(QString()).bind(QByteArray()).execute(&error));
    Statement nulls(m_database, u"SELECT count(*) FROM t WHERE a IS NULL OR b IS NULL"_s);
    QCOMPARE(firstNumber(nulls, &error), 0);
}

void TestStatement::hostileText_staysText()
{
    QString error;
    const QString text = u"'); DROP TABLE t; --"_s;
    Statement insert(m_database, u"INSERT INTO t(c) VALUES(?)"_s);
    QVERIFY(insert.bind(text).execute(&error));
    Statement select(m_database, u"SELECT c FROM t"_s);
    QVERIFY(select.execute(&error) && select.next());
    QCOMPARE(select.text(0), text);
}

void TestStatement::brokenSql_saysSo()
{
    QString error;
    Statement statement(m_database, u"SELECT a FROM nowhere"_s);
    QVERIFY(!statement.execute(&error));
    QVERIFY2(error.contains(u"nowhere"_s), qPrintable(error));
}

void TestStatement::usedAgain_takesNewValues()
{
    QString error;
    Statement insert(m_database, u"INSERT INTO t(a) VALUES(?)"_s);
    for (qint64 value = 1; value <= 3; ++value)
        QVERIFY(insert.bind(value).execute(&error));
    Statement sum(m_database, u"SELECT sum(a) FROM t"_s);
    QCOMPARE(firstNumber(sum, &error), 6);
}

void TestStatement::boundWhileRunning_startsAnew()
{
    QString error;
    QVERIFY(m_database.execute(u"INSERT INTO t(a) VALUES(1),(1),(2)"_s, &error));
    Statement select(m_database, u"SELECT a FROM t WHERE a=?"_s);
    QVERIFY(select.bind(qint64(1)).execute(&error) && select.next());
    QVERIFY(select.bind(qint64(2)).execute(&error) && select.next());
    QCOMPARE(select.number(0), 2);
    QVERIFY(!select.next());
}

void TestStatement::firstNumber_withoutRow_isAbsentWithoutError()
{
    QString error;
    Statement select(m_database, u"SELECT a FROM t"_s);
    QCOMPARE(firstNumber(select, &error), std::nullopt);
    QCOMPARE(error, QString());
}

void TestStatement::index_isFoundInAnyFile()
{
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Precious, &error));
    QVERIFY(database.execute(u"ATTACH ':memory:' AS other"_s, &error));
    QVERIFY(database.execute(u"CREATE TABLE other.t(a)"_s, &error));
    QVERIFY(!hasIndex(database, u"t_a"_s));
    QVERIFY(database.execute(u"CREATE INDEX other.t_a ON t(a)"_s, &error));
    QVERIFY(hasIndex(database, u"t_a"_s));
    QVERIFY(!hasIndex(database, u"t"_s));
    QCOMPARE(error, QString());
}

void TestStatement::withoutDatabase_fails()
{
    QString error;
    Statement statement;
    QVERIFY(!statement.execute(&error));
    QVERIFY(!error.isEmpty());
    QVERIFY(!statement.next());
}

void TestStatement::moved_keepsWorking()
{
    QString error;
    Statement first(m_database, u"SELECT ?"_s);
    Statement second;
    second = std::move(first);
    QCOMPARE(firstNumber(second.bind(qint64(7)), &error), 7);
}

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"

#include "app/library/pathresolver.h"

#include "app/catalog/filestamp.h"
#include "app/catalog/statement.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPathResolver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void found_areOneArray();
    void slices_comeToTheSame();
    void brokenCatalogue_saysSo();

private:
    std::unique_ptr<Database> m_database;
};

void TestPathResolver::init()
{
    QString error;
    m_database = std::make_unique<Database>();
    QVERIFY(m_database->open(u":memory:"_s, DatabaseUse::Disposable, &error));
    QVERIFY(m_database->attach(u":memory:"_s, u"catalogue"_s, &error));
    QVERIFY(m_database->execute(
        u"CREATE TABLE catalogue.articles(id INTEGER PRIMARY KEY, place INTEGER, path BLOB)"_s, &error));
    Statement insert(*m_database, u"INSERT INTO catalogue.articles VALUES(?,?,?)"_s);
    for (const auto &[id, path] : {std::pair(7, "a"_ba), std::pair(3, "b"_ba), std::pair(9, "\xff"_ba)})
        QVERIFY(insert.bind(qint64(id)).bind(placeOf(path)).bind(path).execute(&error));
}

void TestPathResolver::found_areOneArray()
{
    QString error;
    PathResolver resolver(*m_database, {"\xff", "c", "a"});
    QVERIFY(!resolver.resolveSome(100, &error));
    QVERIFY(error.isEmpty());
    QCOMPARE(resolver.ids(), u"[9,7]"_s);
    PathResolver none(*m_database, {});
    QVERIFY(!none.resolveSome(100, &error));
    QCOMPARE(none.ids(), u"[]"_s);
}

void TestPathResolver::slices_comeToTheSame()
{
    QString error;
    PathResolver resolver(*m_database, {"a", "b", "c"});
    QVERIFY(resolver.resolveSome(1, &error));
    QVERIFY(resolver.resolveSome(1, &error));
    QVERIFY(!resolver.resolveSome(1, &error));
    QCOMPARE(resolver.ids(), u"[7,3]"_s);
}

void TestPathResolver::brokenCatalogue_saysSo()
{
    QString error;
    QVERIFY(m_database->execute(u"DROP TABLE catalogue.articles"_s, &error));
    PathResolver resolver(*m_database, {"a", "b"});
    QVERIFY(!resolver.resolveSome(1, &error));
    QVERIFY(!error.isEmpty());
}

QTEST_GUILESS_MAIN(TestPathResolver)
#include "tst_pathresolver.moc"

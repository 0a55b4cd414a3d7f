#include "app/catalog/marks.h"
#include "app/catalog/marksbackup.h"
#include "tests/testfolders.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

// tests/marks/schemaN.sql: what each earlier version left behind.
QString fixture(int schema)
{
    QFile file(testsFolder() + QStringLiteral("/marks/schema%1.sql").arg(schema));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool makeFile(const QString &name, int schema, QString *error)
{
    Database database;
    return database.open(name, DatabaseUse::Precious, error) && database.execute(fixture(schema), error);
}

}

class TestMarksSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newFile_isOfThisSchema();
    void everyEarlierSchema_hasItsFixture();
    void earlierSchema_keepsEveryMark_data();
    void earlierSchema_keepsEveryMark();
    void earlierSchema_keepsHorizonsAndJournal();
    void earlierSchema_isKeptAsItWas();
    void migratedFile_canBeUsedFurther();
    void twiceUpToDate_changesNothing();
    void newerSchema_isRefused();

private:
    QTemporaryDir m_folder;
};

void TestMarksSchema::newFile_isOfThisSchema()
{
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Precious, &error));
    QVERIFY2(bringMarksUpToDate(database, &error), qPrintable(error));
    QCOMPARE(database.schemaNumber(&error), marksSchemaNumber);
}

void TestMarksSchema::everyEarlierSchema_hasItsFixture()
{
    for (int schema = 1; schema < marksSchemaNumber; ++schema)
        QVERIFY2(!fixture(schema).isEmpty(), qPrintable(QString::number(schema)));
}

void TestMarksSchema::earlierSchema_keepsEveryMark_data()
{
    QTest::addColumn<int>("schema");
    QTest::addColumn<quint64>("identity");
    QTest::addColumn<bool>("read");
    QTest::addColumn<bool>("starred");
    QTest::addColumn<double>("position");
    QTest::addColumn<qint64>("readAt");
    constexpr qint64 then = 1'637'668'800'000;
    for (int schema = 1; schema < marksSchemaNumber; ++schema) {
        const auto row = [schema](const char *what) -> QTestData & {
            return QTest::addRow("%d: %s", schema, what) << schema;
        };
        row("read and starred") << quint64(1) << true << true << 0.5 << then;
        row("starred") << quint64(2) << false << true << 0.0 << qint64(-1);
        row("position") << quint64(3) << false << false << 0.25 << qint64(-1);
        row("unread again") << quint64(4) << false << false << 0.0 << then;
        row("large identity") << static_cast<quint64>(-81985529216486896) << true << false << 1.0 << then + 1;
        row("unknown") << quint64(9) << false << false << 0.0 << qint64(-1);
    }
}

void TestMarksSchema::earlierSchema_keepsEveryMark()
{
    QFETCH(int, schema);
    QFETCH(quint64, identity);
    QFETCH(bool, read);
    QFETCH(bool, starred);
    QFETCH(double, position);
    QFETCH(qint64, readAt);
    QString error;
    QTemporaryDir folder;
    const QString file = marksFile(folder.path());
    QVERIFY2(makeFile(file, schema, &error), qPrintable(error));
    Marks marks;
    QVERIFY2(marks.open(file, &error), qPrintable(error));
    const QDateTime at = readAt < 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(readAt, Qt::UTC);
    QCOMPARE(marks.mark(Identity{identity}, &error), (Mark{read, starred, position, at}));
}

void TestMarksSchema::earlierSchema_keepsHorizonsAndJournal()
{
    QString error;
    QTemporaryDir folder;
    const QString file = marksFile(folder.path());
    QVERIFY2(makeFile(file, 2, &error), qPrintable(error));
    Marks marks;
    QVERIFY2(marks.open(file, &error), qPrintable(error));
    const std::optional<JournalEntry> horizon = marks.undo(noon, &error);
    QVERIFY2(horizon, qPrintable(error));
    QCOMPARE(horizon->horizon, (Horizon{u"/archive"_s, {u"a"_s, u"b"_s}, undatedTime, 1'637'668'800'000}));
    QVERIFY(marks.undo(noon, &error));
    QCOMPARE(marks.mark(Identity{1}, &error)->read, false);
}

void TestMarksSchema::earlierSchema_isKeptAsItWas()
{
    QString error;
    QTemporaryDir folder;
    const QString file = marksFile(folder.path());
    QVERIFY(makeFile(file, 1, &error));
    Marks marks;
    QVERIFY(marks.open(file, &error));
    const QString kept = folder.filePath(u"backups/schema-1.sqlite"_s);
    QVERIFY(QFile::exists(kept));
    Database database;
    QVERIFY(database.open(kept, DatabaseUse::Unchanging, &error));
    QCOMPARE(database.schemaNumber(&error), 1);
    Statement count(database, u"SELECT count(*) FROM marks"_s);
    QCOMPARE(firstNumber(count, &error), 5);
}

void TestMarksSchema::migratedFile_canBeUsedFurther()
{
    QString error;
    QTemporaryDir folder;
    const QString file = marksFile(folder.path());
    QVERIFY(makeFile(file, 1, &error));
    Marks marks;
    QVERIFY(marks.open(file, &error));
    QVERIFY(marks.set(Marking::Unread, {Identity{1}}, noon.addYears(-30), &error));
    QCOMPARE(marks.mark(Identity{1}, &error)->read, false);
    QVERIFY(marks.undo(noon, &error));
    QCOMPARE(marks.mark(Identity{1}, &error)->read, true);
    QVERIFY(marks.opinion(Identity{4}, &error) == ReadOpinion({std::nullopt, 1'637'668'800'000}));
}

void TestMarksSchema::twiceUpToDate_changesNothing()
{
    QString error;
    const QString file = m_folder.filePath(u"twice.sqlite"_s);
    QVERIFY(makeFile(file, 1, &error));
    Database database;
    QVERIFY(database.open(file, DatabaseUse::Precious, &error));
    QVERIFY(bringMarksUpToDate(database, &error) && bringMarksUpToDate(database, &error));
    Statement count(database, u"SELECT count(*) FROM marks"_s);
    QCOMPARE(firstNumber(count, &error), 5);
}

void TestMarksSchema::newerSchema_isRefused()
{
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Precious, &error));
    QVERIFY(database.setSchemaNumber(marksSchemaNumber + 1, &error));
    QVERIFY(!bringMarksUpToDate(database, &error));
    QCOMPARE(database.schemaNumber(&error), marksSchemaNumber + 1);
}

QTEST_GUILESS_MAIN(TestMarksSchema)
#include "tst_marksschema.moc"

#include "app/catalog/marksexchange.h"

#include "app/catalog/marks.h"
#include "app/catalog/marksmerger.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

constexpr Identity one{0xfedcba9876543210}; // no signed number

// One machine with marks of its own.
struct Machine {
    Machine()
    {
        QString error;
        isOpen = marks.open(marksFile(folder.path()), &error) &&
                 database.open(marks.databaseName(), DatabaseUse::Precious, &error);
    }
    QByteArray text() const
    {
        QBuffer out;
        QString error;
        return out.open(QIODevice::WriteOnly) && exportMarks(database, out, &error) ? out.data()
                                                                                    : QByteArray();
    }
    // Without the first line: its version is of this machine alone.
    QByteArray content() const
    {
        const QByteArray all = text();
        return all.mid(all.indexOf('\n') + 1);
    }
    std::optional<ImportedMarks> take(const QByteArray &text)
    {
        QBuffer in;
        QString error;
        in.setData(text);
        return in.open(QIODevice::ReadOnly) ? importMarks(in, database, &error) : std::nullopt;
    }
    bool markSomething(QRandomGenerator &chance, QString *error)
    {
        const Identity identity{chance.bounded(6u)};
        const QDateTime now = noon.addSecs(chance.bounded(-100, 100));
        switch (chance.bounded(4)) {
        case 0:
            return marks.setPosition(identity, chance.bounded(1.0), now, error);
        case 1:
            return marks.addHorizon({u"/archive"_s, {u"日"_s}, undatedTime + chance.bounded(3), 1000, {one}},
                                    {identity}, now, error);
        case 2:
            marks.undo(now, error);
            return error->isEmpty();
        default:
            return marks.set(static_cast<Marking>(chance.bounded(4)), {identity}, now, error);
        }
    }

    QTemporaryDir folder;
    Marks marks;
    Database database;
    bool isOpen = false;
};

}

class TestMarksExchange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isOneObjectALine();
    void everything_comesThrough();
    void machines_agreeInWhateverOrder();
    void imported_canBeMarkedFurther();
    void lines_data();
    void lines();
    void otherText_isRefusedWhole_data();
    void otherText_isRefusedWhole();
};

void TestMarksExchange::text_isOneObjectALine()
{
    QString error;
    Machine machine;
    QVERIFY(machine.isOpen);
    QVERIFY(machine.marks.set(Marking::Read, {Identity{0xc0ffee}}, noon, &error));
    QVERIFY(machine.marks.addHorizon({u"/a"_s, {u"x"_s}, undatedTime, 7}, {}, noon, &error));
    const QList<QByteArray> all = machine.text().split('\n');
    QCOMPARE(all.size(), 4); // the last one is empty
    QCOMPARE(all[0], "{\"lectern-marks\":1,\"version\":1637668800001}");
    QCOMPARE(all[1], "{\"identity\":\"0000000000c0ffee\",\"read\":true,\"readAt\":1637668800000,"
                     "\"readVersion\":1637668800000,\"since\":1637668800000}");
    QVERIFY(all[2].contains("\"category\":[\"x\"]") && all[2].contains("\"to\":7"));
    QVERIFY(all[2].contains("\"undated\":true") && !all[2].contains("\"from\""));
}

void TestMarksExchange::everything_comesThrough()
{
    QString error;
    QRandomGenerator chance(20211123);
    Machine one;
    for (int step = 0; step < 100; ++step)
        QVERIFY2(one.markSomething(chance, &error), qPrintable(error));
    Machine two;
    const std::optional<ImportedMarks> imported = two.take(one.text());
    QVERIFY(imported);
    QVERIFY(imported->articles > 0 && imported->horizons > 0);
    QCOMPARE(imported->refused, 0);
    QVERIFY(imported->hasChanged);
    QCOMPARE(two.content(), one.content());
    QVERIFY(!two.take(one.text()).value_or(ImportedMarks{.hasChanged = true}).hasChanged);
}

// Three machines that mark on their own and exchange now and then: once all have heard of all, they say the
// same.
void TestMarksExchange::machines_agreeInWhateverOrder()
{
    QString error;
    QRandomGenerator chance(7);
    for (int round = 0; round < 10; ++round) {
        Machine machines[3];
        for (int step = 0; step < 40; ++step) {
            Machine &here = machines[chance.bounded(3)];
            QVERIFY(here.markSomething(chance, &error));
            if (chance.bounded(5) == 0)
                QVERIFY(here.take(machines[chance.bounded(3)].text()));
        }
        const QByteArray said[] = {machines[0].text(), machines[1].text(), machines[2].text()};
        QVERIFY(machines[0].take(said[1]) && machines[0].take(said[2]));
        QVERIFY(machines[1].take(said[2]) && machines[1].take(said[0]) && machines[1].take(said[2]));
        QVERIFY(machines[2].take(machines[0].text()));
        QCOMPARE(machines[1].content(), machines[0].content());
        QCOMPARE(machines[2].content(), machines[0].content());
    }
}

void TestMarksExchange::imported_canBeMarkedFurther()
{
    QString error;
    Machine ahead; // its clock is a year ahead
    Machine here;
    QVERIFY(ahead.marks.set(Marking::Read, {Identity{1}}, noon.addYears(1), &error));
    QVERIFY(here.take(ahead.text()));
    QVERIFY(here.marks.set(Marking::Unread, {Identity{1}}, noon, &error));
    QVERIFY(ahead.take(here.text()));
    QCOMPARE(ahead.marks.mark(Identity{1}, &error)->read, false);
}

void TestMarksExchange::lines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("refused");
    const QByteArray horizon = "{\"horizon\":\"0000000000000001\",\"archive\":\"/a\",\"category\":[],"
                               "\"active\":true,\"since\":1,\"version\":1";
    QTest::newRow("article") << QByteArray("{\"identity\":\"00000000000000ff\"}") << 0;
    QTest::newRow("unknown keys are passed over")
        << QByteArray("{\"identity\":\"00000000000000ff\",\"new\":[1]}") << 0;
    QTest::newRow("horizon") << horizon + '}' << 0;
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("no object") << QByteArray("[1,2]") << 1;
    QTest::newRow("no JSON") << QByteArray("\xff\xfe") << 1;
    QTest::newRow("short identity") << QByteArray("{\"identity\":\"ff\"}") << 1;
    QTest::newRow("no hexadecimal") << QByteArray("{\"identity\":\"00000000000000fg\"}") << 1;
    QTest::newRow("version as text") << QByteArray(
                                            "{\"identity\":\"00000000000000ff\",\"readVersion\":\"1\"}")
                                     << 1;
    QTest::newRow("version too late")
        << QByteArray("{\"identity\":\"00000000000000ff\",\"readVersion\":9000000000000000}") << 1;
    QTest::newRow("negative version")
        << QByteArray("{\"identity\":\"00000000000000ff\",\"starredVersion\":-1}") << 1;
    QTest::newRow("position") << QByteArray("{\"identity\":\"00000000000000ff\",\"position\":2}") << 1;
    QTest::newRow("horizon that ends before it begins") << horizon + ",\"from\":2,\"to\":1}" << 1;
    QTest::newRow("horizon without archive")
        << QByteArray("{\"horizon\":\"0000000000000001\",\"category\":[],\"active\":true}") << 1;
    QTest::newRow("deep") << QByteArray(20'000, '[') << 1;
}

void TestMarksExchange::lines()
{
    QFETCH(QByteArray, line);
    QFETCH(int, refused);
    Machine machine;
    const std::optional<ImportedMarks> imported =
        machine.take("{\"lectern-marks\":1}\n" + line + "\n{\"identity\":\"0000000000000007\"}");
    QVERIFY(imported);
    QCOMPARE(imported->refused, refused);
    QVERIFY(imported->articles >= 1); // what comes after it is read
}

void TestMarksExchange::otherText_isRefusedWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("newer") << QByteArray("{\"lectern-marks\":2}\n{\"identity\":\"0000000000000007\"}\n");
    QTest::newRow("no head") << QByteArray("{\"identity\":\"0000000000000007\"}\n");
    QTest::newRow("something else") << QByteArray("PK\x03\x04 something");
}

void TestMarksExchange::otherText_isRefusedWhole()
{
    QFETCH(QByteArray, text);
    Machine machine;
    QVERIFY(!machine.take(text));
    QCOMPARE(machine.content(), QByteArray());
}

QTEST_GUILESS_MAIN(TestMarksExchange)
#include "tst_marksexchange.moc"

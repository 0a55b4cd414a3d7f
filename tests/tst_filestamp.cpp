#include "app/catalog/filestamp.h"

#include <QSet>
#include <QTest>

#include <limits>

class TestFileStamp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyDifference_isAnotherStamp_data();
    void anyDifference_isAnotherStamp();
    void otherProblems_areTheSameStamp();
    void place_neverChanges();
    void places_differ();
    void knownFiles_findWhatWasAdded_data();
    void knownFiles_findWhatWasAdded();
};

static FileEntry entry()
{
    return {"a/b.md", 1000, 1637639863000, 42, {}};
}

void TestFileStamp::anyDifference_isAnotherStamp_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qint64>("modified");
    QTest::addColumn<quint64>("inode");
    QTest::addColumn<uint>("problems");
    const FileEntry same = entry();
    QTest::newRow("path") << QByteArray("a/c.md") << same.size << same.modified << same.inode << 0U;
    QTest::newRow("size") << same.path << qint64(1001) << same.modified << same.inode << 0U;
    QTest::newRow("time") << same.path << same.size << same.modified + 1 << same.inode << 0U;
    QTest::newRow("inode") << same.path << same.size << same.modified << quint64(43) << 0U;
    QTest::newRow("size for time") << same.path << same.modified << same.size << same.inode << 0U;
    QTest::newRow("now unreadable") << same.path << same.size << same.modified << same.inode
                                    << uint(Problem::Unreadable);
}

void TestFileStamp::anyDifference_isAnotherStamp()
{
    QFETCH(const QByteArray, path);
    QFETCH(const qint64, size);
    QFETCH(const qint64, modified);
    QFETCH(const quint64, inode);
    QFETCH(const uint, problems);
    const FileEntry other{path, size, modified, inode, Problems::fromInt(problems)};
    QVERIFY(placeOf(other.path) != placeOf(entry().path) || stampOf(other) != stampOf(entry()));
}

void TestFileStamp::otherProblems_areTheSameStamp()
{
    FileEntry read = entry();
    read.problems = Problem::DateMissing | Problem::FrontMatterRepaired;
    QCOMPARE(stampOf(read), stampOf(entry()));
}

void TestFileStamp::place_neverChanges()
{
    QCOMPARE(quint64(placeOf("a/b.md")), Q_UINT64_C(0x16a40851b78fa922));
}

void TestFileStamp::places_differ()
{
    QSet<qint64> places;
    int paths = 0;
    for (const QByteArray &folder :
         {QByteArray(), QByteArray("a/"), QByteArray("a/b/"), QByteArray(300, 'x')}) {
        for (int number = 0; number < 20'000; ++number, ++paths)
            places << placeOf(folder + QByteArray::number(number) + ".md");
    }
    QCOMPARE(places.size(), paths);
    QVERIFY(placeOf("a") != placeOf(QByteArray("a\0", 2)));
}

void TestFileStamp::knownFiles_findWhatWasAdded_data()
{
    QTest::addColumn<qint64>("reserved");
    QTest::addColumn<qint64>("apart");
    for (const qint64 reserved : {0, 1, 1000, 1'000'000}) {
        QTest::addRow("%lld, all in the middle", reserved) << reserved << qint64(3);
        QTest::addRow("%lld, from end to end", reserved) << reserved << (Q_INT64_C(1) << 54);
    }
}

void TestFileStamp::knownFiles_findWhatWasAdded()
{
    QFETCH(qint64, reserved);
    QFETCH(qint64, apart);
    KnownFiles known;
    QVERIFY(!known.find(0, 0));
    known.reserve(reserved);
    for (qint64 i = -500; i < 500; ++i)
        known.add(i * apart, 7 * i, i + 1000);
    for (qint64 i = -500; i < 500; ++i) {
        QCOMPARE(known.find(i * apart, 7 * i), i + 1000);
        QVERIFY(!known.find(i * apart, 7 * i + 1));
        QVERIFY(!known.find(i * apart + 1, 7 * i));
    }
    QVERIFY(!known.find(std::numeric_limits<qint64>::min(), 0));
    QVERIFY(!known.find(std::numeric_limits<qint64>::max(), 0));
}

QTEST_GUILESS_MAIN(TestFileStamp)
#include "tst_filestamp.moc"

#include "app/library/seenrows.h"

#include <QTest>

#include <thread>
#include <vector>

namespace
{

using Expected = SeenRows::Expected;

}

class TestSeenRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterRows_countAsSeen_data();
    void laterRows_countAsSeen();
    void threads_markNeighbours();
};

void TestSeenRows::laterRows_countAsSeen_data()
{
    QTest::addColumn<Expected>("expected");
    QTest::newRow("few") << Expected::Few;
    QTest::newRow("all") << Expected::All;
}

void TestSeenRows::laterRows_countAsSeen()
{
    QFETCH(const Expected, expected);
    SeenRows rows(2, expected);
    QVERIFY(!rows.contains(0) && !rows.contains(2) && rows.contains(3));
    rows.add(2);
    rows.add(3);
    QVERIFY(!rows.contains(1) && rows.contains(2));
    QVERIFY(SeenRows().contains(0));
}

void TestSeenRows::threads_markNeighbours()
{
    constexpr ArticleId newest = 20'000;
    SeenRows rows(newest, Expected::All);
    std::vector<std::jthread> threads;
    for (ArticleId first : {0, 1}) {
        threads.emplace_back([&rows, first] {
            for (ArticleId id = first; id <= newest; id += 2)
                rows.add(id);
        });
    }
    threads.clear(); // waits
    for (ArticleId id = 0; id <= newest; ++id)
        QVERIFY(rows.contains(id));
}

QTEST_GUILESS_MAIN(TestSeenRows)
#include "tst_seenrows.moc"

#include "app/images/collecttally.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCollectTally final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failures_areCountedByHostAndReason();
};

void TestCollectTally::failures_areCountedByHostAndReason()
{
    CollectTally tally;
    QCOMPARE(tally.failed(), 0);
    tally.stored = 3;
    tally.fetched = 4;
    for (const QString &status : {u"404"_s, u"404"_s, u"403"_s})
        ++tally.failures[{u"a.example"_s, ImageFailure::HttpStatus, status}];
    ++tally.failures[{u"b.example"_s, ImageFailure::HttpStatus, u"404"_s}];
    ++tally.failures[{u"a.example"_s, ImageFailure::TimedOut, {}}];
    QCOMPARE(tally.failures.size(), 4);
    QCOMPARE(tally.failed(), 5);
    QCOMPARE(tally.here(), 7);
}

QTEST_GUILESS_MAIN(TestCollectTally)
#include "tst_collecttally.moc"

#include "ui/fetchreport.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

class TestFetchReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failures_areListedTheMostFirst();
    void shortNames_leaveTheirRoomToTheReasons();
    void nothingFailed_cannotBeTriedAgain();
};

void TestFetchReport::failures_areListedTheMostFirst()
{
    CollectTally tally;
    tally.pictures = 10;
    tally.fetched = 4;
    tally.failures = {{{u"a.example"_s, ImageFailure::TimedOut, {}}, 1},
                      {{u"b.example"_s, ImageFailure::HttpStatus, u"403"_s}, 5}};
    FetchReport report;
    const QSignalSpy again(&report, &FetchReport::againWanted);
    report.showTally(tally, CollectEnd::Done);
    const QAbstractItemModel *model = report.findChild<QTreeView *>()->model();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, 0).data().toString(), u"b.example"_s);
    QCOMPARE(model->index(0, 1).data().toString(), u"5"_s);
    QCOMPARE(model->headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>(),
             Qt::AlignRight | Qt::AlignVCenter); // as the numbers under it
    QVERIFY(model->index(0, 2).data().toString().contains(u"403"_s));
    QVERIFY(report.findChild<QLabel *>(u"fetchReportText"_s)->text().contains(u"b.example"_s));
    report.findChild<QPushButton *>(u"fetchAgain"_s)->click();
    QCOMPARE(again.size(), 1);
    report.showTally(tally, CollectEnd::Done);
    QCOMPARE(model->rowCount(), 2);
}

void TestFetchReport::shortNames_leaveTheirRoomToTheReasons()
{
    FetchReport report;
    const auto *list = report.findChild<QTreeView *>();
    const auto show = [&report](const QString &host) {
        CollectTally tally;
        tally.failures = {{{host, ImageFailure::TimedOut, {}}, 1}};
        report.showTally(tally, CollectEnd::Done);
    };
    show(u"a.example"_s);
    const int narrow = list->columnWidth(0);
    const QString longer = u"pictures.of.a.long.name.example"_s;
    show(longer);
    QVERIFY(list->columnWidth(0) > narrow);
    QVERIFY(list->columnWidth(0) > list->fontMetrics().horizontalAdvance(longer));
    show(u"longer."_s.repeated(30));
    QVERIFY(list->columnWidth(0) < report.width() / 2);
}

void TestFetchReport::nothingFailed_cannotBeTriedAgain()
{
    FetchReport report;
    report.showTally({}, CollectEnd::Done);
    QVERIFY(!report.findChild<QPushButton *>(u"fetchAgain"_s)->isEnabled());
}

QTEST_MAIN(TestFetchReport)
#include "tst_fetchreport.moc"

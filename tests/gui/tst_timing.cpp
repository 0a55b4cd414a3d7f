#include "ui/timing.h"

#include "tests/patience.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>
#include <QWidget>

class TestTiming final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLoggingCategory::setFilterRules(QStringLiteral("lectern.timing=true")); }
    void milestone_saysWhen();
    void paint_isSaidOnce();
    void switchedOff_watchesNothing();
};

static const QRegularExpression line(QStringLiteral("^\\d+ ms  test$"));

void TestTiming::milestone_saysWhen()
{
    QTest::ignoreMessage(QtDebugMsg, line);
    logMilestone("test");
}

void TestTiming::paint_isSaidOnce()
{
    QWidget widget;
    logNextPaint(widget, "test");
    QCOMPARE(widget.children().size(), 1);
    QTest::ignoreMessage(QtDebugMsg, line);
    widget.show();
    QTRY_COMPARE_WITH_TIMEOUT(widget.children().size(), 0, patience);
    widget.repaint();
}

void TestTiming::switchedOff_watchesNothing()
{
    QLoggingCategory::setFilterRules(QStringLiteral("lectern.timing=false"));
    QWidget widget;
    logNextPaint(widget, "test");
    QCOMPARE(widget.children().size(), 0);
}

QTEST_MAIN(TestTiming)
#include "tst_timing.moc"

#include "ui/busystatus.h"
#include "ui/elidedlabel.h"

#include <QHelpEvent>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace Qt::StringLiterals;

class TestBusyStatus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void work_isShownWhileItLasts()
    {
        BusyStatus status;
        QVERIFY(!status.isVisible());
        status.begin(u"Marking 5,000 articles…"_s, BusyStatus::Stopping::Possible);
        QVERIFY(status.isVisible());
        const auto *bar = status.findChild<QProgressBar *>();
        status.setDone(0.4);
        QCOMPARE(double(bar->value() - bar->minimum()) / (bar->maximum() - bar->minimum()), 0.4);
        const QSignalSpy stopped(&status, &BusyStatus::stopWanted);
        status.findChild<QToolButton *>()->click();
        QCOMPARE(stopped.size(), 1);
        status.end();
        QVERIFY(!status.isVisible());
    }

    void workThatCannotBeStopped_offersNoButton()
    {
        BusyStatus status;
        status.begin(u"Saving the article…"_s, BusyStatus::Stopping::Impossible);
        QVERIFY(!status.findChild<QToolButton *>()->isVisible());
    }

    void whatCanBeStopped_isSaid()
    {
        BusyStatus status;
        QSignalSpy said(&status, &BusyStatus::stoppableChanged);
        status.begin(u"Saving the article…"_s, BusyStatus::Stopping::Possible);
        status.begin(u"Stopping…"_s, BusyStatus::Stopping::Impossible);
        status.end();
        QList<bool> stoppable;
        for (const QList<QVariant> &one : said)
            stoppable << one.first().toBool();
        QCOMPARE(stoppable, QList<bool>({true, false, false}));
    }

    // Where the window is narrow the sentence is cut, and said whole by its tool tip; only then.
    void cutSentence_isWholeInItsToolTip()
    {
        const QString sentence = u"A sentence that is a good deal longer than a narrow window"_s;
        ElidedLabel label;
        label.setText(sentence);
        label.resize(label.sizeHint());
        label.show();
        QHelpEvent asked(QEvent::ToolTip, QPoint(2, 2), label.mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(&label, &asked);
        QVERIFY(QToolTip::text().isEmpty());
        label.resize(label.sizeHint().width() / 3, label.height());
        QVERIFY(label.minimumSizeHint().width() < label.width());
        QApplication::sendEvent(&label, &asked);
        QCOMPARE(QToolTip::text(), sentence);
        QToolTip::hideText();
    }
};

QTEST_MAIN(TestBusyStatus)
#include "tst_busystatus.moc"

#include "ui/busystatus.h"
#include "ui/statusline.h"

#include <QLabel>
#include <QStatusTipEvent>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStatusLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void message_isShownWhileItLasts()
    {
        StatusLine line;
        line.resize(600, line.sizeHint().height());
        line.show();
        const auto *message = line.findChild<QLabel *>(u"statusMessage"_s);
        QVERIFY(!message->isVisible());
        line.showMessage(u"5 articles marked as read. Ctrl+Z takes it back."_s);
        QVERIFY(message->isVisible());
        QCOMPARE(message->text(), line.currentMessage());
        line.clearMessage();
        QVERIFY(!message->isVisible());
    }

    // Qt lets the message run into them, and stops it in the middle of a letter.
    void messageBesideWorks_sharesTheRoom()
    {
        StatusLine line;
        QList<BusyStatus *> works;
        for (const QString &sentence : {u"Marking 5,000 articles…"_s, u"Saving the article…"_s}) {
            works << new BusyStatus;
            line.insertWork(works.last());
            works.last()->begin(sentence, BusyStatus::Stopping::Possible);
        }
        line.resize(500, line.sizeHint().height());
        line.show();
        line.showMessage(u"What is said here is longer than the room that the works leave to it."_s);
        QCoreApplication::sendPostedEvents();
        const auto *message = line.findChild<QLabel *>(u"statusMessage"_s);
        QVERIFY(message->width() > 80);
        QVERIFY(message->geometry().left() >= 0);
        QRect before = message->geometry();
        for (const BusyStatus *work : {works.last(), works.first()}) { // the newer one is further left
            QVERIFY(work->geometry().left() > before.right());
            QVERIFY(work->width() > 80);
            before = work->geometry();
        }
        QVERIFY(before.right() < line.width());
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"

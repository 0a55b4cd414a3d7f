#include "ui/noticebar.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestNoticeBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToSay_takesNoRoom();
    void newerSentence_takesThePlace();
    void settled_isGone();
    void putAway_staysAwayUntilSettled();
    void markup_isShownAsWritten();
    void choice_isOfferedWhereThereIsOne();
    void choice_goesWithoutItsSentence();
};

void TestNoticeBar::nothingToSay_takesNoRoom()
{
    QWidget window;
    NoticeBar bar(&window);
    QVERIFY(bar.isHidden());
    bar.settle(Notice::Folder);
    QVERIFY(bar.isHidden());
}

void TestNoticeBar::newerSentence_takesThePlace()
{
    QWidget window;
    NoticeBar bar(&window);
    bar.put(Notice::Folder, u"one"_s);
    bar.put(Notice::Marks, u"two"_s);
    bar.put(Notice::Folder, u"three"_s);
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.sentences(), QStringList({u"three"_s, u"two"_s}));
}

void TestNoticeBar::settled_isGone()
{
    QWidget window;
    NoticeBar bar(&window);
    bar.put(Notice::Folder, u"one"_s);
    bar.put(Notice::Marks, u"two"_s);
    bar.settle(Notice::Folder);
    QCOMPARE(bar.sentences(), QStringList({u"two"_s}));
    bar.settle(Notice::Marks);
    QVERIFY(bar.isHidden());
}

void TestNoticeBar::putAway_staysAwayUntilSettled()
{
    QWidget window;
    NoticeBar bar(&window);
    bar.put(Notice::Folder, u"one"_s);
    window.show();
    auto *close = bar.findChild<QToolButton *>(u"dismiss"_s);
    QVERIFY(!close->accessibleName().isEmpty());
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(bar.isHidden());
    bar.put(Notice::Folder, u"one"_s);
    QVERIFY(bar.isHidden());
    bar.settle(Notice::Folder);
    bar.put(Notice::Folder, u"one"_s);
    QCOMPARE(bar.sentences(), QStringList({u"one"_s}));
}

void TestNoticeBar::markup_isShownAsWritten()
{
    QWidget window;
    NoticeBar bar(&window);
    bar.put(Notice::Folder, u"<b>folder</b>"_s);
    QCOMPARE(bar.findChild<QLabel *>()->textFormat(), Qt::PlainText);
}

void TestNoticeBar::choice_isOfferedWhereThereIsOne()
{
    QWidget window;
    NoticeBar bar(&window);
    QSignalSpy chosen(&bar, &NoticeBar::chosen);
    bar.put(Notice::Folder, u"one"_s, u"Look Again"_s);
    auto *choice = bar.findChild<QToolButton *>(u"choice"_s);
    QVERIFY(!choice->isHidden());
    choice->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<Notice>(), Notice::Folder);
    bar.put(Notice::Folder, u"two"_s);
    QVERIFY(choice->isHidden());
}

void TestNoticeBar::choice_goesWithoutItsSentence()
{
    QWidget window;
    NoticeBar bar(&window);
    bar.offer(Notice::Folder, u"Look Again"_s);
    QVERIFY(bar.isHidden());
    bar.put(Notice::Folder, u"one"_s, u"Look Again"_s);
    const auto *choice = bar.findChild<QToolButton *>(u"choice"_s);
    bar.offer(Notice::Folder, {});
    QVERIFY(choice->isHidden());
    bar.offer(Notice::Folder, u"Look Again"_s);
    QVERIFY(!choice->isHidden());
    QCOMPARE(bar.sentences(), QStringList({u"one"_s}));
}

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"

#include "ui/picturebar.h"

#include "tests/patience.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestPictureBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Text may be twice as large, and the article's column narrow.
    void narrowBar_hasItsSentenceAboveTheButtons()
    {
        PictureBar bar;
        bar.showHeldBack(12, 3);
        const auto *text = bar.findChild<QLabel *>(u"heldBackText"_s);
        const auto *button = bar.findChild<QToolButton *>(u"fetchButton"_s);
        bar.resize(900, bar.sizeHint().height());
        QTRY_VERIFY_WITH_TIMEOUT(text->geometry().right() < button->geometry().left(), patience);
        bar.resize(bar.fontMetrics().averageCharWidth() * 40, 200);
        QTRY_VERIFY_WITH_TIMEOUT(text->geometry().bottom() < button->geometry().top(), patience);
        QVERIFY(text->width() > bar.width() * 3 / 4);
        // Which stand side by side, where the sentence begins.
        const auto *second = bar.findChild<QToolButton *>(u"alwaysButton"_s);
        QCOMPARE(button->geometry().left(), text->geometry().left());
        QVERIFY(second->geometry().left() - button->geometry().right() < bar.fontMetrics().height());
    }

    void nothingHeldBack_hidesTheBar()
    {
        PictureBar bar;
        bar.showHeldBack(1, 1);
        QVERIFY(bar.isVisible());
        bar.showHeldBack(0, 0);
        QVERIFY(!bar.isVisible());
    }
};

QTEST_MAIN(TestPictureBar)
#include "tst_picturebar.moc"

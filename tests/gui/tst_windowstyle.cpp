#include "tests/gui/windowstyletest.h"
#include "ui/lineicon.h"

#include <QDialogButtonBox>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

// The shapes and sizes; the colours have tst_windowpalette.
class TestWindowStyle final : public WindowStyleTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installWindowStyle(); }

    // Where the letters are twice as large, Fusion's arrow takes more than Fusion has reckoned.
    void choice_isAsWideAsItsWords()
    {
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi, false); // which tests have, and the program has not
        const auto back = qScopeGuard([] { QCoreApplication::setAttribute(Qt::AA_Use96Dpi); });
        QImage paper(1, 1, QImage::Format_RGB32);
        constexpr double metersInInch = 0.0254;
        for (const int dotsInInch : {96, 144, 192, 288}) {
            paper.setDotsPerMeterX(qRound(dotsInInch / metersInInch));
            paper.setDotsPerMeterY(qRound(dotsInInch / metersInInch));
            QStyleOptionComboBox option;
            option.fontMetrics = QFontMetrics(QApplication::font(), &paper);
            const QSize words(150, 20);
            const QStyle *style = QApplication::style();
            option.rect = {{}, style->sizeFromContents(QStyle::CT_ComboBox, &option, words)};
            const QRect room =
                style->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField);
            constexpr int margins = 2; // pixels, within which it is written
            QVERIFY2(room.width() >= words.width() + margins, qPrintable(QString::number(dotsInInch)));
        }
    }

    // Fusion has it in the corner, over the last letter.
    void buttonWithMenu_hasRoomForItsArrow()
    {
        QToolButton button;
        button.setAutoRaise(true);
        button.setText(u"and 2 more"_s);
        button.setPopupMode(QToolButton::InstantPopup);
        button.resize(button.sizeHint());
        const int alone = button.width();
        const QImage before = button.grab().toImage();
        button.setMenu(new QMenu(&button));
        button.resize(button.sizeHint());
        QVERIFY(button.width() > alone + 8);
        const QImage after = button.grab().toImage();
        for (const int x : {alone * 2 / 3, alone - 2}) // the text stays where it was, and is whole
            QCOMPARE(after.copy(0, 0, x, after.height()), before.copy(0, 0, x, before.height()));
        double strongest = 0;
        for (int x = alone; x < after.width(); ++x)
            strongest = std::max(strongest, contrast(after.pixelColor(x, after.height() / 2),
                                                     after.pixelColor(after.width() - 2, 2)));
        QVERIFY2(strongest >= 3, qPrintable(QString::number(strongest)));
    }

    // Fusion's frame would be seen within the edge.
    void numberField_hasOneEdge()
    {
        QSpinBox field;
        field.setPalette(paletteOf(styleOf(Theme::Light)));
        field.resize(field.sizeHint());
        QImage image(field.size(), QImage::Format_RGB32);
        image.fill(field.palette().color(QPalette::Window));
        field.render(&image, {}, {}, QWidget::DrawChildren);
        const QColor base = field.palette().color(QPalette::Base);
        const int middle = field.width() / 2;
        QVERIFY(image.pixelColor(middle, 0) != base);
        QCOMPARE(image.pixelColor(middle, 1), base);
        QCOMPARE(image.pixelColor(middle, image.height() - 2), base);
        QVERIFY(image.pixelColor(middle, image.height() - 1) != base);
    }

    void progress_runsTheWayOneReads()
    {
        const QPalette palette = paletteOf(styleOf(Theme::Light));
        const QImage one = progressImage(palette, 30, 100);
        const QImage other = progressImage(palette, 30, 100, Qt::RightToLeft);
        QCOMPARE(one.pixelColor(20, 8), other.pixelColor(80, 8));
        QCOMPARE(one.pixelColor(80, 8), other.pixelColor(20, 8));
    }

    // A shadow under the text makes Chinese characters unreadable.
    void disabledText_hasNoShadow()
    {
        QVERIFY(!QApplication::style()->styleHint(QStyle::SH_EtchDisabledText));
    }

    // Also where another entry is longer, and its key as long.
    void keyOfSubmenu_keepsOffItsArrow_data()
    {
        QTest::addColumn<QString>("longest");
        QTest::addColumn<int>("times");
        QTest::newRow("the longest") << u"A"_s << 1;
        QTest::newRow("another is longer") << u"Read the whole folder again"_s << 1;
        QTest::newRow("large text") << u"Read the whole folder again"_s << 3;
    }

    void keyOfSubmenu_keepsOffItsArrow()
    {
        QFETCH(const QString, longest);
        QFETCH(const int, times);
        const QFont before = QApplication::font();
        const auto restore = qScopeGuard([before] { QApplication::setFont(before); });
        QFont font = before;
        font.setPixelSize(QFontInfo(before).pixelSize() * times);
        QApplication::setFont(font);
        QMenu menu;
        menu.addAction(longest)->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
        auto *below = new QMenu(u"Open Recent"_s, &menu);
        menu.addMenu(below)->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
        menu.ensurePolished();
        menu.resize(menu.sizeHint());
        const QImage image = menu.grab(menu.actionGeometry(below->menuAction())).toImage();
        const QColor ground = image.pixelColor(image.width() / 2, 1);
        const auto isBare = [&](int x) {
            for (int y = 1; y < image.height() - 1; ++y) {
                if (image.pixelColor(x, y) != ground)
                    return false;
            }
            return true;
        };
        int x = image.width() - 4; // within the edge
        const auto skip = [&](bool bare) {
            const int from = x;
            while (x > 0 && isBare(x) == bare)
                --x;
            return from - x;
        };
        QVERIFY(skip(true) > 0);
        QVERIFY(skip(false) > 2); // the arrow
        const int gap = skip(true);
        QVERIFY2(gap >= 4 * times, qPrintable(QString::number(gap)));
    }

    void scrollBar_isDraggedToItsEnd()
    {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 1000);
        bar.setPageStep(100);
        bar.resize(bar.sizeHint().width(), 300);
        bar.show();
        const QPoint thumb(bar.width() / 2, 10);
        QTest::mousePress(&bar, Qt::LeftButton, Qt::NoModifier, thumb);
        QTest::mouseMove(&bar, QPoint(thumb.x(), 299));
        QTest::mouseRelease(&bar, Qt::LeftButton, Qt::NoModifier, QPoint(thumb.x(), 299));
        QCOMPARE(bar.value(), 1000);
        QTest::mouseClick(&bar, Qt::LeftButton, Qt::NoModifier, thumb); // a page back
        QVERIFY(bar.value() < 1000);
    }

    void largeText_hasLargeSigns()
    {
        const QFont before = QApplication::font();
        const int icon = QApplication::style()->pixelMetric(QStyle::PM_ToolBarIconSize);
        QFont large = before;
        large.setPixelSize(QFontInfo(before).pixelSize() * 3);
        QApplication::setFont(large);
        const int largeIcon = QApplication::style()->pixelMetric(QStyle::PM_ToolBarIconSize);
        QApplication::setFont(before);
        QVERIFY(largeIcon >= icon * 3 / 2);
    }

    // Not the theme's, which takes time to load and is of another family.
    void iconsOfQt_areOurs()
    {
        const QStyle *style = QApplication::style();
        const auto drawn = [](const QIcon &icon) { return icon.pixmap(16, 1).toImage(); };
        for (const auto more :
             {QStyle::SP_ToolBarHorizontalExtensionButton, QStyle::SP_ToolBarVerticalExtensionButton})
            QCOMPARE(drawn(style->standardIcon(more)), drawn(lineIcon("more"_L1)));
        QCOMPARE(drawn(style->standardIcon(QStyle::SP_LineEditClearButton)), drawn(lineIcon("close"_L1)));
    }

    void buttons_haveNoIcons()
    {
        const QDialogButtonBox box(QDialogButtonBox::Close);
        QVERIFY(box.button(QDialogButtonBox::Close)->icon().isNull());
    }
};

QTEST_MAIN(TestWindowStyle)
#include "tst_windowstyle.moc"

#include "app/page/theme.h"
#include "ui/lineicon.h"
#include "ui/windowpalette.h"
#include "ui/windowstyle.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

double contrast(const QColor &first, const QColor &second)
{
    return contrastRatio(first.rgb() & 0xffffff, second.rgb() & 0xffffff);
}

QPalette paletteOf(const PageStyle &style)
{
    const QPalette plain = QApplication::style()->standardPalette();
    return windowPalette(style, plain, plain);
}

QImage progressImage(const QPalette &palette, int done, int all,
                     Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QStyleOptionProgressBar option;
    option.palette = palette;
    option.direction = direction;
    option.rect = {0, 0, 100, 16};
    option.maximum = all;
    option.progress = done;
    QImage image(option.rect.size(), QImage::Format_RGB32);
    image.fill(palette.color(QPalette::Window));
    QPainter painter(&image);
    QApplication::style()->drawControl(QStyle::CE_ProgressBar, &option, &painter);
    return image;
}

PageStyle styleOf(Theme theme, Contrast contrast = Contrast::Usual)
{
    return {.theme = theme, .contrast = contrast};
}

}

class TestWindowStyle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installWindowStyle(); }

    void colors_canBeRead_data()
    {
        QTest::addColumn<PageStyle>("style");
        QTest::newRow("light") << styleOf(Theme::Light);
        QTest::newRow("dark") << styleOf(Theme::Dark);
        QTest::newRow("sepia") << styleOf(Theme::Sepia);
        QTest::newRow("light, high contrast") << styleOf(Theme::Light, Contrast::High);
        QTest::newRow("dark, high contrast") << styleOf(Theme::Dark, Contrast::High);
    }

    // WCAG 2.1: 7 for text, 4.5 for quiet text, 3 for the frame of the focus; also on the selection.
    void colors_canBeRead()
    {
        QFETCH(const PageStyle, style);
        const QPalette palette = paletteOf(style);
        const auto color = [&palette](QPalette::ColorRole role) { return palette.color(role); };
        QVERIFY(contrast(color(QPalette::Text), color(QPalette::Base)) >= 7);
        QVERIFY(contrast(color(QPalette::WindowText), color(QPalette::Window)) >= 7);
        QVERIFY(contrast(color(QPalette::ButtonText), color(QPalette::Button)) >= 7);
        QVERIFY(contrast(color(QPalette::PlaceholderText), color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(color(QPalette::PlaceholderText), color(QPalette::Window)) >= 4.3);
        QVERIFY(contrast(color(QPalette::HighlightedText), color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(focusColor(palette), color(QPalette::Base)) >= 3);
    }

    void focus_isSeenOnEveryGround_data() { colors_canBeRead_data(); }

    void focus_isSeenOnEveryGround()
    {
        QFETCH(const PageStyle, style);
        const QPalette palette = paletteOf(style);
        QList<QColor> grounds{palette.color(QPalette::Window), palette.color(QPalette::Base),
                              palette.color(QPalette::Button)};
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            grounds << palette.color(group, QPalette::Highlight);
        for (const QColor &ground : grounds) {
            QStyleOptionFocusRect option;
            option.palette = palette;
            option.backgroundColor = ground;
            option.rect = {0, 0, 60, 24};
            QImage image(60, 24, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter);
            painter.end();
            double edge = 0;
            for (int x = 0; x < 4; ++x)
                edge = std::max(edge, contrast(image.pixelColor(x, 12), ground));
            QVERIFY2(edge >= 3, qPrintable(ground.name() + u' ' + QString::number(edge)));
        }
    }

    void indicators_haveAnEdge_data() { colors_canBeRead_data(); }

    // WCAG 2.1, 1.4.11: 3 against what is beside it.
    void indicators_haveAnEdge()
    {
        QFETCH(const PageStyle, style);
        const QPalette palette = paletteOf(style);
        QStyleOptionButton option;
        option.palette = palette;
        option.state = QStyle::State_Enabled | QStyle::State_Off;
        option.rect = {4, 4, 16, 16};
        for (const auto element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorRadioButton}) {
            QImage image(24, 24, QImage::Format_RGB32);
            image.fill(palette.color(QPalette::Window));
            QPainter painter(&image);
            QApplication::style()->drawPrimitive(element, &option, &painter);
            painter.end();
            const double edge = std::max(contrast(image.pixelColor(4, 12), palette.color(QPalette::Window)),
                                         contrast(image.pixelColor(5, 12), palette.color(QPalette::Window)));
            QVERIFY2(edge >= 3, qPrintable(QString::number(edge)));
        }
    }

    void platformColors_areKeptByTheLightTheme()
    {
        const QPalette plain = QApplication::style()->standardPalette();
        QPalette own = plain;
        own.setColor(QPalette::Highlight, Qt::darkGreen);
        QCOMPARE(windowPalette(styleOf(Theme::Light), own, plain), own);
        QVERIFY(windowPalette(styleOf(Theme::Dark), own, plain) != own);
    }

    void highContrast_isKeptByTheDarkTheme()
    {
        const QPalette plain = QApplication::style()->standardPalette();
        QPalette stark(Qt::white, Qt::black, Qt::white, Qt::black, Qt::gray, Qt::white, Qt::white, Qt::black,
                       Qt::black);
        QCOMPARE(windowPalette(styleOf(Theme::Dark), stark, plain), stark);
        QVERIFY(windowPalette(styleOf(Theme::Light), stark, plain) != stark);
        QCOMPARE(windowPalette(styleOf(Theme::Dark, Contrast::High), stark, plain), stark);
        stark.setColor(QPalette::Window, QColor(40, 40, 40)); // dark, but no more than that
        QVERIFY(windowPalette(styleOf(Theme::Dark), stark, plain) != stark);
    }

    void fields_haveAnEdge_data() { colors_canBeRead_data(); }

    void fields_haveAnEdge()
    {
        QFETCH(const PageStyle, style);
        const QPalette palette = paletteOf(style);
        QLineEdit field;
        field.setPalette(palette);
        field.resize(120, field.sizeHint().height());
        QImage image(field.size(), QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Window));
        field.render(&image, {}, {}, QWidget::DrawChildren);
        const double edge = std::max(contrast(image.pixelColor(0, 12), palette.color(QPalette::Window)),
                                     contrast(image.pixelColor(1, 12), palette.color(QPalette::Window)));
        QVERIFY2(edge >= 1.6, qPrintable(QString::number(edge)));
    }

    void iconOfChoiceWithoutFocus_isSeen_data() { colors_canBeRead_data(); }

    void iconOfChoiceWithoutFocus_isSeen()
    {
        QFETCH(const PageStyle, style);
        const double ink = inkOfChoiceWithoutFocus(paletteOf(style));
        QVERIFY2(ink >= 3, qPrintable(QString::number(ink)));
    }

    // Whose choice may have its strong ground also where the focus is elsewhere.
    void iconOfThePlatformsChoice_isSeen()
    {
        QPalette palette = QApplication::style()->standardPalette();
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            palette.setColor(group, QPalette::Highlight, Qt::darkBlue);
            palette.setColor(group, QPalette::HighlightedText, Qt::white);
        }
        const double ink = inkOfChoiceWithoutFocus(palette);
        QVERIFY2(ink >= 3, qPrintable(QString::number(ink)));
    }

    void choiceWithFocus_hasItsArrow_data() { colors_canBeRead_data(); }

    void choiceWithFocus_hasItsArrow()
    {
        QFETCH(const PageStyle, style);
        const QPalette palette = paletteOf(style);
        QStyleOptionComboBox option;
        option.palette = palette;
        option.state = QStyle::State_Enabled | QStyle::State_HasFocus | QStyle::State_Selected;
        option.rect = {0, 0, 100, 24};
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Window));
        QPainter painter(&image);
        QApplication::style()->drawComplexControl(QStyle::CC_ComboBox, &option, &painter);
        painter.end();
        const QRect place =
            QApplication::style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow);
        const QColor arrow = image.pixelColor(place.center());
        QVERIFY2(contrast(arrow, palette.color(QPalette::Button)) >= 3, qPrintable(arrow.name()));
    }

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

    void progress_isSeen_data() { colors_canBeRead_data(); }

    void progress_isSeen()
    {
        QFETCH(const PageStyle, style);
        const QPalette palette = paletteOf(style);
        const QColor ground = palette.color(QPalette::Window);
        const QImage half = progressImage(palette, 50, 100);
        const QColor done = half.pixelColor(20, 8);
        const QColor left = half.pixelColor(80, 8);
        QVERIFY2(contrast(done, ground) >= 3, qPrintable(done.name()));
        QVERIFY2(contrast(done, left) >= 2, qPrintable(done.name() + left.name()));
        QVERIFY(left != ground);
        const QImage endless = progressImage(palette, 0, 0);
        QCOMPARE(endless.pixelColor(20, 8), endless.pixelColor(80, 8));
        QVERIFY(endless.pixelColor(20, 8) != left && endless.pixelColor(20, 8) != done);
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

private:
    // The contrast of its icon with its ground.
    static double inkOfChoiceWithoutFocus(const QPalette &palette)
    {
        QApplication::setPalette(palette);
        QStyleOptionViewItem option;
        option.palette = palette;
        option.palette.setCurrentColorGroup(QPalette::Inactive);
        option.state = QStyle::State_Enabled | QStyle::State_Selected;
        option.features = QStyleOptionViewItem::HasDecoration;
        option.showDecorationSelected = true; // the whole row
        option.decorationSize = {16, 16};
        option.icon = lineIcon("star"_L1);
        option.rect = {0, 0, 100, 24};
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Base));
        QPainter painter(&image);
        QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &option, &painter);
        painter.end();
        QApplication::setPalette(QApplication::style()->standardPalette());
        const QColor ground = image.pixelColor(90, 12);
        double strongest = 1;
        for (int y = 4; y < 20; ++y) {
            for (int x = 0; x < 24; ++x)
                strongest = std::max(strongest, contrast(image.pixelColor(x, y), ground));
        }
        return strongest;
    }
};

QTEST_MAIN(TestWindowStyle)
#include "tst_windowstyle.moc"

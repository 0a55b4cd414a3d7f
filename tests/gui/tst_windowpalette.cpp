#include "tests/gui/windowstyletest.h"
#include "ui/lineicon.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

// The colours, as the style draws with them.
class TestWindowPalette final : public WindowStyleTest
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

QTEST_MAIN(TestWindowPalette)
#include "tst_windowpalette.moc"

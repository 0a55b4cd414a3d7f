#include "app/page/theme.h"
#include "ui/lineicon.h"
#include "ui/windowpalette.h"
#include "ui/windowstyle.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

double contrast(const QColor &first, const QColor &second)
{
    return contrastRatio(first.rgb() & 0xffffff, second.rgb() & 0xffffff);
}

QPalette paletteOf(Theme theme, Contrast contrast = Contrast::Usual)
{
    const QPalette plain = QApplication::style()->standardPalette();
    return windowPalette({.theme = theme, .contrast = contrast}, plain, plain);
}

// As desktops have it for those who see little.
QPalette blackPalette()
{
    QPalette palette(Qt::black, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::Mid})
        palette.setColor(role, Qt::white);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Highlight, Qt::yellow);
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

QStyleOptionMenuItem entryOf(const QPalette &palette)
{
    QStyleOptionMenuItem entry;
    entry.palette = palette;
    entry.state = QStyle::State_Enabled;
    entry.font = QApplication::font();
    entry.fontMetrics = QFontMetrics(entry.font);
    entry.maxIconWidth = QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize) + 4;
    entry.menuHasCheckableItems = true;
    entry.rect = {0, 0, 200, 24};
    return entry;
}

QImage drawn(const QStyleOptionMenuItem &entry)
{
    QImage image(entry.rect.size(), QImage::Format_RGB32);
    image.fill(entry.palette.color(QPalette::Base));
    QPainter painter(&image);
    QApplication::style()->drawControl(QStyle::CE_MenuItem, &entry, &painter);
    return image;
}

double strongestIn(const QImage &image, const QRect &place, const QColor &ground)
{
    double strongest = 1;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            strongest = std::max(strongest, contrast(image.pixelColor(x, y), ground));
    }
    return strongest;
}

}

class TestMenuStyle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installWindowStyle(); }
    void cleanup() { QApplication::setPalette(QApplication::style()->standardPalette()); }

    void menu_hasEdgesAndSeparators_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << paletteOf(Theme::Light) << 1.2;
        QTest::newRow("dark") << paletteOf(Theme::Dark) << 1.2;
        QTest::newRow("sepia") << paletteOf(Theme::Sepia) << 1.2;
        QTest::newRow("light, high contrast") << paletteOf(Theme::Light, Contrast::High) << 3.0;
        QTest::newRow("dark, high contrast") << paletteOf(Theme::Dark, Contrast::High) << 3.0;
        QTest::newRow("the desktop's") << blackPalette() << 3.0;
    }

    void menu_hasEdgesAndSeparators()
    {
        QFETCH(const QPalette, palette);
        QFETCH(const double, least);
        const QColor ground = palette.color(QPalette::Base);
        QStyleOptionMenuItem menu = entryOf(palette);
        QImage panel(menu.rect.size(), QImage::Format_RGB32);
        panel.fill(Qt::magenta);
        QPainter painter(&panel);
        QApplication::style()->drawPrimitive(QStyle::PE_PanelMenu, &menu, &painter);
        painter.end();
        QCOMPARE(panel.pixelColor(100, 12), ground);
        for (const QPoint edge : {QPoint(0, 12), QPoint(199, 12), QPoint(100, 0), QPoint(100, 23)})
            QVERIFY2(contrast(panel.pixelColor(edge), ground) >= least,
                     qPrintable(panel.pixelColor(edge).name()));
        menu.menuItemType = QStyleOptionMenuItem::Separator;
        menu.rect.setHeight(6);
        QVERIFY(strongestIn(drawn(menu), {100, 0, 1, 6}, ground) >= least);
    }

    void chosenEntry_canBeRead_data() { menu_hasEdgesAndSeparators_data(); }

    // Its icon, its text, and the arrow of the menu behind it.
    void chosenEntry_canBeRead()
    {
        QFETCH(const QPalette, palette);
        QApplication::setPalette(palette);
        QStyleOptionMenuItem entry = entryOf(palette);
        entry.state |= QStyle::State_Selected;
        entry.menuItemType = QStyleOptionMenuItem::SubMenu;
        entry.icon = lineIcon("star"_L1);
        entry.text = u"Pictures"_s;
        const QImage image = drawn(entry);
        const QColor ground = palette.color(QPalette::Highlight);
        QCOMPARE(image.pixelColor(140, 12), ground);
        QVERIFY(strongestIn(image, {6, 2, 20, 20}, ground) >= 3);
        QVERIFY(strongestIn(image, {32, 2, 50, 20}, ground) >= 4.5);
        QVERIFY(strongestIn(image, {180, 2, 14, 20}, ground) >= 3);
    }

    // What is cut where the menu is as wide as it asks to be looks otherwise where it is wider.
    void largeText_isNotCut()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(large);
        QStyleOptionMenuItem entry = entryOf(paletteOf(Theme::Light));
        entry.text = u"Delete Stored Pictures…"_s;
        const QSize text = entry.fontMetrics.size(Qt::TextShowMnemonic, entry.text);
        entry.rect.setSize(QApplication::style()->sizeFromContents(QStyle::CT_MenuItem, &entry, text));
        const QImage asked = drawn(entry);
        entry.rect.setWidth(asked.width() + 100);
        const QImage wide = drawn(entry).copy(asked.rect());
        QApplication::setFont(before);
        QCOMPARE(asked, wide);
    }
};

QTEST_MAIN(TestMenuStyle)
#include "tst_menustyle.moc"

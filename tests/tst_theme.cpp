#include "app/page/theme.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_matchesKnownValues();
    void everyTheme_isReadable_data();
    void everyTheme_isReadable();
    void highContrast_isHigher_data() { everyTheme_isReadable_data(); }
    void highContrast_isHigher();
    void names_comeBack();
    void mended_reachesTheRatio_data();
    void mended_reachesTheRatio();
    void mended_leavesGoodColours();
    void mended_keepsTheHue();
};

void TestTheme::contrast_matchesKnownValues()
{
    QCOMPARE(contrastRatio(0x000000, 0xffffff), 21.0);
    QCOMPARE(contrastRatio(0xffffff, 0xffffff), 1.0);
    // The well-known limit: #767676 is the lightest grey that has 4.5:1 on white.
    QVERIFY(contrastRatio(0x767676, 0xffffff) >= 4.5);
    QVERIFY(contrastRatio(0x777777, 0xffffff) < 4.5);
}

void TestTheme::everyTheme_isReadable_data()
{
    QTest::addColumn<Theme>("theme");
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Sepia})
        QTest::newRow(themeName(theme).toUtf8().constData()) << theme;
}

void TestTheme::everyTheme_isReadable()
{
    QFETCH(Theme, theme);
    const ThemeColors colors = themeColors(theme);
    for (const Rgb ground : {colors.background, colors.quote, colors.code})
        QVERIFY(contrastRatio(colors.text, ground) >= 7.0);
    QVERIFY(contrastRatio(colors.quiet, colors.background) >= 4.5);
    QVERIFY(contrastRatio(colors.link, colors.background) >= 4.5);
    // The accent carries the category path at 13 px.
    QVERIFY(contrastRatio(colors.accent, colors.background) >= 4.5);
}

void TestTheme::highContrast_isHigher()
{
    QFETCH(Theme, theme);
    const ThemeColors colors = themeColors(theme, Contrast::High);
    QCOMPARE(contrastRatio(colors.text, colors.background), 21.0);
    for (const Rgb ground : {colors.background, colors.quote, colors.code, colors.placeholder}) {
        for (const Rgb ink : {colors.text, colors.quiet, colors.link, colors.accent})
            QVERIFY(contrastRatio(ink, ground) >= 7);
    }
    QCOMPARE(themeColors(PageStyle{.theme = theme, .contrast = Contrast::High}).link, colors.link);
}

void TestTheme::names_comeBack()
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Sepia})
        QCOMPARE(themeFromName(themeName(theme)), theme);
    QCOMPARE(themeFromName(u"solarized"), Theme::Light);
}

void TestTheme::mended_reachesTheRatio_data()
{
    QTest::addColumn<quint32>("color");
    QTest::addColumn<quint32>("background");
    for (const quint32 color :
         {0xff0000u, 0x00ff00u, 0x0000ffu, 0xffff00u, 0x808080u, 0xffffffu, 0x000000u, 0x123456u}) {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Sepia})
            QTest::addRow("%06x on %s", color, qPrintable(themeName(theme)))
                << color << themeColors(theme).background;
        QTest::addRow("%06x on itself", color) << color << color;
    }
}

void TestTheme::mended_reachesTheRatio()
{
    QFETCH(quint32, color);
    QFETCH(quint32, background);
    QVERIFY(contrastRatio(mendedColor(color, background, 4.5), background) >= 4.5);
}

void TestTheme::mended_leavesGoodColours()
{
    QCOMPARE(mendedColor(0x0a5ea8, 0xffffff, 4.5), 0x0a5ea8u);
}

void TestTheme::mended_keepsTheHue()
{
    const Rgb mended = mendedColor(0xff6666, 0xfbfaf7, 4.5);
    QVERIFY((mended >> 16) > ((mended >> 8) & 0xff));
    QVERIFY(qAbs(int((mended >> 8) & 0xff) - int(mended & 0xff)) <= 1);
}

QTEST_APPLESS_MAIN(TestTheme)
#include "tst_theme.moc"

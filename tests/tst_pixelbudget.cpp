#include "app/images/pixelbudget.h"

#include <QtTest>

class TestPixelBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void product_allows120Megapixels();
    void picture_countsOnce();
    void refused_takesNothing();
    void noSize_costsNothing();
};

void TestPixelBudget::product_allows120Megapixels()
{
    PixelBudget budget;
    for (const char *key : {"a", "b", "c"})
        QVERIFY(budget.admit(key, {8'000, 5'000}));
    QVERIFY(!budget.admit("d", {1, 1}));
}

void TestPixelBudget::picture_countsOnce()
{
    PixelBudget budget(100);
    for (int time = 0; time < 3; ++time)
        QVERIFY(budget.admit("a", {10, 6}));
    QVERIFY(budget.admit("a", {10, 10})); // another size: it was fetched anew
    QVERIFY(!budget.admit("b", {1, 1}));
    QVERIFY(budget.admit("a", {9, 11}));
    QVERIFY(budget.admit("b", {1, 1}));
}

void TestPixelBudget::refused_takesNothing()
{
    PixelBudget budget(100);
    QVERIFY(!budget.admit("a", {101, 1}));
    QVERIFY(!budget.admit("b", {40'000, 60'000})); // beyond int
    QVERIFY(budget.admit("c", {10, 10}));
}

void TestPixelBudget::noSize_costsNothing()
{
    PixelBudget budget(1);
    QVERIFY(budget.admit("a", {}));
    QVERIFY(budget.admit("b", {1, 1}));
}

QTEST_APPLESS_MAIN(TestPixelBudget)
#include "tst_pixelbudget.moc"

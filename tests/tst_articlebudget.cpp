#include "app/images/articlebudget.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestArticleBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesUpToTheLimit_areAdmitted();
    void bytesUpToTheLimit_areSpent();
    void samePicture_countsOnce();
    void spentBudget_admitsNobodyNew();
};

namespace
{

QUrl picture(int number)
{
    return QUrl(u"https://pictures.example.org/%1.png"_s.arg(number));
}

const ImageLimits limits{.imagesPerArticle = 3, .bytesPerArticle = 100};

} // namespace

void TestArticleBudget::picturesUpToTheLimit_areAdmitted()
{
    ArticleBudget budget;
    for (int i = 0; i < 3; ++i)
        QVERIFY(budget.admit(picture(i), limits));
    QVERIFY(!budget.admit(picture(3), limits));
    QVERIFY(budget.admit(picture(0), limits));
}

void TestArticleBudget::bytesUpToTheLimit_areSpent()
{
    ArticleBudget budget;
    QVERIFY(budget.spend(picture(0), 60, limits));
    QVERIFY(!budget.spend(picture(1), 41, limits));
    QVERIFY(budget.spend(picture(2), 40, limits));
}

void TestArticleBudget::samePicture_countsOnce()
{
    ArticleBudget budget;
    for (int i = 0; i < 5; ++i)
        QVERIFY(budget.spend(picture(0), 60, limits));
    QVERIFY(budget.spend(picture(1), 40, limits));
}

void TestArticleBudget::spentBudget_admitsNobodyNew()
{
    ArticleBudget budget;
    QVERIFY(budget.admit(picture(0), limits));
    QVERIFY(budget.spend(picture(0), 100, limits));
    QVERIFY(!budget.admit(picture(1), limits));
    QVERIFY(budget.admit(picture(0), limits));
}

QTEST_GUILESS_MAIN(TestArticleBudget)
#include "tst_articlebudget.moc"

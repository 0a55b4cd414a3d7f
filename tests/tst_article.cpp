#include "app/archive/article.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestArticle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblem_hasItsName();
    void names_followTheBits();
};

void TestArticle::everyProblem_hasItsName()
{
    QSet<QString> names;
    for (int bit = 0; bit <= 12; ++bit) {
        const QStringList list = problemNames(Problems(static_cast<Problem>(1u << bit)));
        QCOMPARE(list.size(), 1);
        names.insert(list.first());
    }
    QCOMPARE(names.size(), 13);
}

void TestArticle::names_followTheBits()
{
    QCOMPARE(problemNames({}), QStringList());
    QCOMPARE(problemNames(Problem::LinkLoop | Problem::FrontMatterRepaired),
             QStringList({u"front-matter-repaired"_s, u"link-loop"_s}));
}

QTEST_GUILESS_MAIN(TestArticle)
#include "tst_article.moc"

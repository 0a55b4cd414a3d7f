#include "app/library/bulkmarking.h"

#include "app/catalog/readstate.h"
#include "tests/markedcatalogue.h"

#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace
{

const QString archive = u"/archive"_s;
const QDateTime now = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC);

// Newest first: f e(future) d c b a, u undated; b c and d are of the same moment, stored in this order.
const QList<MarkedCatalogue::Entry> entries{
    {'a', {u"x"_s}, 10}, {'b', {u"x"_s}, 20},          {'c', {u"x"_s}, 20},
    {'d', {u"x"_s}, 20}, {'e', {u"x"_s}, 5000},        {'f', {u"y"_s}, 900},
    {'g', {u"x"_s}, 30}, {'u', {u"x"_s}, undatedTime}, {'v', {u"x"_s}, undatedTime},
};

}

class TestBulkMarking final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QString error;
        m_all = std::make_unique<MarkedCatalogue>();
        QVERIFY2(m_all->open(&error) && m_all->store(entries, &error), qPrintable(error));
    }
    void cleanup() { m_all.reset(); }
    void part_isReadAndNothingElse_data();
    void part_isReadAndNothingElse();
    void horizon_endsBeforeWhatIsYetToCome();
    void unknownArticle_plansNothing();
    void rowsThatAreGone_arePassedOver();
    void horizon_hasSomeOfTheArchive();
    void horizonOfManyCategories_isPlannedInOnePass();

private:
    std::unique_ptr<MarkedCatalogue> m_all;
};

void TestBulkMarking::part_isReadAndNothingElse_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<char>("article");
    QTest::addColumn<QString>("read");
    const auto whole = static_cast<int>(ListPart::Whole);
    const auto below = static_cast<int>(ListPart::Below);
    const auto older = static_cast<int>(ListPart::Older);
    QTest::newRow("all, what has a later date as well") << whole << true << 'a' << u"abcdeguv"_s;
    QTest::newRow("below the newest") << below << true << 'e' << u"abcdeguv"_s;
    QTest::newRow("below one") << below << true << 'g' << u"abcdguv"_s;
    QTest::newRow("below one of three of a moment") << below << true << 'c' << u"abcuv"_s;
    QTest::newRow("below the undated") << below << true << 'u' << u"u"_s;
    QTest::newRow("oldest first: below one of three") << below << false << 'c' << u"cdeg"_s;
    QTest::newRow("oldest first: below the last") << below << false << 'e' << u"e"_s;
    QTest::newRow("oldest first: below the undated") << below << false << 'v' << u"abcdegv"_s;
    QTest::newRow("older") << older << true << 'g' << u"abcd"_s;
    QTest::newRow("older, whatever the order") << older << false << 'g' << u"abcd"_s;
    QTest::newRow("older than one of three") << older << true << 'c' << u"a"_s;
    QTest::newRow("older than one in the future") << older << true << 'e' << u"abcdg"_s;
    QTest::newRow("older than the undated") << older << true << 'u' << QString();
}

void TestBulkMarking::part_isReadAndNothingElse()
{
    QFETCH(int, part);
    QFETCH(bool, descending);
    QFETCH(char, article);
    QFETCH(QString, read);
    QString error;
    Statement category(m_all->database, u"SELECT id FROM catalogue.categories WHERE name='x'"_s);
    const PartOfList wanted{static_cast<ListPart>(part),
                            firstNumber(category, &error).value_or(-1),
                            {u"x"_s},
                            m_all->id(article),
                            descending ? Qt::DescendingOrder : Qt::AscendingOrder};
    const std::optional<HorizonPlan> plan = planHorizon(m_all->database, archive, wanted, now, &error);
    QVERIFY2(plan, qPrintable(error));
    QVERIFY(m_all->marks.addHorizon(plan->horizon, plan->beside, now, &error));
    ReadState state;
    QVERIFY(state.refresh(m_all->database, archive, &error));
    QString found;
    for (const MarkedCatalogue::Entry &entry : entries) {
        Statement place(m_all->database, u"SELECT category, sort_ms FROM catalogue.articles WHERE id=?"_s);
        QVERIFY(place.bind(m_all->id(entry.name)).execute(&error) && place.next());
        const ReadOpinion opinion = *m_all->marks.opinion(MarkedCatalogue::identity(entry.name), &error);
        if (state.isRead(place.number(0), place.number(1), opinion))
            found += QLatin1Char(entry.name);
    }
    QCOMPARE(found, read);
}

void TestBulkMarking::horizon_endsBeforeWhatIsYetToCome()
{
    QString error;
    const std::optional<HorizonPlan> plan = planHorizon(m_all->database, archive, PartOfList(), now, &error);
    QVERIFY(plan);
    QCOMPARE(plan->horizon.to, now.toMSecsSinceEpoch());
    QCOMPARE(plan->beside, MarkedCatalogue::identities("e"));
    Statement y(m_all->database, u"SELECT id FROM catalogue.categories WHERE name='y'"_s);
    const PartOfList second{ListPart::Whole, firstNumber(y, &error).value_or(-1), {u"y"_s}, 0, {}};
    QCOMPARE(planHorizon(m_all->database, archive, second, now, &error)->horizon.to, 901);
}

void TestBulkMarking::unknownArticle_plansNothing()
{
    QString error;
    const PartOfList part{ListPart::Below, wholeArchive, {}, 999, Qt::DescendingOrder};
    QVERIFY(!planHorizon(m_all->database, archive, part, now, &error));
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestBulkMarking::rowsThatAreGone_arePassedOver()
{
    QString error;
    const QList<ArticleId> ids{999, m_all->id('b'), m_all->id('a')};
    QCOMPARE(identitiesOf(m_all->database, ids, &error), MarkedCatalogue::identities("ba"));
}

void TestBulkMarking::horizon_hasSomeOfTheArchive()
{
    QString error;
    const PartOfList part{ListPart::Whole, wholeArchive, {}, 0, {}};
    QCOMPARE(planHorizon(m_all->database, archive, part, now, &error)->horizon.sample,
             MarkedCatalogue::identities("abcdefguv"));
}

// While the first pass goes on there is no index, and each category would be looked for in all articles.
void TestBulkMarking::horizonOfManyCategories_isPlannedInOnePass()
{
    const auto workOf = [](int categories) {
        QString error;
        MarkedCatalogue all;
        QList<MarkedCatalogue::Entry> articles;
        for (int i = 1; i <= categories; ++i)
            articles << MarkedCatalogue::Entry{static_cast<char>(i), {QString::number(i)}, i};
        if (!all.open(&error) || !all.store(articles, &error))
            return -1;
        int tens = 0; // of SQLite's instructions
        const auto count = [](void *sum) {
            ++*static_cast<int *>(sum);
            return 0;
        };
        sqlite3_progress_handler(all.database.connection(), 10, count, &tens);
        return planHorizon(all.database, archive, PartOfList(), now, &error) ? tens : -1;
    };
    const int once = workOf(60);
    const int twice = workOf(120);
    QVERIFY(once > 0);
    QVERIFY2(twice < 2.5 * once, qPrintable(u"%1, then %2"_s.arg(once).arg(twice)));
}

QTEST_GUILESS_MAIN(TestBulkMarking)
#include "tst_bulkmarking.moc"

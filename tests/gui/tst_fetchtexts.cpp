#include "ui/fetchtexts.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFetchTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void result_isASentence_data();
    void result_isASentence();
    void progress_countsArticles();
    void failures_areSorted();

private:
    static CollectTally tally(int pictures, int stored, int fetched, const QStringList &failed)
    {
        CollectTally made;
        made.pictures = pictures;
        made.stored = stored;
        made.fetched = fetched;
        for (const QString &host : failed)
            ++made.failures[{host, ImageFailure::HttpStatus, u"404"_s}];
        return made;
    }
};

void TestFetchTexts::result_isASentence_data()
{
    QTest::addColumn<CollectTally>("tally");
    QTest::addColumn<CollectEnd>("end");
    QTest::addColumn<QString>("sentence");
    const QString a = u"a.example"_s;
    const QString b = u"b.example"_s;
    QTest::newRow("none") << tally(0, 0, 0, {}) << CollectEnd::Done
                          << u"These articles have no pictures to fetch."_s;
    QTest::newRow("all") << tally(1043, 43, 1000, {}) << CollectEnd::Done
                         << u"All 1,043 picture(s) are here."_s;
    QTest::newRow("some") << tally(6, 2, 1, {a, b, b}) << CollectEnd::Done
                          << u"3 of 6 picture(s) are here. 3 failed: b.example, a.example."_s;
    QTest::newRow("many servers")
        << tally(9, 2, 1, {a, a, b, b, u"c.example"_s, u"d.example"_s, u"e.example"_s}) << CollectEnd::Done
        << u"3 of 9 picture(s) are here. 7 failed: a.example, b.example, c.example, 2 more server(s)."_s;
    QTest::newRow("stopped") << tally(6, 2, 1, {}) << CollectEnd::Stopped
                             << u"Stopped. 3 of 6 picture(s) are here."_s;
    QTest::newRow("offline at once") << tally(0, 0, 0, {}) << CollectEnd::Offline
                                     << u"The network is switched off."_s;
}

void TestFetchTexts::result_isASentence()
{
    QFETCH(CollectTally, tally);
    QFETCH(CollectEnd, end);
    QTEST(fetchResult(tally, end), "sentence");
}

void TestFetchTexts::progress_countsArticles()
{
    CollectTally tally = this->tally(30, 3, 4, {});
    tally.articles = 12;
    tally.allArticles = 100'000;
    QCOMPARE(fetchProgress(tally), u"Fetching pictures: 12 of 100,000 articles, 7 picture(s)"_s);
    QCOMPARE(fetchProgress(tally, Fetching::Paused), u"Paused: 12 of 100,000 articles, 7 picture(s)"_s);
    tally.failures = {{{u"a.example"_s, ImageFailure::TimedOut, {}}, 1200}};
    QCOMPARE(fetchProgress(tally),
             u"Fetching pictures: 12 of 100,000 articles, 7 picture(s), 1,200 failed"_s);
}

void TestFetchTexts::failures_areSorted()
{
    const QString a = u"a.example"_s;
    const QString b = u"b.example"_s;
    const auto failures = sortedFailures(tally(9, 0, 0, {a, b, b}));
    QCOMPARE(failures.size(), 2);
    QCOMPARE(failures.first().first.host, b);
    QCOMPARE(failures.first().second, 2);
}

QTEST_GUILESS_MAIN(TestFetchTexts)
#include "tst_fetchtexts.moc"

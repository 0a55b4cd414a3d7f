#include "tests/gui/fetcharchive.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"

using namespace Qt::StringLiterals;

class TestAheadFetching final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_program.reset(); }
    void neighbours_areFetched_data();
    void neighbours_areFetched();
    void askFirst_fetchesNothing();
    void offline_fetchesNothing();

private:
    void openArticle(int row);
    int aheadArticles(); // once it has ended; 0 where nothing begins

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestProgram> m_program;
};

void TestAheadFetching::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(writeFetchArchive(*m_home, 5));
    m_program =
        std::make_unique<TestProgram>(m_home->path(), NetworkUse::Allowed, PaneOptions{nullptr, false});
    const QSignalSpy finished(&m_program->library, &Library::passFinished);
    m_program->window.openPath(fetchArchive(*m_home));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
}

void TestAheadFetching::openArticle(int row)
{
    auto *list = m_program->window.findChild<ArticleList *>();
    list->setCurrentIndex(m_program->library.articles()->index(row));
}

int TestAheadFetching::aheadArticles()
{
    const QSignalSpy ended(&m_program->images.ahead(), &PictureCollector::ended);
    if (!QTest::qWaitFor([&ended] { return !ended.isEmpty(); }, 4'000))
        return 0;
    return ended.last().first().value<CollectTally>().articles;
}

void TestAheadFetching::neighbours_areFetched_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("articles");
    QTest::newRow("in the middle") << 2 << 2;
    QTest::newRow("the first") << 0 << 1;
    QTest::newRow("the last") << 4 << 1;
}

void TestAheadFetching::neighbours_areFetched()
{
    QFETCH(int, row);
    openArticle(row);
    QTEST(aheadArticles(), "articles");
}

void TestAheadFetching::askFirst_fetchesNothing()
{
    m_program->action(u"actionAskForPictures"_s)->trigger();
    openArticle(2);
    QCOMPARE(aheadArticles(), 0);
}

void TestAheadFetching::offline_fetchesNothing()
{
    m_program->action(u"actionOffline"_s)->trigger();
    openArticle(2);
    QCOMPARE(aheadArticles(), 0);
}

QTEST_MAIN(TestAheadFetching)
#include "tst_aheadfetching.moc"

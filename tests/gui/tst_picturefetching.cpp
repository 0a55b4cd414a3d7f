#include "tests/gui/fetcharchive.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"
#include "ui/fetchreport.h"
#include "ui/fetchstatus.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

using namespace Qt::StringLiterals;

class TestPictureFetching final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_program.reset(); }
    void wholeList_endsWithASentenceAndAReport();
    void otherArchive_endsTheResult();
    void selection_isFetchedAlone();
    void longList_isAskedAbout();
    void otherListMeanwhile_isNotFetchedInstead();
    void offline_saysSo();
    void starOfTheList_keepsThePictures();
    void stoppedAndClosed_endsCleanly();

private:
    void open(int articles, NetworkUse network = NetworkUse::Allowed);
    QString text() const { return m_program->window.findChild<QLabel *>(u"fetchText"_s)->text(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestProgram> m_program;
};

void TestPictureFetching::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

void TestPictureFetching::open(int articles, NetworkUse network)
{
    QVERIFY(writeFetchArchive(*m_home, articles));
    m_program = std::make_unique<TestProgram>(m_home->path(), network, PaneOptions{nullptr, false});
    const QSignalSpy finished(&m_program->library, &Library::passFinished);
    m_program->window.openPath(fetchArchive(*m_home));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->library.articles()->rowCount(), articles, patience);
}

void TestPictureFetching::wholeList_endsWithASentenceAndAReport()
{
    open(150); // more than one portion
    QVERIFY(!m_program->action(u"actionFetchReport"_s)->isEnabled());
    m_program->action(u"actionFetchList"_s)->trigger();
    QVERIFY(m_program->action(u"actionStopFetching"_s)->isEnabled());
    QVERIFY(!m_program->action(u"actionFetchList"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"1 of 151"_s), 20'000);
    QVERIFY(text().contains(u"150 failed: 127.0.0.1"_s));
    QVERIFY(!m_program->action(u"actionStopFetching"_s)->isEnabled());
    m_program->action(u"actionFetchReport"_s)->trigger();
    auto *report = m_program->window.findChild<FetchReport *>();
    QVERIFY(report && report->isVisible());
    QSignalSpy ended(&m_program->images.collector(), &PictureCollector::ended);
    report->findChild<QPushButton *>(u"fetchAgain"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(ended.first().first().value<CollectTally>().failed(), 150);
}

void TestPictureFetching::otherArchive_endsTheResult()
{
    open(3);
    m_program->action(u"actionFetchList"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"1 of 4"_s), 20'000);
    const auto *status = m_program->window.findChild<FetchStatus *>();
    QVERIFY(status->isVisible() && m_program->action(u"actionFetchReport"_s)->isEnabled());
    const QTemporaryDir other;
    m_program->window.openPath(other.path());
    QVERIFY(!status->isVisible());
    QVERIFY(!m_program->action(u"actionFetchReport"_s)->isEnabled());
}

void TestPictureFetching::selection_isFetchedAlone()
{
    open(5);
    auto *list = m_program->window.findChild<ArticleList *>();
    const ArticleModel *model = m_program->library.articles();
    list->selectionModel()->select(QItemSelection(model->index(1), model->index(2)),
                                   QItemSelectionModel::ClearAndSelect);
    m_program->action(u"actionFetchSelection"_s)->setEnabled(true); // follows the open article
    m_program->action(u"actionFetchSelection"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"1 of 3"_s), patience);
}

void TestPictureFetching::longList_isAskedAbout()
{
    open(250);
    const auto question = [this] { return m_program->window.findChild<QMessageBox *>(); };
    m_program->action(u"actionFetchList"_s)->trigger();
    QVERIFY(question() && !question()->isModal()); // the reader may be reading
    QVERIFY(question()->text().contains(u"250"_s));
    question()->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!question(), patience);
    QVERIFY(m_program->action(u"actionFetchList"_s)->isEnabled());
    QCOMPARE(text(), QString());
    m_program->action(u"actionFetchList"_s)->trigger();
    question()->button(QMessageBox::Yes)->click();
    QVERIFY(m_program->action(u"actionStopFetching"_s)->isEnabled());
}

// What was asked about is fetched, whatever is listed when the answer comes.
void TestPictureFetching::otherListMeanwhile_isNotFetchedInstead()
{
    open(250);
    m_program->action(u"actionFetchList"_s)->trigger();
    m_program->action(u"actionShowStarred"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_program->library.articles()->rowCount(), 0, patience);
    m_program->window.findChild<QMessageBox *>()->button(QMessageBox::Yes)->click();
    QVERIFY(m_program->action(u"actionStopFetching"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"250"_s), 30'000);
}

void TestPictureFetching::offline_saysSo()
{
    open(3, NetworkUse::Offline);
    QVERIFY(m_program->action(u"actionOffline"_s)->isChecked()); // as on the command line
    QVERIFY(!m_program->settings.offline());
    m_program->action(u"actionFetchList"_s)->trigger();
    QVERIFY(m_program->notices().contains(u"switched off"_s));
    QVERIFY(!m_program->action(u"actionStopFetching"_s)->isEnabled());
}

// Though none of the articles was ever opened; and until the star is taken back.
void TestPictureFetching::starOfTheList_keepsThePictures()
{
    open(3);
    m_program->action(u"actionFetchList"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"1 of 4"_s), 20'000);
    QSignalSpy sizes(&m_program->images.loader(), &ImageLoader::storeSize);
    const auto makeRoom = [this, &sizes] {
        sizes.clear();
        m_program->images.setStoreLimit(1);
        m_program->images.requestStoreSize();
        return QTest::qWaitFor([&sizes] { return !sizes.isEmpty(); }, 20'000);
    };
    QSignalSpy marked(&m_program->library, &Library::marksChanged);
    m_program->library.mark(Marking::Starred, m_program->library.articles()->idsBetween(1, 1));
    QTRY_COMPARE_WITH_TIMEOUT(marked.size(), 1, patience);
    for (int i = 0; i < 3; ++i) { // once more than it takes to look at all of them
        QVERIFY(makeRoom());
        QCOMPARE(sizes.last().at(1).toLongLong(), 1);
    }
    m_program->library.undoMarking();
    QTRY_COMPARE_WITH_TIMEOUT(marked.size(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(makeRoom() && sizes.last().at(1).toLongLong() == 0, 20'000);
}

void TestPictureFetching::stoppedAndClosed_endsCleanly()
{
    open(150);
    m_program->action(u"actionFetchList"_s)->trigger();
    m_program->action(u"actionPauseFetching"_s)->trigger();
    m_program->action(u"actionStopFetching"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!m_program->action(u"actionStopFetching"_s)->isEnabled(), patience);
    QVERIFY(!m_program->action(u"actionPauseFetching"_s)->isChecked());
    m_program->action(u"actionFetchList"_s)->trigger();
    m_program.reset(); // in the midst of it
}

QTEST_MAIN(TestPictureFetching)
#include "tst_picturefetching.moc"

#include "app/library/bulkmarking.h"
#include "app/library/library.h"
#include "app/library/reloadtimer.h"
#include "app/library/starredfile.h"
#include "tests/patience.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

namespace
{

// Every look at the clock is a second later than the one before.
QDateTime tickingNow()
{
    static std::atomic<int> looks = 0;
    return QDateTime(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC).addSecs(++looks);
}

}

// Everything of the library that shows views: app/library/libraryviews.cpp. Six articles, one a day, the
// newest of this day; the first three in the category "odd", the others in "even".
class TestLibraryViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_library.reset(); }
    void views_showTheirArticles_data();
    void views_showTheirArticles();
    void unreadAtTheStart_waitsForTheMarks();
    void whatWasRead_staysUntilTheViewIsLeft();
    void whatWasUnstarred_staysUntilTheViewIsLeft();
    void readHidden_actsOnCategories();
    void categoryChosenAgainDuringAReload_isReadAnew();
    void paths_leadBackToTheView();
    void unread_isFoundInTheList_data();
    void unread_isFoundInTheList();
    void counts_followTheMarks();
    void starred_areKnownByTheirFiles();

private:
    void write(int number, int day) const;
    void open();
    void show(ArticleView view);
    QString listed() const;
    ArticleRow row(int number) const;
    void settle(); // every marking is on disk and counted

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

void TestLibraryViews::write(int number, int day) const
{
    QDir(m_folder->path()).mkpath(u"archive"_s);
    QFile file(m_folder->filePath(u"archive/%1.md"_s.arg(number)));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(
        u"---\ntitle: %1\ndate: 2021-11-%2 08:00:00\ncategories:\n- %3\n---\n<p>Text %1</p>\n"_s.arg(number)
            .arg(day)
            .arg(number <= 3 ? u"odd"_s : u"even"_s)
            .toUtf8());
}

void TestLibraryViews::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (int number = 1; number <= 6; ++number)
        write(number, 24 - number);
    open();
}

void TestLibraryViews::open()
{
    m_library.reset();
    LibraryPaths paths{m_folder->path(), m_folder->path()};
    paths.zone = QTimeZone::utc();
    paths.now = tickingNow;
    m_library = std::make_unique<Library>(paths);
    QSignalSpy finished(m_library.get(), &Library::passFinished);
    m_library->openArchive(m_folder->filePath(u"archive"_s));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
}

void TestLibraryViews::show(ArticleView view)
{
    QSignalSpy changed(m_library.get(), &Library::listChanged);
    m_library->showView(view);
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), patience);
}

QString TestLibraryViews::listed() const
{
    QString titles;
    for (int at = 0; at < m_library->articles()->rowCount(); ++at)
        titles += m_library->articles()->index(at).data(ArticleModel::TitleRole).toString();
    return titles;
}

ArticleRow TestLibraryViews::row(int number) const
{
    for (int at = 0; at < m_library->articles()->rowCount(); ++at) {
        const auto article = m_library->articles()->article(at);
        if (article && article->head.title == QString::number(number))
            return *article;
    }
    return {};
}

void TestLibraryViews::settle()
{
    QSignalSpy known(m_library.get(), &Library::journalKnown); // answered after what was marked before
    m_library->requestJournal(1);
    QTRY_VERIFY_WITH_TIMEOUT(!known.isEmpty(), patience);
}

void TestLibraryViews::views_showTheirArticles_data()
{
    QTest::addColumn<ArticleView>("view");
    QTest::addColumn<QString>("titles");

    QTest::newRow("unread") << ArticleView::Unread << u"1356"_s;
    QTest::newRow("starred") << ArticleView::Starred << u"25"_s;
    QTest::newRow("newest day") << ArticleView::Newest << u"1"_s;
    QTest::newRow("recently read") << ArticleView::RecentlyRead << u"42"_s;
    QTest::newRow("everything") << ArticleView::Category << u"123456"_s;
}

void TestLibraryViews::views_showTheirArticles()
{
    QFETCH(ArticleView, view);
    QFETCH(QString, titles);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
    m_library->setRead(row(2), true);
    m_library->setRead(row(4), true);
    m_library->setStarred(row(5), true);
    m_library->setStarred(row(2), true);
    settle();
    show(view);
    QCOMPARE(m_library->view(), view);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), titles, patience);
}

void TestLibraryViews::unreadAtTheStart_waitsForTheMarks()
{
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
    m_library->setRead(row(1), true);
    settle();
    m_library.reset();
    LibraryPaths paths{m_folder->path(), m_folder->path()};
    m_library = std::make_unique<Library>(paths);
    m_library->openArchive(m_folder->filePath(u"archive"_s));
    m_library->showView(ArticleView::Unread); // before anybody knows the marks
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"23456"_s, patience);
}

void TestLibraryViews::whatWasRead_staysUntilTheViewIsLeft()
{
    show(ArticleView::Unread);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
    m_library->setRead(row(3), true);
    settle();
    write(7, 1); // the list is asked for anew, and is the same view
    m_library->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"1234567"_s, patience);
    show(ArticleView::Unread);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"124567"_s, patience);
}

void TestLibraryViews::whatWasUnstarred_staysUntilTheViewIsLeft()
{
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
    m_library->setStarred(row(3), true);
    m_library->setStarred(row(4), true);
    settle();
    show(ArticleView::Starred);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"34"_s, patience);
    m_library->setStarred(row(3), false);
    settle();
    QSignalSpy finished(m_library.get(), &Library::passFinished);
    write(7, 1);
    m_library->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(listed(), u"34"_s);
    show(ArticleView::Starred);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"4"_s, patience);
}

void TestLibraryViews::readHidden_actsOnCategories()
{
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
    m_library->setRead(row(2), true);
    settle();
    m_library->setReadHidden(true);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"13456"_s, patience);
    m_library->showCategory(m_library->categories()->indexOf({u"odd"_s}).data(CategoryModel::IdRole).toInt());
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"13"_s, patience);
    show(ArticleView::RecentlyRead);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"2"_s, patience);
    m_library->setReadHidden(false);
    m_library->showCategory(wholeArchive);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
}

// A reload keeps what was read meanwhile; choosing the category does not.
void TestLibraryViews::categoryChosenAgainDuringAReload_isReadAnew()
{
    const QSignalSpy changed(m_library.get(), &Library::listChanged);
    m_library->setReadHidden(true);
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), patience); // else what is read now is left out at once
    QCOMPARE(listed(), u"123456"_s);
    m_library->setRead(row(2), true);
    settle();
    QCOMPARE(listed(), u"123456"_s);
    auto *timer = m_library->findChild<ReloadTimer *>();
    QVERIFY(timer);
    const QObject once;
    connect(timer, &QTimer::timeout, &once, [this] { m_library->showCategory(wholeArchive); });
    timer->start(0); // the library reloads first
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"13456"_s, patience);
}

void TestLibraryViews::paths_leadBackToTheView()
{
    show(ArticleView::Newest);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"1"_s, patience);
    m_library->showPaths({"2.md", "5.md"});
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"25"_s, patience);
    QCOMPARE(m_library->view(), ArticleView::Category);
    m_library->leavePaths();
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"1"_s, patience);
    QCOMPARE(m_library->view(), ArticleView::Newest);
}

void TestLibraryViews::unread_isFoundInTheList_data()
{
    QTest::addColumn<bool>("isHorizon"); // over 3 to 6
    QTest::addColumn<QString>("read");
    QTest::addColumn<int>("from"); // 0 for none
    QTest::addColumn<bool>("isForward");
    QTest::addColumn<int>("found"); // 0 for none

    QTest::newRow("next") << false << u"23"_s << 1 << true << 4;
    QTest::newRow("previous") << false << u"23"_s << 4 << false << 1;
    QTest::newRow("from the beginning") << false << u"12"_s << 0 << true << 3;
    QTest::newRow("from the end") << false << u"6"_s << 0 << false << 5;
    QTest::newRow("none below") << false << u"56"_s << 4 << true << 0;
    QTest::newRow("none above") << false << u"1"_s << 2 << false << 0;
    QTest::newRow("below a horizon") << true << QString() << 2 << true << 0;
    QTest::newRow("above a horizon") << true << QString() << 6 << false << 2;
}

void TestLibraryViews::unread_isFoundInTheList()
{
    QFETCH(bool, isHorizon);
    QFETCH(QString, read);
    QFETCH(int, from);
    QFETCH(bool, isForward);
    QFETCH(int, found);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
    if (isHorizon)
        m_library->markPart(ListPart::Below, row(3).id);
    for (const QChar number : read)
        m_library->setRead(row(number.digitValue()), true);
    settle();
    QSignalSpy answered(m_library.get(), &Library::unreadFound);
    m_library->findUnread(from == 0 ? 0 : row(from).id, isForward);
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QCOMPARE(answered[0][0].toLongLong(), found == 0 ? 0 : row(found).id);
}

void TestLibraryViews::counts_followTheMarks()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_library->viewCounts(), (ViewCounts{0, 1, QDate(2021, 11, 23), 0}), patience);
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
    QSignalSpy counted(m_library.get(), &Library::viewsCounted);
    m_library->setStarred(row(3), true);
    QCOMPARE(counted.size(), 1); // at once
    QCOMPARE(m_library->viewCounts().starred, 1);
    m_library->mark(Marking::Starred, {row(1).id, row(2).id});
    QTRY_COMPARE_WITH_TIMEOUT(m_library->viewCounts().starred, 3, patience);
    m_library->setRead(row(6), true);
    QCOMPARE(m_library->viewCounts().recentlyRead, 1);
}

void TestLibraryViews::starred_areKnownByTheirFiles()
{
    QTRY_COMPARE_WITH_TIMEOUT(listed(), u"123456"_s, patience);
    m_library->setStarred(row(2), true);
    settle();
    const QSignalSpy known(m_library.get(), &Library::starredKnown);
    m_library->requestStarred();
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, patience);
    QCOMPARE(known.first().first().value<QList<StarredFile>>(),
             (QList<StarredFile>{{row(2).head.identity, "2.md"}}));
}

QTEST_GUILESS_MAIN(TestLibraryViews)
#include "tst_libraryviews.moc"

#include "samplelibrary.h"

using namespace Qt::StringLiterals;

// What the list shows, in which order, and what is known of its articles.
class TestLibraryList final : public SampleLibrary
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void categoryThatIsThere_isReadOnce();
    void categoryAndOrder_changeTheList();
    void paths_areAListOfTheirOwn();
    void paths_goOnThroughAPass();
    void paths_endWithTheArchive();
    void orderBeforeOpening_isKept();
    void undated_comesLast();
    void rows_arriveByPage();
    void read_countsAndSurvives();
    void locate_namesRowAndCategory();
    void articles_areGivenWithoutTheList();
    void position_isKept();
};

void TestLibraryList::categoryThatIsThere_isReadOnce()
{
    open(path(u"archive"_s));
    waitForPass();
    const auto listsOfReopening = [this](bool isChosen) {
        open(path(u"archive"_s));
        const QSignalSpy changed(m_library.get(), &Library::listChanged);
        if (isChosen) {
            connect(m_library.get(), &Library::archiveOpened, m_library.get(),
                    [this] { m_library->showCategory(wholeArchive); });
        }
        waitForPass();
        return changed.size();
    };
    QCOMPARE(listsOfReopening(true), listsOfReopening(false));
}

void TestLibraryList::categoryAndOrder_changeTheList()
{
    open(path(u"archive"_s));
    waitForPass();
    m_library->setSort({SortKey::Title, Qt::AscendingOrder});
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList({u"one"_s, u"three"_s, u"two"_s}), patience);
    QVERIFY(m_library->articles()->sections().isEmpty());
    const QModelIndex a = m_library->categories()->indexOf(QStringList(u"a"_s));
    m_library->showCategory(a.data(CategoryModel::IdRole).toLongLong());
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList({u"one"_s, u"two"_s}), patience);
}

void TestLibraryList::paths_areAListOfTheirOwn()
{
    open(path(u"archive"_s));
    waitForPass();
    m_library->showPaths({"3.md", "gone.md", "1.md"});
    QVERIFY(m_library->isShowingPaths());
    const QStringList sorted{u"three"_s, u"one"_s}; // as the list is
    QTRY_COMPARE_WITH_TIMEOUT(titles(), sorted, patience);
    m_library->setSort({SortKey::Title, Qt::AscendingOrder});
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList({u"one"_s, u"three"_s}), patience);
    m_library->showCategory(m_library->category());
    QVERIFY(!m_library->isShowingPaths());
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList({u"one"_s, u"three"_s, u"two"_s}), patience);
}

void TestLibraryList::paths_goOnThroughAPass()
{
    open(path(u"archive"_s));
    waitForPass();
    m_library->showPaths({"1.md", "4.md"});
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList({u"one"_s}), patience);
    m_finished->clear();
    write(u"4.md"_s, u"four"_s, u"a"_s, 4);
    write(u"5.md"_s, u"five"_s, u"a"_s, 5);
    m_library->refresh();
    waitForPass();
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList({u"four"_s, u"one"_s}), patience);
}

void TestLibraryList::paths_endWithTheArchive()
{
    open(path(u"archive"_s));
    waitForPass();
    m_library->showPaths({"1.md"});
    m_finished->clear();
    m_library->openArchive(path(u"archive"_s));
    QVERIFY(!m_library->isShowingPaths());
    waitForPass();
    QCOMPARE(titles().size(), 3);
}

void TestLibraryList::orderBeforeOpening_isKept()
{
    m_library = std::make_unique<Library>(paths());
    m_finished = std::make_unique<QSignalSpy>(m_library.get(), &Library::passFinished);
    m_library->setSort({SortKey::Date, Qt::AscendingOrder});
    m_library->openArchive(path(u"archive"_s));
    waitForPass();
    QCOMPARE(titles(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
}

// Its file's time is newer than every date, and says nothing.
void TestLibraryList::undated_comesLast()
{
    QFile file(path(u"archive/undated.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("---\ntitle: undated\ndate: Invalid Date\n---\ntext\n");
    file.close();
    QFile named(path(u"archive/2021-11-02-named.md"_s));
    QVERIFY(named.open(QIODevice::WriteOnly));
    named.write("---\ntitle: named\n---\ntext\n");
    named.close();
    open(path(u"archive"_s));
    waitForPass();
    QTRY_COMPARE_WITH_TIMEOUT(m_library->articles()->rowCount(), 5, patience);
    const QStringList shown = titles();
    QCOMPARE(shown.first(), u"three"_s);
    QCOMPARE(shown.last(), u"undated"_s);
    QVERIFY(shown.indexOf(u"named"_s) < shown.indexOf(u"one"_s));
    QVERIFY(!m_library->articles()->sections().last().day.isValid());
    QVERIFY(m_library->articles()->article(4)->head.date.isValid());
}

void TestLibraryList::rows_arriveByPage()
{
    writeMany(600);
    open(path(u"archive"_s));
    waitForPass();
    QCOMPARE(m_library->articles()->rowCount(), 603);
    QVERIFY(row(600).id != 0);
    QVERIFY(m_library->articles()->article(602));
}

void TestLibraryList::read_countsAndSurvives()
{
    open(path(u"archive"_s));
    waitForPass();
    const ArticleRow article = row(0);
    m_library->setRead(article, true);
    QCOMPARE(m_library->articles()->index(0).data(ArticleModel::ReadRole), true);
    m_library->setStarred(row(0), true);
    const QModelIndex top = m_library->categories()->index(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(top.data(CategoryModel::UnreadRole).toInt(), 2, patience);
    m_library->setRead(row(1), true); // still on its way when the library goes
    open(path(u"archive"_s));
    waitForPass();
    QVERIFY(row(0).read && row(0).starred && row(1).read && !row(2).read);
    QCOMPARE(m_library->categories()->index(0, 0).data(CategoryModel::UnreadRole), 1);
}

void TestLibraryList::locate_namesRowAndCategory()
{
    open(path(u"archive"_s));
    waitForPass();
    const QSignalSpy located(m_library.get(), &Library::articleLocated);
    const QSignalSpy found(m_library.get(), &Library::articleFound);
    m_library->locate(row(2).head.identity);
    m_library->locatePath("3.md");
    m_library->locate(Identity{4711});
    QTRY_COMPARE_WITH_TIMEOUT(located.size(), 3, patience);
    QCOMPARE(located[0][0].toLongLong(), row(2).id);
    QCOMPARE(m_library->categories()->indexOf(located[0][1].toLongLong()).data(), u"a"_s);
    QCOMPARE(m_library->articles()->rowOf(located[1][0].toLongLong()), 0);
    QCOMPARE(located[2][0].toLongLong(), 0);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0][0].value<ArticleRow>().head.title, row(2).head.title);
    QCOMPARE(found[1][0].value<ArticleRow>().head.path, QByteArray("3.md"));
}

void TestLibraryList::articles_areGivenWithoutTheList()
{
    open(path(u"archive"_s));
    waitForPass();
    const ArticleRow wanted = row(2);
    m_library->showPaths({"3.md"});
    const QSignalSpy known(m_library.get(), &Library::articlesKnown);
    m_library->requestArticles({wanted.id, 4711});
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, patience);
    const auto articles = known[0][0].value<QList<ArticleRow>>();
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles.first().head, wanted.head);
    m_library->requestArticles({wanted.id});
    m_library->openArchive(path(u"archive"_s)); // another catalogue, other numbers
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 2, patience);
    QVERIFY(known[1][0].value<QList<ArticleRow>>().isEmpty());
}

void TestLibraryList::position_isKept()
{
    open(path(u"archive"_s));
    m_library->setPosition(Identity{7}, 0.75);
    open(path(u"archive"_s));
    const QSignalSpy known(m_library.get(), &Library::positionKnown);
    m_library->requestPosition(Identity{7});
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, patience);
    QCOMPARE(known[0][0].value<Identity>(), Identity{7});
    QCOMPARE(known[0][1].toDouble(), 0.75);
}

QTEST_GUILESS_MAIN(TestLibraryList)
#include "tst_librarylist.moc"

#include "app/images/imageindex.h"
#include "tests/gui/fetcharchive.h"
#include "tests/gui/testprogram.h"
#include "ui/starredpictures.h"

using namespace Qt::StringLiterals;

// Articles that nobody opens and that show one picture, which is stored for none of them.
class TestStarredPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_program.reset(); }
    void starredInTheList_ownTheirPictures();
    void starredBefore_ownThem();

private:
    void start();
    QSet<quint64> owners() const; // of the picture
    QSet<quint64> identities(const QList<int> &rows) const;
    void star(const QList<int> &rows); // without opening them

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestProgram> m_program;
};

void TestStarredPictures::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(writeFetchArchive(*m_home, 5));
    start();
}

void TestStarredPictures::start()
{
    m_program.reset(); // first: the folders are its own
    m_program =
        std::make_unique<TestProgram>(m_home->path(), NetworkUse::Offline, PaneOptions{nullptr, false});
    m_program->find<StarredPictures>()->setPatience(0);
    // The store is open before anybody else looks into it.
    const QSignalSpy size(&m_program->images.loader(), &ImageLoader::storeSize);
    m_program->images.requestStoreSize();
    QTRY_VERIFY_WITH_TIMEOUT(!size.isEmpty(), TestProgram::longest);
    QCOMPARE(size.first().at(1).toLongLong(), 1);
    const QSignalSpy finished(&m_program->library, &Library::passFinished);
    m_program->window.openPath(fetchArchive(*m_home));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, TestProgram::longest);
    // The list has come, its rows follow.
    const ArticleModel &list = *m_program->library.articles();
    QTRY_VERIFY_WITH_TIMEOUT(list.article(list.rowCount() - 1), TestProgram::longest);
}

QSet<quint64> TestStarredPictures::owners() const
{
    ImageIndex index;
    QString error;
    if (!index.open(m_home->filePath(u"pictures/index.sqlite"_s), &error))
        return {};
    const QList<IndexedImage> pictures = index.leastRecentlyShown(1);
    return pictures.isEmpty() ? QSet<quint64>() : pictures.first().owners;
}

QSet<quint64> TestStarredPictures::identities(const QList<int> &rows) const
{
    QSet<quint64> found;
    for (const int row : rows)
        found << static_cast<quint64>(m_program->library.articles()->article(row)->head.identity);
    return found;
}

void TestStarredPictures::star(const QList<int> &rows)
{
    for (const int row : rows)
        m_program->library.setStarred(*m_program->library.articles()->article(row), true);
    const QSignalSpy known(&m_program->library, &Library::journalKnown); // answered once they are on disk
    m_program->library.requestJournal(1);
    QTRY_VERIFY_WITH_TIMEOUT(!known.isEmpty(), TestProgram::longest);
}

void TestStarredPictures::starredInTheList_ownTheirPictures()
{
    const QSet<quint64> before = owners(); // of an article that is open, perhaps
    const ArticleModel &list = *m_program->library.articles();
    m_program->library.mark(Marking::Starred, {list.idAt(2), list.idAt(4)});
    QTRY_COMPARE_WITH_TIMEOUT(owners() - before, identities({2, 4}), TestProgram::longest);
    star({3});
    QTRY_COMPARE_WITH_TIMEOUT(owners() - before, identities({2, 3, 4}), TestProgram::longest);
}

// By an earlier version, or on another device.
void TestStarredPictures::starredBefore_ownThem()
{
    const QSet<quint64> before = owners();
    delete m_program->find<StarredPictures>();
    star({2, 4});
    QCOMPARE(owners() - before, QSet<quint64>());
    start();
    QTRY_COMPARE_WITH_TIMEOUT(owners() - before, identities({2, 4}), TestProgram::longest);
}

QTEST_MAIN(TestStarredPictures)
#include "tst_starredpictures.moc"

#include "app/library/library.h"
#include "tests/patience.h"
#include "tests/samplepictures.h"
#include "ui/articledelegate.h"
#include "ui/articlelist.h"
#include "ui/thumbnailfeed.h"
#include "ui/thumbnails.h"

#include <QDir>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// An archive of 400 articles, all with a head picture, of which the store has every one.
class TestThumbnailFeed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void rowsInSight_comeByThemselves();
    void rowsThatFlyPast_areNotAskedFor();
    void newPicture_appears();
    void clearedStore_showsNone();
    void picture_movesNoRow();

private:
    static constexpr int articles = 400;
    bool isShown(int row) const;
    bool save(int number) const;
    QString store() const { return m_folder.filePath(u"store"_s); }

    QTemporaryDir m_folder;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<ArticleList> m_list;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<ThumbnailFeed> m_feed;
};

static QString pictureOf(int number)
{
    return u"https://pictures.example.org/%1.png"_s.arg(number);
}

void TestThumbnailFeed::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"archive"_s));
    for (int number = 0; number < articles; ++number) {
        QFile file(m_folder.filePath(u"archive/%1.md"_s.arg(number)));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(
            u"---\ntitle: 'Article %1'\nheadimg: '%2'\ndate: 2024-01-01 00:00:00\n---\n\ntext\n"_s.arg(number)
                .arg(pictureOf(number))
                .toUtf8());
    }
}

bool TestThumbnailFeed::save(int number) const
{
    ImageStore store;
    QString error;
    return store.open(this->store(), &error) && store.save(QUrl(pictureOf(number)), png(300, 200), 1, &error);
}

void TestThumbnailFeed::init()
{
    m_feed.reset();
    m_list.reset();
    m_thumbnails.reset();
    QDir(store()).removeRecursively();
    m_library =
        std::make_unique<Library>(LibraryPaths{m_folder.filePath(u"data"_s), m_folder.filePath(u"cache"_s)});
    m_thumbnails = std::make_unique<Thumbnails>(store());
    m_list = std::make_unique<ArticleList>();
    auto *delegate = new ArticleDelegate(m_list.get());
    delegate->setThumbnails(m_thumbnails.get());
    m_list->setItemDelegate(delegate);
    m_list->setArticleModel(m_library->articles());
    m_list->resize(340, 500);
    m_list->show();
    m_feed = std::make_unique<ThumbnailFeed>(*m_thumbnails, *m_list, *m_library, nullptr);
    const QSignalSpy finished(m_library.get(), &Library::passFinished);
    m_library->openArchive(m_folder.filePath(u"archive"_s));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(m_library->articles()->rowCount(), articles);
}

bool TestThumbnailFeed::isShown(int row) const
{
    const std::optional<ArticleRow> article = m_library->articles()->article(row);
    return article && !m_thumbnails->of(article->head).pixmap.isNull();
}

void TestThumbnailFeed::rowsInSight_comeByThemselves()
{
    for (int number = 0; number < articles; ++number)
        QVERIFY(save(number));
    m_feed->pictureStored();
    const auto [first, last] = m_list->rowsInSight();
    QCOMPARE(first, 0);
    QVERIFY(last > 3);
    for (int row = first; row <= last; ++row)
        QTRY_VERIFY_WITH_TIMEOUT(isShown(row), patience);
    m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->maximum());
    QTRY_VERIFY_WITH_TIMEOUT(isShown(articles - 1), patience);
}

void TestThumbnailFeed::rowsThatFlyPast_areNotAskedFor()
{
    for (int number = 0; number < articles; ++number)
        QVERIFY(save(number));
    QScrollBar *bar = m_list->verticalScrollBar();
    for (int row = 0; row < articles; ++row) // all of them are in memory
        m_library->articles()->article(row);
    QTRY_VERIFY_WITH_TIMEOUT(m_library->articles()->article(articles / 2), patience);
    for (int value = 0; value < bar->maximum(); value += bar->pageStep()) {
        bar->setValue(value);
        m_list->viewport()->repaint();
    }
    bar->setValue(bar->maximum());
    QTRY_VERIFY_WITH_TIMEOUT(isShown(articles - 1), patience);
    QVERIFY(!isShown(articles / 2));
}

void TestThumbnailFeed::newPicture_appears()
{
    const std::optional<ArticleRow> article = m_library->articles()->article(1);
    QVERIFY(article);
    const int number = article->head.title.section(u' ', 1).toInt();
    m_feed->pictureStored(); // that it is not there is known
    QTest::qWait(0);
    QVERIFY(save(number));
    m_feed->pictureStored();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(1), patience);
}

void TestThumbnailFeed::clearedStore_showsNone()
{
    const std::optional<ArticleRow> article = m_library->articles()->article(1);
    QVERIFY(save(article->head.title.section(u' ', 1).toInt()));
    m_feed->pictureStored();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(1), patience);
    QDir(store()).removeRecursively();
    m_feed->storeCleared();
    QVERIFY(!isShown(1));
}

void TestThumbnailFeed::picture_movesNoRow()
{
    const QRect before = m_list->visualRect(m_library->articles()->index(2));
    const std::optional<ArticleRow> article = m_library->articles()->article(1);
    QVERIFY(save(article->head.title.section(u' ', 1).toInt()));
    m_feed->pictureStored();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(1), patience);
    QCOMPARE(m_list->visualRect(m_library->articles()->index(2)), before);
}

QTEST_MAIN(TestThumbnailFeed)
#include "tst_thumbnailfeed.moc"

#include "app/images/picturecollector.h"

#include "pictureserver.h"
#include "samplepictures.h"
#include "tests/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

// One article that has a star.
struct Stars {
    quint64 starred = 0;
    int questions = 0;

    QSet<quint64> among(const QSet<quint64> &articles)
    {
        ++questions;
        return articles & QSet<quint64>{starred};
    }
};

class TestPictureCollector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void pictures_areFetchedAndCounted();
    void whatIsStored_isNotAskedFor();
    void failures_sayWhichHostAndWhy();
    void failed_areTriedAgain();
    void articles_areAskedForInPortions();
    void paused_asksForNothing();
    void stopped_endsAtOnce();
    void switchedOff_ends();
    void sharedPicture_isOfAllItsArticles();
    void triedAgain_isOfAllItsArticles();
    void fullStore_ends();
    void unusableStore_ends();
    void newBeginning_forgetsTheLast();
    void ahead_followsItsOwnArticle();
    void destroyedAtWork_isQuiet();

private:
    void start();
    PictureCollector::Article article(const QStringList &paths, quint64 owner = 0) const;
    bool collect(const QList<PictureCollector::Article> &articles);
    CollectTally tally() const { return m_ended->last().at(0).value<CollectTally>(); }
    CollectEnd end() const { return m_ended->last().at(1).value<CollectEnd>(); }

    std::unique_ptr<PictureServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    WrittenHosts m_hosts;
    ImageLoader::Options m_options;
    std::unique_ptr<ImageLoader> m_loader;
    std::unique_ptr<PictureCollector> m_collector;
    std::unique_ptr<QSignalSpy> m_ended;
};

void TestPictureCollector::init()
{
    m_server = std::make_unique<PictureServer>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_hosts = {};
    m_hosts.answers[u"pictures.example.org"_s] = {{QHostAddress(QHostAddress::LocalHost)}};
    m_options = {};
    m_options.storeFolder = m_folder->filePath(u"store"_s);
    m_options.resolve = m_hosts.resolver();
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    start();
}

void TestPictureCollector::start()
{
    m_ended.reset();
    m_collector.reset();
    m_loader = std::make_unique<ImageLoader>(m_options);
    m_loader->open();
    m_collector = std::make_unique<PictureCollector>(*m_loader, quint64(1) << 62);
    m_ended = std::make_unique<QSignalSpy>(m_collector.get(), &PictureCollector::ended);
}

void TestPictureCollector::cleanup()
{
    m_ended.reset();
    m_collector.reset();
    m_loader.reset();
    m_server.reset();
}

PictureCollector::Article TestPictureCollector::article(const QStringList &paths, quint64 owner) const
{
    QList<ImageAddress> addresses;
    for (const QString &path : paths)
        addresses << ImageAddress{m_server->url(path), {}, {}};
    return [addresses, owner] { return PictureCollector::Pictures{addresses, owner}; };
}

// To the end.
bool TestPictureCollector::collect(const QList<PictureCollector::Article> &articles)
{
    m_collector->begin(ImageUse::Collect, int(articles.size()));
    m_collector->add(articles);
    m_collector->add({});
    return QTest::qWaitFor([this] { return !m_ended->isEmpty(); }, 20'000);
}

void TestPictureCollector::pictures_areFetchedAndCounted()
{
    m_server->send("/a", png(30, 20));
    m_server->send("/b", png(30, 21));
    m_server->send("/c", png(30, 22));
    QVERIFY(collect({article({u"/a"_s, u"/b"_s}), article({u"/b"_s, u"/c"_s, u"/c"_s}), article({})}));
    QCOMPARE(end(), CollectEnd::Done);
    QCOMPARE(tally().articles, 3);
    QCOMPARE(tally().pictures, 3);
    QCOMPARE(tally().fetched, 3);
    QCOMPARE(tally().stored, 0);
    QCOMPARE(m_server->requests().size(), 3);
    QVERIFY(m_loader->has(m_server->url(u"/c"_s)));
    QTest::qWait(0);
    QCOMPARE(m_ended->size(), 1);
}

void TestPictureCollector::whatIsStored_isNotAskedFor()
{
    m_server->send("/a", png(30, 20));
    m_server->send("/b", png(30, 21));
    QVERIFY(collect({article({u"/a"_s})}));
    m_ended->clear();
    QSignalSpy answered(m_loader.get(), &ImageLoader::answered);
    QVERIFY(collect({article({u"/a"_s, u"/b"_s})}));
    QCOMPARE(tally().stored, 1);
    QCOMPARE(tally().fetched, 1);
    QCOMPARE(tally().here(), 2);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(answered.size(), 1); // windows hear nothing of what is there already
}

void TestPictureCollector::failures_sayWhichHostAndWhy()
{
    m_server->send("/text", "no picture");
    QVERIFY(collect({article({u"/none"_s, u"/gone"_s, u"/text"_s})}));
    QCOMPARE(tally().failed(), 3);
    QCOMPARE(tally().fetched, 0);
    const QString host = u"pictures.example.org"_s;
    QCOMPARE(tally().failures.value({host, ImageFailure::HttpStatus, u"404"_s}), 2);
    QCOMPARE(tally().failures.value({host, ImageFailure::NotAPicture, {}}), 1);
}

void TestPictureCollector::failed_areTriedAgain()
{
    m_server->send("/a", png(30, 20));
    QVERIFY(collect({article({u"/a"_s, u"/b"_s, u"/c"_s})}));
    QCOMPARE(tally().failed(), 2);
    m_server->send("/b", png(30, 21));
    m_ended->clear();
    m_collector->beginAgain();
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, patience);
    QCOMPARE(tally().pictures, 2);
    QCOMPARE(tally().fetched, 1);
    QCOMPARE(tally().failed(), 1);
    QCOMPARE(m_server->requestCount("/a"), 1);
}

// A list of a hundred thousand is never in memory.
void TestPictureCollector::articles_areAskedForInPortions()
{
    int portions = 0;
    std::atomic<int> unread = 0;
    int most = 0;
    connect(m_collector.get(), &PictureCollector::articlesWanted, this, [&] {
        QList<PictureCollector::Article> articles;
        for (int i = 0; i < PictureCollector::articlesAtOnce && portions < 20; ++i) {
            ++unread;
            articles << [&unread] {
                --unread;
                return PictureCollector::Pictures();
            };
        }
        most = std::max(most, unread.load());
        ++portions;
        QMetaObject::invokeMethod(
            m_collector.get(), [this, articles] { m_collector->add(articles); }, Qt::QueuedConnection);
    });
    m_collector->begin(ImageUse::Collect, 20 * PictureCollector::articlesAtOnce);
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, patience);
    QCOMPARE(tally().articles, 20 * PictureCollector::articlesAtOnce);
    QVERIFY(most < 2 * PictureCollector::articlesAtOnce); // the last ones may be under way
}

void TestPictureCollector::paused_asksForNothing()
{
    m_server->hold("/a");
    m_server->send("/b", png(30, 21));
    m_collector->begin(ImageUse::Collect, 1);
    m_collector->add({article({u"/a"_s})});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 1, patience);
    m_collector->pause();
    m_collector->add({article({u"/b"_s})});
    m_collector->add({});
    m_server->send("/c", png(30, 22)); // somebody reads meanwhile
    m_loader->load({1, 1, {m_server->url(u"/c"_s), {}, {}}});
    QTRY_VERIFY_WITH_TIMEOUT(m_loader->has(m_server->url(u"/c"_s)), patience);
    QCOMPARE(m_server->requestCount("/b"), 0);
    m_server->send("/a", png(30, 20));
    m_collector->resume();
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, patience);
    QCOMPARE(tally().fetched, 2);
    QCOMPARE(tally().articles, 2);
}

void TestPictureCollector::stopped_endsAtOnce()
{
    m_server->hold("/a");
    m_collector->begin(ImageUse::Collect, 2);
    m_collector->add({article({u"/a"_s}), article({u"/b"_s})});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 1, patience);
    m_collector->stop();
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(end(), CollectEnd::Stopped);
    QCOMPARE(tally().fetched, 0);
    m_server->release(png(30, 20));
    m_collector->stop();
    QTest::qWait(0);
    QCOMPARE(m_ended->size(), 1);
    QVERIFY(!m_loader->has(m_server->url(u"/a"_s)));
}

void TestPictureCollector::switchedOff_ends()
{
    m_loader->setNetworkUse(NetworkUse::Offline);
    QVERIFY(collect({article({u"/a"_s, u"/b"_s}), article({u"/c"_s})}));
    QCOMPARE(end(), CollectEnd::Offline);
    QCOMPARE(m_server->requests().size(), 0);
}

// Of whatever article the picture is that has the star: the first, one that waits with it, a later one.
void TestPictureCollector::sharedPicture_isOfAllItsArticles()
{
    Stars stars;
    m_options.keptOwners = [&stars](const QSet<quint64> &articles) { return stars.among(articles); };
    start();
    m_server->send("/a", png(30, 20));
    QVERIFY(collect({article({u"/a"_s}, 1), article({u"/a"_s}, 2)}));
    m_ended->clear();
    QVERIFY(collect({article({u"/a"_s}, 3), article({u"/a"_s}, 4)}));
    QCOMPARE(m_server->requestCount("/a"), 1);
    for (const quint64 owner : {1, 2, 3, 4}) {
        stars = {.starred = owner};
        QTRY_VERIFY_WITH_TIMEOUT((m_loader->setStoreLimit(1), stars.questions > 0), patience);
        QVERIFY(m_loader->has(m_server->url(u"/a"_s)));
    }
    stars = {.starred = 5};
    QTRY_VERIFY_WITH_TIMEOUT((m_loader->setStoreLimit(1), !m_loader->has(m_server->url(u"/a"_s))), patience);
}

// Those that waited with it the first time are not there the second.
void TestPictureCollector::triedAgain_isOfAllItsArticles()
{
    Stars stars;
    m_options.keptOwners = [&stars](const QSet<quint64> &articles) { return stars.among(articles); };
    start();
    QVERIFY(collect({article({u"/a"_s}, 1), article({u"/a"_s}, 2)}));
    QCOMPARE(tally().failed(), 1);
    for (const bool isThere : {false, true}) {
        if (isThere)
            m_server->send("/a", png(30, 20));
        m_ended->clear();
        m_collector->beginAgain();
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, patience);
        QCOMPARE(tally().fetched, int(isThere));
    }
    for (const quint64 owner : {1, 2}) {
        stars = {.starred = owner};
        QTRY_VERIFY_WITH_TIMEOUT((m_loader->setStoreLimit(1), stars.questions > 0), patience);
        QVERIFY(m_loader->has(m_server->url(u"/a"_s)));
    }
}

void TestPictureCollector::fullStore_ends()
{
    m_loader->setStoreLimit(png(30, 20).size() + 1);
    m_server->send("/a", png(30, 20));
    m_server->send("/b", png(30, 21));
    QVERIFY(collect({article({u"/a"_s})}));
    m_ended->clear();
    QVERIFY(collect({article({u"/a"_s, u"/b"_s})}));
    QCOMPARE(end(), CollectEnd::StoreFull);
    QCOMPARE(m_server->requestCount("/b"), 0);
}

void TestPictureCollector::unusableStore_ends()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    m_options.storeFolder = file.fileName();
    start();
    m_server->send("/a", png(30, 20));
    QVERIFY(collect({article({u"/a"_s})}));
    QCOMPARE(end(), CollectEnd::StoreFailed);
}

void TestPictureCollector::newBeginning_forgetsTheLast()
{
    m_server->hold("/a");
    m_collector->begin(ImageUse::Collect, 1);
    m_collector->add({article({u"/a"_s})});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 1, patience);
    m_server->send("/b", png(30, 20));
    QVERIFY(collect({article({u"/b"_s})}));
    QCOMPARE(tally().pictures, 1);
    QCOMPARE(tally().fetched, 1);
    QCOMPARE(m_ended->size(), 1);
}

// The open article's category may ask first: that is not the neighbour's.
void TestPictureCollector::ahead_followsItsOwnArticle()
{
    m_loader->setNetworkUse(NetworkUse::WhenAsked);
    m_server->send("/a", png(30, 20));
    m_collector->begin(ImageUse::Ahead, 1);
    m_collector->add({article({u"/a"_s})});
    m_collector->add({});
    QTRY_COMPARE_WITH_TIMEOUT(m_ended->size(), 1, patience);
    QCOMPARE(m_server->requestCount("/a"), 1);
}

void TestPictureCollector::destroyedAtWork_isQuiet()
{
    m_server->hold("/a");
    m_collector->begin(ImageUse::Collect, 1);
    m_collector->add({article({u"/a"_s}), article({u"/b"_s})});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 1, patience);
    m_ended.reset();
    m_collector.reset();
    m_server->release(png(30, 20));
    QTest::qWait(0);
}

QTEST_GUILESS_MAIN(TestPictureCollector)
#include "tst_picturecollector.moc"

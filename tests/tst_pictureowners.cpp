#include "app/images/pictureowners.h"
#include "sampleloader.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestPictureOwners final : public SampleLoader
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_reads = std::make_shared<std::atomic<int>>(0);
    }
    void cleanup()
    {
        m_owners.reset();
        end();
    }

    // It was stored for another article, and then somebody starred this one in the list.
    void pictureOfAStarred_makesNoRoom();
    void pictureOfAStarred_mayComeLater();
    void article_isReadOnceEver();
    void manyArticles_areAllRead();
    void stopped_readsNoMore();
    void destroyedAtWork_isQuiet();

private:
    PictureOwners::Wanted wanted(quint64 owner, const QString &path);
    bool look(const QList<PictureOwners::Wanted> &articles); // to the end

    std::unique_ptr<PictureOwners> m_owners;
    std::shared_ptr<std::atomic<int>> m_reads;
};

PictureOwners::Wanted TestPictureOwners::wanted(quint64 owner, const QString &path)
{
    const QList<ImageAddress> addresses{{m_server->url(path), {}, {}}};
    return {owner, [addresses, owner, reads = m_reads] {
                ++*reads;
                return PictureCollector::Pictures{addresses, owner};
            }};
}

bool TestPictureOwners::look(const QList<PictureOwners::Wanted> &articles)
{
    m_owners = std::make_unique<PictureOwners>(*m_loader);
    const QSignalSpy done(m_owners.get(), &PictureOwners::done);
    m_owners->add(articles);
    return QTest::qWaitFor([&done] { return !done.isEmpty(); }, 20'000);
}

void TestPictureOwners::pictureOfAStarred_makesNoRoom()
{
    m_options.keptOwners = [](const QSet<quint64> &articles) {
        return std::optional(articles.contains(7) ? QSet<quint64>{7} : QSet<quint64>());
    };
    start();
    for (const QByteArray path : {"/starred", "/plain"}) {
        m_server->send(path, png(60, 40));
        ImageRequest request = this->request(QString::fromLatin1(path));
        request.owner = 1;
        QCOMPARE(loaded(request).failure, ImageFailure::None);
    }
    QVERIFY(look({wanted(7, u"/starred"_s)}));
    m_loader->setStoreLimit(1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_loader->has(m_server->url(u"/plain"_s)), patience);
    QVERIFY(m_loader->has(m_server->url(u"/starred"_s)));
}

// Its server did not answer while the starred article was open or read, and does for another article.
void TestPictureOwners::pictureOfAStarred_mayComeLater()
{
    m_options.keptOwners = [](const QSet<quint64> &articles) {
        return std::optional(articles.contains(7) ? QSet<quint64>{7} : QSet<quint64>());
    };
    start();
    QVERIFY(look({wanted(7, u"/starred"_s)}));
    const auto fetch = [this] {
        for (const QByteArray path : {"/starred", "/plain"}) {
            m_server->send(path, png(60, 40));
            ImageRequest request = this->request(QString::fromLatin1(path));
            request.owner = 1;
            QCOMPARE(loaded(request).failure, ImageFailure::None);
        }
    };
    fetch();
    m_loader->setStoreLimit(1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_loader->has(m_server->url(u"/plain"_s)), patience);
    QVERIFY(m_loader->has(m_server->url(u"/starred"_s)));
    m_loader->setStoreLimit(usualStoreLimit);
    m_loader->clearStore();
    QVERIFY(!m_loader->has(m_server->url(u"/starred"_s)));
    fetch();
    m_loader->setStoreLimit(1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_loader->has(m_server->url(u"/plain"_s)), patience);
    QVERIFY(m_loader->has(m_server->url(u"/starred"_s)));
}

void TestPictureOwners::article_isReadOnceEver()
{
    QVERIFY(look({wanted(7, u"/a"_s)}));
    QVERIFY(look({wanted(7, u"/a"_s), wanted(8, u"/b"_s)}));
    QCOMPARE(*m_reads, 2);
    start(); // another run
    QVERIFY(look({wanted(7, u"/a"_s), wanted(8, u"/b"_s)}));
    QCOMPARE(*m_reads, 2);
}

void TestPictureOwners::manyArticles_areAllRead()
{
    QList<PictureOwners::Wanted> articles;
    for (quint64 owner = 1; owner <= 100; ++owner)
        articles << wanted(owner, u"/%1"_s.arg(owner));
    QVERIFY(look(articles));
    QCOMPARE(*m_reads, 100);
}

void TestPictureOwners::stopped_readsNoMore()
{
    m_owners = std::make_unique<PictureOwners>(*m_loader);
    const QSignalSpy done(m_owners.get(), &PictureOwners::done);
    m_owners->add({wanted(7, u"/a"_s)});
    m_owners->stop();
    m_owners->add({wanted(8, u"/b"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, patience);
    QVERIFY(!m_loader->isOwnerKnown(7));
    QVERIFY(m_loader->isOwnerKnown(8));
}

void TestPictureOwners::destroyedAtWork_isQuiet()
{
    m_owners = std::make_unique<PictureOwners>(*m_loader);
    m_owners->add({wanted(7, u"/a"_s)});
    m_owners.reset();
    QTest::qWait(0);
    QVERIFY(!m_loader->isOwnerKnown(7));
}

QTEST_GUILESS_MAIN(TestPictureOwners)
#include "tst_pictureowners.moc"

#include "app/images/imagestore.h"
#include "app/images/knownsizes.h"
#include "samplepictures.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

class TestKnownSizes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<ImageStore>();
        QVERIFY(m_store->open(m_folder->path(), &m_error));
    }

    void cleanup() { m_store.reset(); }

    void stored_isKnownBesideTheStoreInUse()
    {
        KnownSizes sizes(m_folder->path());
        QCOMPARE(sizes.size(m_address), QSize());
        QVERIFY(m_store->save(m_address, png(30, 20), 1, &m_error));
        QCOMPARE(sizes.size(m_address), QSize(30, 20));
        QCOMPARE(sizes.size(QUrl(u"https://host.example/a.png#fragment"_s)), QSize(30, 20));
        QCOMPARE(sizes.size(QUrl(u"https://host.example/b.png"_s)), QSize());
        QVERIFY(m_store->save(m_address, gif(5, 4), 2, &m_error));
        QCOMPARE(sizes.size(m_address), QSize(5, 4));
    }

    void photographOnItsSide_isKnownUpright()
    {
        QVERIFY(m_store->save(m_address, withExif(jpeg(640, 480), exif(6, bigNumber)), 1, &m_error));
        QCOMPARE(KnownSizes(m_folder->path()).size(m_address), QSize(480, 640));
    }

    void removed_isRemembered_data()
    {
        QTest::addColumn<bool>("byClearing");
        QTest::newRow("it made room") << false;
        QTest::newRow("all were cleared") << true;
    }

    void removed_isRemembered()
    {
        QFETCH(const bool, byClearing);
        QVERIFY(m_store->save(m_address, png(30, 20), 1, &m_error));
        if (byClearing)
            QVERIFY(m_store->clear(&m_error));
        m_store->setLimit(0);
        while (m_store->tidy(2)) {
        }
        QVERIFY(!m_store->load(m_address));
        QCOMPARE(KnownSizes(m_folder->path()).size(m_address), QSize(30, 20));
        // What comes now counts.
        m_store->setLimit(usualStoreLimit);
        QVERIFY(m_store->save(m_address, png(60, 50), 3, &m_error));
        QCOMPARE(KnownSizes(m_folder->path()).size(m_address), QSize(60, 50));
    }

    void noStore_knowsNothing()
    {
        KnownSizes nowhere(m_folder->filePath(u"nowhere"_s));
        QCOMPARE(nowhere.size(m_address), QSize());
        QVERIFY(!QFile::exists(m_folder->filePath(u"nowhere"_s)));
        QVERIFY(QDir().mkpath(m_folder->filePath(u"broken"_s)));
        QFile file(m_folder->filePath(u"broken/index.sqlite"_s));
        QVERIFY(file.open(QFile::WriteOnly) && file.write("no database at all, but long enough") > 0);
        file.close();
        KnownSizes broken(m_folder->filePath(u"broken"_s));
        QCOMPARE(broken.size(m_address), QSize());
        QCOMPARE(broken.size(m_address), QSize());
    }

private:
    const QUrl m_address{u"https://host.example/a.png"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImageStore> m_store;
    QString m_error;
};

QTEST_GUILESS_MAIN(TestKnownSizes)
#include "tst_knownsizes.moc"

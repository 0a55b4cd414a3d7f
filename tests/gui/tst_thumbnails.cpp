#include "tests/patience.h"
#include "tests/samplepictures.h"
#include "ui/thumbnails.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestThumbnails final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wanted_comes();
    void missing_isAskedForOnceForgotten();
    void otherShape_isReadAnew();
    void forgotten_isGone();

private:
    static ArticleHead article(int number);
    void store(int number);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Thumbnails> m_thumbnails;
};

void TestThumbnails::init()
{
    m_thumbnails.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_thumbnails = std::make_unique<Thumbnails>(m_folder->filePath(u"store"_s));
    m_thumbnails->setShape({80, 60}, 4, 2);
}

ArticleHead TestThumbnails::article(int number)
{
    ArticleHead head;
    head.path = "a.md";
    if (number > 0)
        head.headImage = u"https://pictures.example.org/%1.png"_s.arg(number);
    return head;
}

void TestThumbnails::store(int number)
{
    ImageStore store;
    QString error;
    QVERIFY2(store.open(m_folder->filePath(u"store"_s), &error), qPrintable(error));
    QVERIFY2(store.save(QUrl(article(number).headImage), png(300, 200), 1, &error), qPrintable(error));
}

void TestThumbnails::wanted_comes()
{
    store(1);
    QVERIFY(!m_thumbnails->of(article(1)).isThere); // nobody has looked
    const QSignalSpy changed(m_thumbnails.get(), &Thumbnails::changed);
    m_thumbnails->want("/archive", {article(1), article(2), article(0)});
    QTRY_VERIFY_WITH_TIMEOUT(!m_thumbnails->of(article(1)).pixmap.isNull(), patience);
    QVERIFY(m_thumbnails->of(article(1)).isThere);
    QCOMPARE(m_thumbnails->of(article(1)).pixmap.size(), QSize(160, 120));
    QCOMPARE(m_thumbnails->of(article(1)).pixmap.devicePixelRatio(), 2.0);
    QVERIFY(!m_thumbnails->of(article(2)).isThere);
    QVERIFY(!m_thumbnails->of(article(0)).isThere);
    QVERIFY(changed.size() > 0);
}

void TestThumbnails::missing_isAskedForOnceForgotten()
{
    store(9); // something to wait for
    m_thumbnails->want("/archive", {article(1), article(9)});
    QTRY_VERIFY_WITH_TIMEOUT(!m_thumbnails->of(article(9)).pixmap.isNull(), patience);
    store(1);
    m_thumbnails->want("/archive", {article(1)});
    m_thumbnails->forgetMissing();
    QVERIFY(!m_thumbnails->of(article(1)).isThere);
    m_thumbnails->want("/archive", {article(1)});
    QTRY_VERIFY_WITH_TIMEOUT(!m_thumbnails->of(article(1)).pixmap.isNull(), patience);
    QVERIFY(!m_thumbnails->of(article(9)).pixmap.isNull());
}

void TestThumbnails::otherShape_isReadAnew()
{
    store(1);
    m_thumbnails->want("/archive", {article(1)});
    QTRY_VERIFY_WITH_TIMEOUT(!m_thumbnails->of(article(1)).pixmap.isNull(), patience);
    m_thumbnails->setShape({80, 60}, 4, 2); // the same
    QVERIFY(!m_thumbnails->of(article(1)).pixmap.isNull());
    m_thumbnails->setShape({80, 60}, 4, 1);
    QVERIFY(!m_thumbnails->of(article(1)).isThere);
    m_thumbnails->want("/archive", {article(1)});
    QTRY_COMPARE_WITH_TIMEOUT(m_thumbnails->of(article(1)).pixmap.size(), QSize(80, 60), patience);
}

void TestThumbnails::forgotten_isGone()
{
    store(1);
    m_thumbnails->want("/archive", {article(1)});
    QTRY_VERIFY_WITH_TIMEOUT(!m_thumbnails->of(article(1)).pixmap.isNull(), patience);
    m_thumbnails->want("/archive", {article(1), article(2)});
    m_thumbnails->forgetAll(); // and what is on its way is not believed
    QVERIFY(!m_thumbnails->of(article(1)).isThere);
}

QTEST_MAIN(TestThumbnails)
#include "tst_thumbnails.moc"

#include "app/page/neighbourpictures.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestNeighbourPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(QDir(m_folder.path()).mkpath(u"archive/a b/图"_s));
        write(u"archive/a b/near.png"_s, "near");
        write(u"archive/a b/图/deep.png"_s, "deep");
        write(u"archive/beside.png"_s, "beside");
        write(u"outside.png"_s, "outside");
    }

    void picture_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("beside the article") << u"near.png"_s << QByteArray("near");
        QTest::newRow("with a dot") << u"./near.png"_s << QByteArray("near");
        QTest::newRow("in a folder below") << u"图/deep.png"_s << QByteArray("deep");
        QTest::newRow("percent-encoded") << u"%E5%9B%BE/deep.png"_s << QByteArray("deep");
        QTest::newRow("above the article's folder") << u"../beside.png"_s << QByteArray();
        QTest::newRow("above the archive") << u"../../outside.png"_s << QByteArray();
        QTest::newRow("absolute") << u"/etc/passwd"_s << QByteArray();
        QTest::newRow("file address") << u"file:///etc/passwd"_s << QByteArray();
        QTest::newRow("missing") << u"nowhere.png"_s << QByteArray();
        QTest::newRow("a folder") << u"图"_s << QByteArray();
    }

    void picture()
    {
        QFETCH(const QString, written);
        QFETCH(const QByteArray, bytes);
        PagePicture picture;
        picture.address = imageAddress(written, articleFileAddress(root(), "a b/x.md"));
        QCOMPARE(withNeighbours({picture}, root()).first().inlineData, bytes);
    }

    void base_isTheLinkWhereThereIsOne()
    {
        QCOMPARE(articleBase(u"https://example.com/1"_s, root(), "x.md"), QUrl(u"https://example.com/1"_s));
        QCOMPARE(articleBase({}, root(), "x.md"), articleFileAddress(root(), "x.md"));
        QCOMPARE(articleBase(u"javascript:1"_s, root(), "x.md"), articleFileAddress(root(), "x.md"));
    }

    void webPictures_areLeftAlone()
    {
        PagePicture picture;
        picture.address =
            imageAddress(u"https://example.com/near.png"_s, articleFileAddress(root(), "a b/x.md"));
        QVERIFY(picture.address.url.isValid());
        QVERIFY(withNeighbours({picture}, root()).first().inlineData.isEmpty());
    }

private:
    QByteArray root() const { return QFile::encodeName(m_folder.filePath(u"archive"_s)); }

    void write(const QString &path, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestNeighbourPictures)

#include "tst_neighbourpictures.moc"

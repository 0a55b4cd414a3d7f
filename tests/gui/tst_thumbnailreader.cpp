#include "tests/samplepictures.h"
#include "ui/thumbnailreader.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestThumbnailReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rows_areLookedUp_data();
    void rows_areLookedUp();
    void damaged_isNoThumbnail();
    void abandoned_isNotRead();
    void abandonedWhileAtWork_stops();

private:
    QString write(const QString &path, const QByteArray &bytes) const;
    ThumbnailRequest request(const QList<RowPicture> &rows, quint64 number = 1) const;

    const QString m_address = u"https://pictures.example.org/a.png"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
};

void TestThumbnailReader::init()
{
    qRegisterMetaType<QHash<QString, bool>>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = m_folder->filePath(u"store"_s);
    ImageStore store;
    QString error;
    QVERIFY2(store.open(m_store, &error), qPrintable(error));
    QVERIFY2(store.save(QUrl(m_address), png(80, 60), 1, &error), qPrintable(error));
    write(u"archive/post/near.png"_s, png(80, 60));
    write(u"outside.png"_s, png(80, 60));
}

QString TestThumbnailReader::write(const QString &path, const QByteArray &bytes) const
{
    const QString whole = m_folder->filePath(path);
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? whole : QString();
}

ThumbnailRequest TestThumbnailReader::request(const QList<RowPicture> &rows, quint64 number) const
{
    return {number, QFile::encodeName(m_folder->filePath(u"archive"_s)), {{80, 60}, 4}, rows};
}

void TestThumbnailReader::rows_areLookedUp_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("stored") << m_address << QString() << true;
    QTest::newRow("stored, behind a proxy")
        << u"https://cors.zfour.workers.dev/?"_s + m_address << QString() << true;
    QTest::newRow("stored, relative") << u"/a.png"_s << u"https://pictures.example.org/posts/1"_s << true;
    QTest::newRow("another") << u"https://pictures.example.org/b.png"_s << QString() << false;
    QTest::newRow("none") << u"https://picsum.photos/400/300?random=1"_s << QString() << false;
    QTest::newRow("beside the article") << u"near.png"_s << QString() << true;
    QTest::newRow("missing beside the article") << u"far.png"_s << QString() << false;
    QTest::newRow("outside of the archive") << u"../../outside.png"_s << QString() << false;
}

void TestThumbnailReader::rows_areLookedUp()
{
    QFETCH(QString, written);
    QFETCH(QString, link);
    QFETCH(bool, isThere);
    ThumbnailReader reader(m_store);
    const QSignalSpy looked(&reader, &ThumbnailReader::looked);
    const QSignalSpy made(&reader, &ThumbnailReader::made);
    reader.read(request({{u"row"_s, written, link, "post/a.md"}}));
    QCOMPARE(looked.size(), 1);
    QCOMPARE((looked.first().at(1).value<QHash<QString, bool>>()),
             (QHash<QString, bool>{{u"row"_s, isThere}}));
    QCOMPARE(made.size(), isThere ? 1 : 0);
    if (isThere)
        QCOMPARE(made.first().at(2).value<QImage>().size(), QSize(80, 60));
}

void TestThumbnailReader::damaged_isNoThumbnail()
{
    for (const QFileInfo &file : QDir(m_store).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString &name : QDir(file.filePath()).entryList(QDir::Files))
            write(u"store/"_s + file.fileName() + u'/' + name, png(80, 60).replace("IEND", "IENd"));
    }
    ThumbnailReader reader(m_store);
    const QSignalSpy made(&reader, &ThumbnailReader::made);
    reader.read(request({{u"row"_s, m_address, {}, "post/a.md"}}));
    QCOMPARE(made.size(), 1);
    QVERIFY(made.first().at(2).value<QImage>().isNull());
}

void TestThumbnailReader::abandoned_isNotRead()
{
    ThumbnailReader reader(m_store);
    const QSignalSpy looked(&reader, &ThumbnailReader::looked);
    reader.abandonBefore(2);
    reader.read(request({{u"row"_s, m_address, {}, "post/a.md"}}, 1));
    QCOMPARE(looked.size(), 0);
    reader.read(request({{u"row"_s, m_address, {}, "post/a.md"}}, 2));
    QCOMPARE(looked.size(), 1);
}

void TestThumbnailReader::abandonedWhileAtWork_stops()
{
    ThumbnailReader reader(m_store);
    const QSignalSpy made(&reader, &ThumbnailReader::made);
    connect(&reader, &ThumbnailReader::made, &reader, [&reader] { reader.abandonBefore(2); });
    reader.read(request({{u"a"_s, m_address, {}, "post/a.md"}, {u"b"_s, m_address, {}, "post/b.md"}}, 1));
    QCOMPARE(made.size(), 1);
}

QTEST_MAIN(TestThumbnailReader)
#include "tst_thumbnailreader.moc"

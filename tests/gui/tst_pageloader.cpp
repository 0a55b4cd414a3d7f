#include "ui/pageloader.h"

#include "../samplepictures.h"
#include "app/images/imagestore.h"
#include "tests/patience.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPageLoader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage_isAnsweredOnceAndLater();
    void onlyTheLast_isAnswered();
    void cancelled_isNotAnswered();
    void missingFile_becomesAPage();
    void knownPictures_haveTheirSpaceReserved();

private:
    static PageRequest request(const QTemporaryDir &folder, const QByteArray &name);
};

PageRequest TestPageLoader::request(const QTemporaryDir &folder, const QByteArray &name)
{
    QFile file(folder.filePath(QString::fromUtf8(name)));
    if (file.open(QIODevice::WriteOnly))
        file.write("---\ntitle: " + name + "\n---\n\n<p>text</p>\n");
    PageRequest request;
    request.root = QFile::encodeName(folder.path());
    request.head.path = name;
    return request;
}

// A page may be ready before load() returns; often enough in so many.
void TestPageLoader::everyPage_isAnsweredOnceAndLater()
{
    const QTemporaryDir folder;
    PageRequest wanted = request(folder, "a.md");
    wanted.kind = PageKind::TextAlone;
    PageLoader loader(nullptr);
    QSignalSpy loaded(&loader, &PageLoader::loaded);
    for (int i = 0; i < 500; ++i) {
        loader.load(wanted);
        QCOMPARE(loaded.size(), i);
        QVERIFY(loaded.wait(patience));
    }
}

void TestPageLoader::onlyTheLast_isAnswered()
{
    const QTemporaryDir folder;
    PageLoader loader(nullptr);
    const QSignalSpy loaded(&loader, &PageLoader::loaded);
    for (const QByteArray name : {"a.md", "b.md", "c.md"})
        loader.load(request(folder, name));
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, patience);
    QCOMPARE(loaded[0][0].value<LoadedPage>().title, u"c.md"_s);
}

void TestPageLoader::cancelled_isNotAnswered()
{
    const QTemporaryDir folder;
    PageLoader loader(nullptr);
    const QSignalSpy loaded(&loader, &PageLoader::loaded);
    loader.load(request(folder, "a.md"));
    loader.cancel();
    loader.load(request(folder, "b.md"));
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, patience);
    QCOMPARE(loaded[0][0].value<LoadedPage>().title, u"b.md"_s);
}

void TestPageLoader::missingFile_becomesAPage()
{
    const QTemporaryDir folder;
    PageRequest wanted = request(folder, "a.md");
    wanted.head.path = "gone.md";
    wanted.head.title = u"gone"_s;
    PageLoader loader(nullptr);
    const QSignalSpy loaded(&loader, &PageLoader::loaded);
    loader.load(wanted);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, patience);
    QVERIFY(!loaded[0][0].value<LoadedPage>().html.isEmpty());
}

void TestPageLoader::knownPictures_haveTheirSpaceReserved()
{
    const QTemporaryDir folder;
    const QString storeFolder = folder.filePath(u"store"_s);
    ImageStore store;
    QString error;
    QVERIFY(store.open(storeFolder, &error));
    QVERIFY(store.save(QUrl(u"https://host.example/a.png"_s), png(640, 480), 1, &error));
    QFile local(folder.filePath(u"local.png"_s));
    QVERIFY(local.open(QIODevice::WriteOnly) && local.write(png(300, 200)) > 0);
    local.close();
    QFile article(folder.filePath(u"article.md"_s));
    QVERIFY(article.open(QIODevice::WriteOnly));
    article.write("---\ntitle: a\nheadimg: https://host.example/a.png\n---\n<img src=\"local.png\">"
                  "<img src=\"https://host.example/b.png\">\n");
    article.close();
    PageRequest wanted;
    wanted.root = QFile::encodeName(folder.path());
    wanted.head.path = "article.md";
    wanted.storeFolder = storeFolder;
    const LoadedPage page = makePage(wanted);
    QVERIFY(page.html.contains("height=\"200\" src="));
    QCOMPARE(page.pictures.size(), 3);
    QCOMPARE(page.pictures.at(0).size, QSize(640, 480));
    QCOMPARE(page.pictures.at(1).size, QSize(300, 200));
    QCOMPARE(page.pictures.at(2).size, QSize());
}

QTEST_MAIN(TestPageLoader)
#include "tst_pageloader.moc"

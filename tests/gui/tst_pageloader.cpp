#include "ui/pageloader.h"

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
        QVERIFY(loaded.wait());
    }
}

void TestPageLoader::onlyTheLast_isAnswered()
{
    const QTemporaryDir folder;
    PageLoader loader(nullptr);
    const QSignalSpy loaded(&loader, &PageLoader::loaded);
    for (const QByteArray name : {"a.md", "b.md", "c.md"})
        loader.load(request(folder, name));
    QTRY_COMPARE(loaded.size(), 1);
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
    QTRY_COMPARE(loaded.size(), 1);
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
    QTRY_COMPARE(loaded.size(), 1);
    QVERIFY(!loaded[0][0].value<LoadedPage>().html.isEmpty());
}

QTEST_MAIN(TestPageLoader)
#include "tst_pageloader.moc"

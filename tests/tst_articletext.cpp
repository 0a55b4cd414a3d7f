#include "app/archive/archivefile.h"
#include "app/archive/articletext.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestArticleText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsToTheWholeText_data();
    void growsToTheWholeText();
    void fileCutWhileRead_isWhole();
};

void TestArticleText::growsToTheWholeText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray chinese = u"一二三四五六七\r\n"_s.toUtf8();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one block exactly") << QByteArray(encodingBlock, 'a');
    QTest::newRow("one more") << QByteArray(encodingBlock + 1, 'a');
    QTest::newRow("chinese") << chinese.repeated(9000);
    QTest::newRow("chinese, one block") << chinese.repeated(150);
    QTest::newRow("tag at the end") << chinese.repeated(150) + "{% link https://e.org %}\n";
}

void TestArticleText::growsToTheWholeText()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir dir;
    QFile writer(dir.filePath(u"a.md"_s));
    QVERIFY(writer.open(QIODevice::WriteOnly) && writer.write(bytes) == bytes.size());
    writer.close();
    ArchiveFile file;
    QCOMPARE(file.open(QFile::encodeName(dir.path()), "a.md", nullptr), Problem::None);

    const ArticleText whole(bytes);
    QVERIFY(whole.isWhole());
    ArticleText growing(file);
    QVERIFY(growing.isWhole() || bytes.size() > 2048);
    for (;; growing.readMore()) {
        QVERIFY(whole.text().startsWith(growing.text()));
        QCOMPARE(growing.mayEndWithTag(1024), bytes.contains("%}"));
        QCOMPARE(growing.problems(), whole.problems());
        for (const qsizetype length : {10, 1024, 8192})
            QCOMPARE(growing.tail(length), whole.tail(length));
        if (growing.isWhole())
            break;
    }
    QCOMPARE(growing.text(), whole.text());
}

void TestArticleText::fileCutWhileRead_isWhole()
{
    const QTemporaryDir dir;
    QFile writer(dir.filePath(u"a.md"_s));
    QVERIFY(writer.open(QIODevice::WriteOnly) && writer.resize(100'000));
    ArchiveFile file;
    QCOMPARE(file.open(QFile::encodeName(dir.path()), "a.md", nullptr), Problem::None);
    ArticleText text(file);
    QVERIFY(writer.resize(5000));
    text.readMore();
    QVERIFY(text.isWhole());
    QCOMPARE(text.tail(10), QString());
}

QTEST_GUILESS_MAIN(TestArticleText)
#include "tst_articletext.moc"

#include "app/archive/archivefile.h"
#include "app/archive/articletext.h"
#include "app/archive/hexotag.h"

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
    void tagTail_holdsTheTag_data();
    void tagTail_holdsTheTag();
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
    ArticleText growing(file, file.read(0, encodingBlock));
    QVERIFY(growing.isWhole() || bytes.size() > 2048);
    for (;; growing.readMore()) {
        QVERIFY(whole.text().startsWith(growing.text()));
        QCOMPARE(growing.problems(), whole.problems());
        for (const qsizetype length : {10, 1024, 8192})
            QCOMPARE(growing.tagTail(length), whole.tagTail(length));
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
    ArticleText text(file, file.read(0, encodingBlock));
    QVERIFY(writer.resize(5000));
    text.readMore();
    QVERIFY(text.isWhole());
    QCOMPARE(text.tagTail(10), QString());
}

void TestArticleText::tagTail_holdsTheTag_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray chinese = u"一二三四五六七，"_s.toUtf8().repeated(100);
    const QByteArray tag = "{% link https://e.org/a '" + chinese.first(60) + "' %}";
    QTest::newRow("none") << chinese;
    QTest::newRow("alone") << tag;
    QTest::newRow("after text") << chinese + tag;
    QTest::newRow("in an element") << chinese + "<div>\n" + tag + "\n</div>\n\n";
    QTest::newRow("two") << chinese + tag + tag;
    QTest::newRow("written braces") << chinese + "&#123;% link https://e.org/a 'x' %&#125; </p>";
    QTest::newRow("both kinds") << chinese + tag + " &#123;% link https://e.org/b 'x' %&#125;";
    QTest::newRow("both kinds, the other way") << chinese + "&#123;% youtube a %&#125;" + tag;
    QTest::newRow("percent in the title") << chinese + "{% link https://e.org/a '100 % %% }' %}";
    QTest::newRow("nothing opens") << chinese + "100 %}";
    QTest::newRow("marks overlap") << chinese + "{%}";
    QTest::newRow("NUL in the mark") << chinese + QByteArray("{\0% link https://e.org/a 'x' %}", 31);
    QTest::newRow("cut character in front") << chinese.chopped(1) + tag;
    QTest::newRow("GB18030") << QByteArray("\xd6\xd0\xce\xc4\xb5\xc4").repeated(200) + tag.first(24) + "' %}";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEx\0{\0%\0 \0l\0i\0n\0k\0 \0h\0 \0%\0}\0", 26);
}

// As a head is read and as a whole article is: what either sees must be the same.
void TestArticleText::tagTail_holdsTheTag()
{
    QFETCH(QByteArray, bytes);
    const ArticleText text(bytes);
    const std::optional<LinkTag> whole = findTrailingLinkTag(text.text());
    const std::optional<LinkTag> tail = findTrailingLinkTag(text.tagTail(1024));
    QCOMPARE(tail.has_value(), whole.has_value());
    if (whole)
        QCOMPARE(tail->url, whole->url);
    QCOMPARE(endsInsideTag(text.tagTail(bytes.size())), endsInsideTag(text.text()));
}

QTEST_GUILESS_MAIN(TestArticleText)
#include "tst_articletext.moc"

#include "app/archive/plainhead.h"
#include "tests/testfolders.h"

#include "app/archive/articlereader.h"
#include "app/archive/hexotag.h"
#include "app/archive/textdecoding.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QByteArray front = "\n---\ntitle: 'A title'\ncategories: \n - a\n - b\nheadimg: 'h.jpg'\nauthor: c\n"
                         "date: Tue, 23 Nov 2021 04:19:03 GMT\n---\n\n";

std::optional<PackedHead> plainHead(const QByteArray &file, const FileEntry &entry)
{
    const auto last = [&file] { return QByteArrayView(file).last(std::min(file.size(), linkTagTail)); };
    return readPlainHead(QByteArrayView(file).first(std::min(file.size(), encodingBlock)),
                         file.size() <= encodingBlock, entry, last);
}

}

class TestPlainHead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainArticle_isReadAsAnyOther_data();
    void plainArticle_isReadAsAnyOther();
    void allElse_isLeft_data();
    void allElse_isLeft();
    void seeds_comeToTheSame();
    void linkInFrontMatter_needsNoEnd();
};

void TestPlainHead::plainArticle_isReadAsAnyOther_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray text = "<p>正文 &amp; text, “quoted” — 文字。\r\n</p>";
    QTest::newRow("usual") << front + text;
    QTest::newRow("longer than a block") << front + text.repeated(200);
    QTest::newRow("cut in a character") << front + "a" + QByteArray("正").repeated(4000);
    QTest::newRow("empty body") << front;
    QTest::newRow("link") << QByteArray(front).replace("author", "link: https://e.org/?a=1&amp;b=2\nauthor") +
                                 text;
    QTest::newRow("tag") << front + text + "\n<div>{% link https://e.org/x %}</div>\n";
    QTest::newRow("tag far away") << front + text.repeated(300) + "\n{% link 'https://e.org/&#x6a;' %}\n";
    QTest::newRow("other tag at the end") << front + text + "{% video a %}";
    QTest::newRow("no categories") << QByteArray(front).replace("categories: \n - a\n - b\n", "");
    QTest::newRow("entity in the title") << QByteArray(front).replace("A title", "A &lt;b&gt;  title") + text;
    QTest::newRow("time suffix") << QByteArray(front).replace("A title", "A title-1637639863.2178") + text;
    QTest::newRow("signs in the title") << QByteArray(front).replace("A title", "“标题”—一 😀é") + text;
    QTest::newRow("a pair in the text") << front + "😀" + text;
    QTest::newRow("no picture") << QByteArray(front).replace("h.jpg", "https://picsum.photos/400") + text;
    QTest::newRow("cover") << QByteArray(front).replace("headimg: 'h.jpg'", "thumbnail: ''\ncover: a b.png") +
                                  text;
    QTest::newRow("date with a zone") << QByteArray(front).replace("Tue, 23", "23") + text;
    QTest::newRow("open tag") << front + "a < b <c";
}

void TestPlainHead::plainArticle_isReadAsAnyOther()
{
    QFETCH(QByteArray, file);
    const FileEntry entry{"content/x/y.md", file.size(), 1'600'000'000'000, 1, {}};
    const std::optional<PackedHead> head = plainHead(file, entry);
    QVERIFY(head);
    const PackedHead expected(parseArticle(file, entry).head);
    for (const auto text : {PackedHead::Title, PackedHead::Author, PackedHead::HeadImage,
                            PackedHead::OriginalLink, PackedHead::Categories})
        QCOMPARE(head->text(text).toByteArray(), expected.text(text).toByteArray());
    QCOMPARE(*head, expected);
}

void TestPlainHead::allElse_isLeft_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no front matter") << "text"_ba;
    QTest::newRow("CRLF") << QByteArray(front).replace("\n", "\r\n");
    QTest::newRow("CR in a value") << QByteArray(front).replace("author: c", "author: c\rx: y");
    QTest::newRow("byte-order mark") << "\xEF\xBB\xBF" + front;
    QTest::newRow("space behind the mark") << QByteArray(front).replace("---\n\n", "--- \n\n");
    QTest::newRow("space in front of it") << " " + front;
    QTest::newRow("GB18030") << front + "\xc4\xe3\xba\xc3";
    QTest::newRow("cut off") << front + "\xE6\xAD";
    QTest::newRow("NUL") << front + '\0';
    QTest::newRow("no title") << QByteArray(front).replace("title", "other");
    QTest::newRow("invisible title") << QByteArray(front).replace("A title", "\u200B");
    QTest::newRow("no date") << QByteArray(front).replace("date", "when");
    QTest::newRow("no such date") << QByteArray(front).replace("23 Nov", "Nov");
    QTest::newRow("YAML") << QByteArray(front).replace("'A title'", "\"A\"");
    QTest::newRow("long tag") << front + "{% link " + QByteArray(2000, 'a') + " %}";
    QTest::newRow("NUL in a tag") << front + "{% li\0nk a %}"_ba;
    QTest::newRow("half a pair") << front + QByteArray(199, 'a') + "😀";
    QTest::newRow("more text is needed") << front + QByteArray("<b> ").repeated(2000) + "a";
}

void TestPlainHead::allElse_isLeft()
{
    QFETCH(QByteArray, file);
    QVERIFY(!plainHead(file, {"x/y.md", file.size(), 0, 1, {}}));
}

void TestPlainHead::seeds_comeToTheSame()
{
    int plain = 0;
    for (QDirIterator files(seedsFolder(), {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const FileEntry entry{QFile::encodeName(files.fileName()), bytes.size(), 0, 1, {}};
        const std::optional<PackedHead> head = plainHead(bytes, entry);
        QVERIFY2(!head || *head == PackedHead(parseArticle(bytes, entry).head), qPrintable(files.filePath()));
        plain += head ? 1 : 0;
    }
    QVERIFY(plain > 10);
}

void TestPlainHead::linkInFrontMatter_needsNoEnd()
{
    const QByteArray file = QByteArray(front).replace("author", "link: https://e.org/\nauthor");
    int asked = 0;
    const auto last = [&] {
        ++asked;
        return QByteArrayView();
    };
    QVERIFY(readPlainHead(file, true, {}, last));
    QCOMPARE(asked, 0);
}

QTEST_APPLESS_MAIN(TestPlainHead)
#include "tst_plainhead.moc"

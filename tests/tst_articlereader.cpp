#include "app/archive/archivefolder.h"
#include "app/archive/articlereader.h"
#include "app/archive/fileopener.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace
{

const QByteArray usual =
    "\n---\ntitle: 'A title'\ncategories: \n - a\n - b\nheadimg: 'h.jpg'\nauthor: c\ncomments: false\n"
    "date: Tue, 23 Nov 2021 04:19:03 GMT\nthumbnail: 'h.jpg'\n---\n\n";

Article parsed(const QByteArray &bytes, const QByteArray &path = "x/file.md")
{
    FileEntry entry;
    entry.path = path;
    entry.modified = 1'600'000'000'000;
    return parseArticle(bytes, entry);
}

} // namespace

class TestArticleReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualArticle_isRead();
    void missingParts_areGuessed_data();
    void missingParts_areGuessed();
    void body_losesLinkTagAlone();
    void hexoTagsInside_stay();
    void format_followsNameAndBody();
    void headAndArticle_agree_data();
    void headAndArticle_agree();
    void unknownFile_isLookedAt();
    void failedRead_leavesTheEntry();
    void failedOpening_leavesTheEntry();
    void unreadableFile_hasAHead();
    void unreadableArticle_saysWhy();
};

void TestArticleReader::usualArticle_isRead()
{
    const Article article = parsed(usual + "<div>\r\nbody &#123; &#125;\r\n</div>");
    QCOMPARE(article.head.title, u"A title"_s);
    QCOMPARE(article.head.categories, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(article.head.author, u"c"_s);
    QCOMPARE(article.head.date.toString(Qt::ISODate), u"2021-11-23T04:19:03Z"_s);
    QCOMPARE(article.head.headImage, u"h.jpg"_s);
    QCOMPARE(article.head.originalLink, QString());
    QCOMPARE(article.head.problems, Problems());
    QCOMPARE(article.head.identity, articleIdentity({}, u"A title"_s, article.head.date, article.body));
    QCOMPARE(article.body, u"\n<div>\nbody &#123; &#125;\n</div>"_s);
    QCOMPARE(article.format, BodyFormat::Html);
}

void TestArticleReader::missingParts_areGuessed_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QStringList>("problems");
    const QString fileTime = u"2020-09-13T12:26:40Z"_s;
    const QString noFrontMatter = u"front-matter-missing"_s;
    const QString noTitle = u"title-missing"_s;
    const QString noDate = u"date-missing"_s;
    const QString noCategories = u"categories-missing"_s;
    QTest::newRow("empty file") << QByteArray("x/file.md") << QByteArray() << u"file"_s << fileTime
                                << QStringList{noFrontMatter, noTitle, noDate, noCategories};
    QTest::newRow("heading") << QByteArray("x/file.md") << QByteArray("text\n# Heading\n") << u"Heading"_s
                             << fileTime << QStringList{noFrontMatter, noTitle, noDate, noCategories};
    QTest::newRow("index") << QByteArray("x/index.md") << QByteArray("text") << u"x"_s << fileTime
                           << QStringList{noFrontMatter, noTitle, noDate, noCategories};
    QTest::newRow("jekyll") << QByteArray("x/2015-03-17-a.md") << QByteArray("---\nlayout: post\n---\ntext")
                            << u"a"_s << u"2015-03-17T00:00:00+08:00"_s
                            << QStringList{noTitle, noDate, noCategories};
    QTest::newRow("html") << QByteArray("x/file.html")
                          << QByteArray("<html><head><title>T</title></head><body><h1>H</h1>") << u"T"_s
                          << fileTime << QStringList{noFrontMatter, noTitle, noDate, noCategories};
    QTest::newRow("html without a title")
        << QByteArray("x/file.htm") << QByteArray("<h1>H</h1>") << u"H"_s << fileTime
        << QStringList{noFrontMatter, noTitle, noDate, noCategories};
    QTest::newRow("Invalid Date") << QByteArray("x/file.md")
                                  << QByteArray("---\ntitle: t\ndate: Invalid Date\n---\n") << u"t"_s
                                  << fileTime << QStringList{u"date-unreadable"_s, noCategories};
    QTest::newRow("unclosed") << QByteArray("x/file.md")
                              << QByteArray("---\ntitle: t\ndate: 2021-1-2\n\ntext") << u"t"_s
                              << u"2021-01-02T00:00:00+08:00"_s
                              << QStringList{u"front-matter-unclosed"_s, noCategories};
    QTest::newRow("broken") << QByteArray("x/file.md")
                            << QByteArray("---\ntitle: a: b\ndate: 2021-1-2\n---\ntext") << u"a: b"_s
                            << u"2021-01-02T00:00:00+08:00"_s
                            << QStringList{u"front-matter-repaired"_s, noCategories};
    QTest::newRow("gbk") << QByteArray("x/file.md")
                         << QByteArray(
                                "---\ntitle: '\xD6\xD0\xB9\xFA\xB5\xC4\xC8\xCB'\ndate: 2021-1-2\n---\n")
                         << u"中国的人"_s << u"2021-01-02T00:00:00+08:00"_s
                         << QStringList{noCategories, u"encoding-guessed"_s};
}

void TestArticleReader::missingParts_areGuessed()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, bytes);
    const ArticleHead head = parsed(bytes, path).head;
    QTEST(head.title, "title");
    QTEST(head.date.toString(Qt::ISODate), "date");
    QTEST(problemNames(head.problems), "problems");
    QCOMPARE(head.categories, QStringList(u"x"_s));
}

void TestArticleReader::body_losesLinkTagAlone()
{
    const Article article =
        parsed("---\ntitle: 'a'\n---\n<div>x</div>\n\n<div>\n{% link https://e.org/1 'a' %}\n</div>\n");
    QCOMPARE(article.head.originalLink, u"https://e.org/1"_s);
    QCOMPARE(article.body, u"<div>x</div>\n\n\n"_s);
    QCOMPARE(article.format, BodyFormat::Html);

    const Article both =
        parsed("---\ntitle: 'a'\nlink: https://e.org/2\n---\nx {% link https://e.org/1 'a' %}");
    QCOMPARE(both.head.originalLink, u"https://e.org/2"_s);
    QCOMPARE(both.body, u"x "_s);
}

void TestArticleReader::hexoTagsInside_stay()
{
    const QString body = u"{% youtube abc %} {% link https://e.org 'a' %} text {{ site.url }}"_s;
    const Article article = parsed("---\ntitle: 'a'\n---\n" + body.toUtf8());
    QCOMPARE(article.body, body);
    QCOMPARE(article.head.originalLink, QString());
}

void TestArticleReader::format_followsNameAndBody()
{
    QCOMPARE(parsed("# a").format, BodyFormat::Markdown);
    QCOMPARE(parsed("<p>a</p>").format, BodyFormat::Html);
    QCOMPARE(parsed("a", "x/file.HTML").format, BodyFormat::Html);
}

void TestArticleReader::headAndArticle_agree_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray chinese = u"一二三四五六七八九十\r\n"_s.toUtf8();
    const QByteArray link = "\n<div>\n{% link https://e.org/1 'TITLE' %}\n</div>\n\n";
    const QByteArray image = "<img src=\"data:image/png;base64," + QByteArray(50'000, 'A') + "\">";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray(usual + "<p>x</p>");
    QTest::newRow("long") << QByteArray(usual + chinese.repeated(3000));
    QTest::newRow("long, link at the end") << QByteArray(usual + chinese.repeated(3000) + link);
    QTest::newRow("long link tag") << QByteArray(
        usual + chinese.repeated(3000) + QByteArray(link).replace("TITLE", QString(1000, u'题').toUtf8()));
    QTest::newRow("link tag too long") << QByteArray(
        usual + chinese.repeated(3000) + QByteArray(link).replace("TITLE", QByteArray(9000, 't')));
    QTest::newRow("link in the middle") << QByteArray(usual + link + chinese.repeated(3000));
    QTest::newRow("text after a large picture") << QByteArray(usual + image + chinese.repeated(300));
    QTest::newRow("tags for pages") << QByteArray(usual + QByteArray("<br/>\n<p></p>").repeated(9000) +
                                                  "end");
    QTest::newRow("tag over the block's end")
        << QByteArray(usual + "<p>" + QByteArray(3800, ' ') + "<b title='" + QByteArray(500, 'x') + "'>" +
                      chinese.repeated(300));
    QTest::newRow("long front matter")
        << QByteArray("---\ntitle: 'a'\ntags:\n" + QByteArray(" - tag\n").repeated(2000) +
                      "categories:\n - z\n---\n" + chinese.repeated(300));
    QTest::newRow("front matter never ends")
        << QByteArray("---\ntitle: 'a'\n" + QByteArray("x: y\n").repeated(100'000));
    QTest::newRow("no front matter") << QByteArray(chinese.repeated(900));
    QTest::newRow("late heading") << QByteArray(chinese.repeated(500) + "# Heading\n" +
                                                chinese.repeated(500));
    QTest::newRow("too late a heading")
        << QByteArray(chinese.repeated(900) + "# Heading\n" + chinese.repeated(500));
    QTest::newRow("bad bytes late") << QByteArray(usual + chinese.repeated(900) + "\xFF\xFF" + chinese);
    QTest::newRow("spaces at the end")
        << QByteArray(usual + chinese.repeated(900) + link + QByteArray(3000, ' '));
    QTest::newRow("gbk") << QByteArray("---\ntitle: '\xD6\xD0\xB9\xFA\xB5\xC4\xC8\xCB'\n---\n" +
                                       QByteArray("\xD6\xD0\xB9\xFA\xB5\xC4\xC8\xCB\n").repeated(2000));
    QTest::newRow("gbk after a block of ASCII")
        << QByteArray(usual + QByteArray("<br/>").repeated(1500) +
                      QByteArray("\xD6\xD0\xB9\xFA\xB5\xC4\xC8\xCB\n").repeated(2000));
    QTest::newRow("NULs") << QByteArray(usual + QByteArray(10'000, '\0') + chinese);
    QTest::newRow("blank pages first") << QByteArray(QByteArray(9000, '\n') + usual + chinese);
    QByteArray wide("\xFF\xFE");
    const QString text = QString::fromUtf8(usual + chinese.repeated(900) + link);
    for (const QChar c : text) {
        wide += static_cast<char>(c.unicode() & 0xFF);
        wide += static_cast<char>(c.unicode() >> 8);
    }
    QTest::newRow("utf-16") << wide;
}

void TestArticleReader::headAndArticle_agree()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir dir;
    const QByteArray root = QFile::encodeName(dir.path());
    QFile file(dir.filePath(u"a.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();

    QString error;
    const std::optional<Article> article = readArticle(root, "a.md", &error);
    QVERIFY2(article.has_value(), qPrintable(error));
    FileEntry entry;
    entry.path = "a.md";
    entry.modified = file.fileTime(QFileDevice::FileModificationTime).toMSecsSinceEpoch();
    const ArticleHead head = readArticleHead(root, entry);
    QCOMPARE(head.title, article->head.title);
    QCOMPARE(head.originalLink, article->head.originalLink);
    QCOMPARE(problemNames(head.problems), problemNames(article->head.problems));
    QCOMPARE(head.identity, article->head.identity);
    QVERIFY(head == article->head);
    FileOpener opener(root);
    QVERIFY(readPackedHead(opener, entry) == PackedHead(article->head));
    FileEntry bare;
    bare.path = "a.md";
    bare.size = FileEntry::unknownSize;
    QVERIFY(readPackedHead(opener, bare) == PackedHead(article->head));
    QCOMPARE(std::optional(bare), listArchiveFile(root, "a.md"));
    QVERIFY(!head.title.isEmpty());
    QVERIFY(head.date.isValid());
}

// What cannot be opened is as a walk would have met it.
void TestArticleReader::unknownFile_isLookedAt()
{
    const QTemporaryDir dir;
    const QByteArray root = QFile::encodeName(dir.path());
    FileOpener opener(root);
    QFile large(dir.filePath(u"large.md"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(maximumArticleSize + 1));
    QVERIFY(QFile::link(u"nowhere"_s, dir.filePath(u"link.md"_s)));
    for (const QByteArray &name : {"large.md"_ba, "link.md"_ba}) {
        FileEntry entry{name, FileEntry::unknownSize, 0, 0, {}};
        const PackedHead head = readPackedHead(opener, entry);
        QCOMPARE(std::optional(entry), listArchiveFile(root, name));
        QVERIFY(entry.problems);
        QCOMPARE(head, PackedHead(readArticleHead(root, entry)));
    }
    FileEntry gone{"gone.md", FileEntry::unknownSize, 0, 0, {}};
    QVERIFY(readPackedHead(opener, gone).problems.testFlag(Problem::Unreadable));
    QCOMPARE(gone, (FileEntry{"gone.md", 0, 0, 0, {}}));
}

// It looks sound to a walk, and is known to the next one.
void TestArticleReader::failedRead_leavesTheEntry()
{
#ifdef Q_OS_LINUX
    const QTemporaryDir dir;
    const QByteArray root = QFile::encodeName(dir.path());
    // Regular, with a size, and every read fails: the loopback device has no speed.
    QVERIFY(QFile::link(u"/sys/class/net/lo/speed"_s, dir.filePath(u"a.md"_s)));
    const std::optional<FileEntry> listed = listArchiveFile(root, "a.md");
    if (listed->problems)
        QSKIP("no such file here");
    FileEntry walked = *listed;
    FileEntry bare{"a.md", FileEntry::unknownSize, 0, 0, {}};
    FileOpener opener(root);
    const PackedHead head = readPackedHead(opener, walked);
    QVERIFY(head.problems.testFlag(Problem::Unreadable));
    QCOMPARE(walked, *listed);
    QCOMPARE(readPackedHead(opener, bare), head);
    QCOMPARE(bare.problems, Problems());
    QCOMPARE(PackedHead(readArticleHead(root, *listed)), head);
    QString error;
    QVERIFY(!readArticle(root, "a.md", &error) && !error.isEmpty());
#else
    QSKIP("Only Linux has a file that never can be read.");
#endif
}

void TestArticleReader::failedOpening_leavesTheEntry()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir dir;
    const QByteArray root = QFile::encodeName(dir.path());
    QFile file(dir.filePath(u"a.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(usual) > 0);
    file.close();
    FileEntry entry = listArchiveFile(root, "a.md").value_or(FileEntry());
    FileEntry bare{"a.md", FileEntry::unknownSize, 0, 0, {}};
    rlimit open{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &open), 0);
    const rlimit none{0, open.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
    FileOpener opener(root);
    const PackedHead head = readPackedHead(opener, entry);
    readPackedHead(opener, bare);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &open), 0);
    QVERIFY(head.problems.testFlag(Problem::Unreadable));
    QCOMPARE(entry.problems, Problems());
    QVERIFY(bare.size != entry.size); // nobody could look at it: the next walk hands it over again
#else
    QSKIP("Only Unix limits how many files may be open.");
#endif
}

void TestArticleReader::unreadableFile_hasAHead()
{
    FileEntry entry;
    entry.path = "x/2015-03-17-a b.md";
    entry.problems = Problem::NotARegularFile;
    const ArticleHead head = readArticleHead("/nowhere", entry);
    QCOMPARE(head.path, entry.path);
    QCOMPARE(head.title, u"a b"_s);
    QCOMPARE(head.categories, QStringList(u"x"_s));
    QCOMPARE(head.date.toString(Qt::ISODate), u"2015-03-17T00:00:00+08:00"_s);
    QVERIFY(head.problems.testFlag(Problem::NotARegularFile));
    QVERIFY(!head.problems.testFlag(Problem::Unreadable));
}

void TestArticleReader::unreadableArticle_saysWhy()
{
    const QTemporaryDir dir;
    QString error;
    QVERIFY(!readArticle(QFile::encodeName(dir.path()), "none.md", &error).has_value());
    QVERIFY(!error.isEmpty());
}

QTEST_GUILESS_MAIN(TestArticleReader)
#include "tst_articlereader.moc"

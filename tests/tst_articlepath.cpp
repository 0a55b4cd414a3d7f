#include "app/archive/articlepath.h"

#include "app/archive/articlereader.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestArticlePath final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesArticle_data();
    void namesArticle();
    void invalidBytes_areShown();
    void readsDate();
    void knowsHtml();
};

void TestArticlePath::namesArticle_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("categories");
    const auto row = [](const char *path, const QString &title, const QStringList &categories) {
        QTest::newRow(path) << QByteArray(path) << title << categories;
    };
    row("a.md", u"a"_s, {});
    row("source/_posts/x/y/a b.md", u"a b"_s, {u"x"_s, u"y"_s});
    row("_posts/2015-03-17-hello.md", u"hello"_s, {});
    row("2015-03-17-.md", u"2015-03-17-"_s, {});
    row("post/x/a.b.html", u"a.b"_s, {u"x"_s});
    row("x/post/a.md", u"a"_s, {u"x"_s, u"post"_s});
    row("x/folder name/index.md", u"folder name"_s, {u"x"_s, u"folder name"_s});
    row("index.html", u"index"_s, {});
    row("x/.md", u".md"_s, {u"x"_s});
    row("x/ .md", u" .md"_s, {u"x"_s});
    row("x/a\nb.md", u"a b"_s, {u"x"_s});
}

void TestArticlePath::namesArticle()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, title);
    QFETCH(QStringList, categories);
    QCOMPARE(titleFromPath(path), title);
    QCOMPARE(categoriesFromPath(path), categories);
}

void TestArticlePath::invalidBytes_areShown()
{
    QCOMPARE(displayPath("a\xFF/b.md"), u"a\ufffd/b.md"_s);
    QCOMPARE(titleFromPath("\xD6.md"), u"\ufffd"_s);
}

void TestArticlePath::readsDate()
{
    QCOMPARE(dateFromPath("x/2015-03-17-hello.md")->toString(Qt::ISODate), u"2015-03-17T00:00:00+08:00"_s);
    QVERIFY(!dateFromPath("2015-03-17-x/hello.md").has_value());
}

void TestArticlePath::knowsHtml()
{
    QVERIFY(isHtmlPath("a.HTML"));
    QVERIFY(isHtmlPath("a.htm"));
    QVERIFY(!isHtmlPath("html"));
    QVERIFY(!isHtmlPath("a.html.md"));
}

QTEST_GUILESS_MAIN(TestArticlePath)
#include "tst_articlepath.moc"

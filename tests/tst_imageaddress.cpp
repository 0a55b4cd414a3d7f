#include "app/page/imageaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestImageAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unwraps_data();
    void unwraps();
    void keepsWhatElseIsWorthTrying();
    void keepsProxyReferrer();
    void refuses_data();
    void refuses();
    void fileBase_staysBelowItsFolder();
    void placeholders_areNoPicture();
    void links_data();
    void links();
    void tracking_isKeptWhereWanted();
    void plainAddresses_areReadLikeAllOthers();
};

namespace
{

const QUrl base(u"https://site.example/news/2021/page.html"_s);

}

// Every row of format.md, "Image addresses", then what the corpus and the URL rules add.
void TestImageAddress::unwraps_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("url");

    const auto row = [](const char *name, const QString &written, const char *url) {
        QTest::newRow(name) << written << QByteArray(url);
    };
    row("first dialect", u"https://cors.zfour.workers.dev/?http://host.example/a.jpg"_s,
        "http://host.example/a.jpg");
    row("first dialect, query inside",
        u"https://cors.zfour.workers.dev/?http://host.example/a.jpg?w=1&h=2#f"_s,
        "http://host.example/a.jpg?w=1&h=2#f");
    row("first dialect, protocol-relative", u"https://cors.zfour.workers.dev/?//host.example/a.jpg"_s,
        "https://host.example/a.jpg");
    row("sister dialect",
        u"https://cors.mhuig.top/?r=https://o.example&url=https://host.example/a.png?w=1&h=2#f"_s,
        "https://host.example/a.png?w=1&h=2#f");
    row("sister dialect, url= first", u"https://cors.mhuig.top/?url=https://host.example/a.png&x=&url=y"_s,
        "https://host.example/a.png&x=&url=y");
    row("sister dialect, encoded all the same",
        u"https://cors.mhuig.top/?r=https://o.example&url=https%3A%2F%2Fhost.example%2Fa.png%3Fw%3D1"_s,
        "https://host.example/a.png?w=1");
    row("spoilt protocol-relative",
        u"https://cors.mhuig.top/?r=https://s.example&url=https://s.example//cdn.host/a.png"_s,
        "https://cdn.host/a.png");
    row("spoilt, without proxy", u"https://s.example//cdn.host/a.png?x=1"_s, "https://cdn.host/a.png?x=1");
    row("two slashes that are no host", u"https://s.example//images/a.png"_s,
        "https://s.example//images/a.png");
    row("dot segments", u"https://s.example/../u/a.png"_s, "https://s.example/u/a.png");
    row("dot segments inside", u"https://s.example/x/./y/../a.png"_s, "https://s.example/x/a.png");
    row("address within a path", u"https://s.example/web/http://b.example/a.png"_s,
        "https://s.example/web/http://b.example/a.png");
    row("protocol-relative", u"//host.example/a.png"_s, "https://host.example/a.png");
    row("absolute path", u"/a.png"_s, "https://site.example/a.png");
    row("relative path", u"a.png"_s, "https://site.example/news/2021/a.png");
    row("relative path upwards", u"../../../a.png"_s, "https://site.example/a.png");
    row("WordPress proxy", u"https://i0.wp.com/host.example/a.png?resize=300%2C200&ssl=1"_s,
        "https://host.example/a.png");
    row("weserv", u"https://images.weserv.nl/?url=host.example/a.png&w=300"_s, "https://host.example/a.png");
    row("weserv, encoded", u"https://images.weserv.nl/?w=3&url=https%3A%2F%2Fhost.example%2Fa.png%3Fx%3D1"_s,
        "https://host.example/a.png?x=1");
    row("weserv, ssl", u"//images.weserv.nl/?url=ssl:host.example/a.png"_s, "https://host.example/a.png");
    row("proxy in proxy",
        u"https://cors.mhuig.top/?r=https://o.example&url=https://cors.zfour.workers.dev/?http://h.example/a"_s,
        "http://h.example/a");
    row("form of a CDN", u"https://h.example/a.jpg@s_2,w_820,h_547"_s,
        "https://h.example/a.jpg@s_2,w_820,h_547");
    row("no extension", u"https://h.example/tos-cn-i/abc~tplv-noop.image"_s,
        "https://h.example/tos-cn-i/abc~tplv-noop.image");
    row("white space around and inside", u" \n https://h.example/a\t\r\nb.png \f"_s,
        "https://h.example/ab.png");
    row("space in the path", u"https://h.example/a b.png"_s, "https://h.example/a%20b.png");
    row("Chinese path", u"https://h.example/图.png"_s, "https://h.example/%E5%9B%BE.png");
    row("Chinese host", u"https://例子.测试/a"_s, "https://xn--fsqu00a.xn--0zwm56d/a");
    row("bytes that are no UTF-8", u"https://h.example/%B9%FA.png"_s, "https://h.example/%B9%FA.png");
    row("quotes and brackets", u"https://h.example/a'\"<b>`.png"_s,
        "https://h.example/a%27%22%3Cb%3E%60.png");
    row("lone percent", u"https://h.example/50%.png"_s, "https://h.example/50%25.png");
    row("default port", u"HTTPS://H.Example:443/A.png"_s, "https://h.example/A.png");
    row("other port", u"http://h.example:8080/a.png"_s, "http://h.example:8080/a.png");
    row("backslashes", u"https:\\\\h.example\\a.png?x=\\"_s, "https://h.example/a.png?x=%5C");
}

void TestImageAddress::unwraps()
{
    QFETCH(QString, written);
    QFETCH(QByteArray, url);
    const ImageAddress address = imageAddress(written, base);
    QCOMPARE(address.url.toEncoded(), url);
    QCOMPARE(imageAddress(QString::fromLatin1(url), base).url.toEncoded(), url);
}

void TestImageAddress::keepsWhatElseIsWorthTrying()
{
    QCOMPARE(imageAddress(u"https://s.example//cdn.host/a.png", base).others,
             QList<QUrl>{QUrl(u"https://s.example//cdn.host/a.png"_s)});
    QCOMPARE(imageAddress(u"https://i2.wp.com/host.example/a.png?w=3", base).others,
             QList<QUrl>{QUrl(u"https://i2.wp.com/host.example/a.png?w=3"_s)});
    QVERIFY(imageAddress(u"https://cors.mhuig.top/?r=https://o.example&url=https://h.example/a", base)
                .others.isEmpty());
}

void TestImageAddress::keepsProxyReferrer()
{
    const QString written = u"https://cors.mhuig.top/?r=https://o.example&url=https://h.example/a.png"_s;
    QCOMPARE(imageAddress(written, base).proxyReferrer, QUrl(u"https://o.example"_s));
    QVERIFY(imageAddress(u"https://h.example/a.png", base).proxyReferrer.isEmpty());
    // Where the article has no address, the proxy's r= is the best base there is.
    QCOMPARE(imageAddress(u"https://cors.mhuig.top/?r=https://o.example&url=/a.png", {}).url,
             QUrl(u"https://o.example/a.png"_s));
}

void TestImageAddress::refuses_data()
{
    QTest::addColumn<QString>("written");

    const QStringList rows{u""_s,
                           u"  \n "_s,
                           u"javascript:alert(1)"_s,
                           u"java\tscript:alert(1)"_s,
                           u"data:image/png;base64,AAAA"_s,
                           u"file:///etc/passwd"_s,
                           u"ftp://h.example/a.png"_s,
                           u"blob:https://h.example/1"_s,
                           u"article-image://i/x1"_s,
                           u"http:/foo"_s,
                           u"http:////foo"_s,
                           u"http://"_s,
                           u"https:///a.png"_s,
                           u"https://user@h.example/a.png"_s,
                           u"https://user:pass@h.example/a.png"_s,
                           u"https://@h.example/a.png"_s,
                           u"https://h.example:99999/a.png"_s,
                           u"https://h ost/a.png"_s,
                           u"https://cors.zfour.workers.dev/?javascript:alert(1)//http://"_s + u'\n',
                           u"https://cors.mhuig.top/?r=https://o.example&url=javascript:alert(1)"_s,
                           u"https://cors.mhuig.top/?r=https://o.example&url="_s,
                           u"https://picsum.photos/400/300?random=7"_s,
                           u"https://cors.zfour.workers.dev/?https://picsum.photos/400/300?random=7"_s,
                           u"https://www.jianshu.com/p/undefined"_s,
                           u"https://h.example/"_s + QString(5000, u'a'),
                           u"https://h.example/"_s + QString(1000, u'图')};
    for (const QString &row : rows)
        QTest::newRow(row.left(60).toUtf8().constData()) << row;
}

void TestImageAddress::refuses()
{
    QFETCH(QString, written);
    const ImageAddress address = imageAddress(written, base);
    // A CORS proxy with nothing usable inside is only an address like another.
    if (written.startsWith(u"https://cors.zfour.workers.dev/?javascript"))
        QCOMPARE(address.url.host(), u"cors.zfour.workers.dev"_s);
    else
        QVERIFY2(!address.url.isValid() || address.url.isEmpty(), address.url.toEncoded().constData());
}

void TestImageAddress::fileBase_staysBelowItsFolder()
{
    const QUrl file = QUrl::fromLocalFile(u"/archive/news/a.md"_s);
    QCOMPARE(imageAddress(u"pictures/my boat.png", file).url.toLocalFile(),
             u"/archive/news/pictures/my boat.png"_s);
    QCOMPARE(imageAddress(u"https://h.example/a.png", file).url, QUrl(u"https://h.example/a.png"_s));
    for (const QString &written :
         {u"../a.png"_s, u"/etc/passwd"_s, u"..%2f..%2fa.png"_s, u"file:///etc/passwd"_s,
          u"file://host/archive/news/a.png"_s, u"x/../../a.png"_s})
        QVERIFY2(imageAddress(written, file).url.isEmpty(), qPrintable(written));
    QVERIFY(imageAddress(u"a.png", {}).url.isEmpty());
}

void TestImageAddress::placeholders_areNoPicture()
{
    QVERIFY(isPlaceholderImage(u""));
    QVERIFY(isPlaceholderImage(u" https://picsum.photos/400/300?random=12 "));
    QVERIFY(isPlaceholderImage(u"https://cors.mhuig.top/?r=x&url=https://www.jianshu.com/p/undefined"));
    QVERIFY(!isPlaceholderImage(u"https://picsum.photos/id/7/400/300"));
    QVERIFY(!isPlaceholderImage(u"https://h.example/a.png"));
}

void TestImageAddress::links_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("url");

    const auto row = [](const char *name, const QString &written, const char *url) {
        QTest::newRow(name) << written << QByteArray(url);
    };
    row("plain", u"https://h.example/a?b=c"_s, "https://h.example/a?b=c");
    row("wrapped", u"https://cors.mhuig.top/?r=https://o.example&url=https://h.example/a?b=c#d"_s,
        "https://h.example/a?b=c#d");
    row("relative", u"b.html#x"_s, "https://site.example/news/2021/b.html#x");
    row("tracking", u"https://h.example/a?utm_source=x&id=3&fbclid=9&utm_medium=y#top"_s,
        "https://h.example/a?id=3#top");
    row("only tracking", u"https://h.example/a?utm_source=x"_s, "https://h.example/a");
    row("redirector", u"https://link.juejin.cn/?target=https%3A%2F%2Fh.example%2Fa%3Fx%3D1"_s,
        "https://h.example/a?x=1");
    row("mail", u"mailto:someone@h.example?subject=a b"_s, "mailto:someone@h.example?subject=a%20b");
    row("script", u"javascript:alert(1)"_s, "");
    row("script in disguise", u"\u0001 java\nscript:alert(1)"_s, "");
    row("script behind a redirector", u"https://link.juejin.cn/?target=javascript%3Aalert(1)"_s, "");
    row("data", u"data:text/html,<script>alert(1)</script>"_s, "");
    row("vbscript", u"vbscript:x"_s, "");
    row("file", u"file:///etc/passwd"_s, "");
    row("own scheme", u"article://token/1"_s, "");
    row("userinfo", u"https://bank.example@h.example/"_s, "");
    row("mail without address", u"mailto:"_s, "");
    row("mail with an authority", u"mailto://h.example/x"_s, "");
}

void TestImageAddress::links()
{
    QFETCH(QString, written);
    QFETCH(QByteArray, url);
    QCOMPARE(linkAddress(written, base).toEncoded(), url);
}

void TestImageAddress::tracking_isKeptWhereWanted()
{
    const auto written = u"https://h.example/a?utm_source=x&id=3"_s;
    QCOMPARE(linkAddress(written, base).toEncoded(), "https://h.example/a?id=3"_ba);
    QCOMPARE(linkAddress(written, base, Tracking::Kept).toEncoded(), written.toLatin1());
}

// Most addresses are given back as they stand, without a look inside. A space before one makes it an address
// like any other, which is looked at from all sides.
void TestImageAddress::plainAddresses_areReadLikeAllOthers()
{
    const QStringList hosts{u"h.example"_s,
                            u"a-b.c.example"_s,
                            u"H.example"_s,
                            u"h"_s,
                            u"1.2.3.4"_s,
                            u"h.0x7f"_s,
                            u"127.1"_s,
                            u"127.10"_s,
                            u"10.0x10"_s,
                            u"1.2.3.044"_s,
                            u"2130706433"_s,
                            u"h..example"_s,
                            u".h.example"_s,
                            u"h.example."_s,
                            u"-h.example"_s,
                            u"h-.example"_s,
                            u"xn--bcher-kva.example"_s,
                            u"xn--a.example"_s,
                            u"a--b.example"_s,
                            u"a@h.example"_s,
                            u"h.example:80"_s,
                            u"h.example:443"_s,
                            u"h.example:8080"_s,
                            u"i0.wp.com"_s,
                            u"images.weserv.nl"_s,
                            u"wsrv.nl"_s,
                            u"cors.a.example"_s,
                            u"cors.example"_s,
                            u"picsum.photos"_s,
                            u"www.jianshu.com"_s,
                            u"link.zhihu.com"_s,
                            u"h_i.example"_s,
                            u"字.example"_s,
                            u"h.xn--p1ai"_s,
                            u"h.1example"_s,
                            QString(64, u'a') + u".example"_s,
                            u""_s};
    const QStringList paths{u""_s,
                            u"/"_s,
                            u"/a/b.png"_s,
                            u"/a//b"_s,
                            u"//c.example/a.png"_s,
                            u"/./a"_s,
                            u"/a/../b"_s,
                            u"/a/.."_s,
                            u"/.a"_s,
                            u"/a%20b"_s,
                            u"/a b"_s,
                            u"/~a_b-c"_s,
                            u"/字"_s,
                            u"/%e5%ad%97"_s,
                            u"/a;b,c"_s,
                            u"/a'b"_s,
                            u"/a\\b"_s,
                            u"/a\tb"_s,
                            u"/a\"b"_s,
                            u"/<a>"_s,
                            u"/p/undefined"_s,
                            u"/400/300"_s};
    const QStringList queries{u""_s,
                              u"?"_s,
                              u"?a=b&c=/d.e"_s,
                              u"?random=1"_s,
                              u"?utm_source=x"_s,
                              u"?url=https://c.example/a"_s,
                              u"?https://c.example/a.png"_s,
                              u"?r=https://o.example&url=c.example/a"_s,
                              u"?target=https://c.example/"_s,
                              u"?a[]=1"_s,
                              u"?a=%41"_s,
                              u"?a='"_s,
                              u"#f"_s,
                              u"?a#f"_s};
    QStringList addresses;
    for (const QString &host : hosts) {
        for (const QString &path : paths) {
            for (const QString &query : queries)
                addresses << u"https://"_s + host + path + query;
        }
        for (const QString &scheme : {u"http://"_s, u"HTTPS://"_s, u"https:/"_s, u"https:///"_s, u"//"_s})
            addresses << scheme + host << scheme + host + u"/a/b.png"_s << scheme + host + u"/a?b=c"_s;
    }
    for (const QString &written : addresses) {
        const QString looked = u' ' + written;
        QVERIFY2(linkAddress(written, base) == linkAddress(looked, base), qPrintable(written));
        QVERIFY2(imageAddress(written, base) == imageAddress(looked, base), qPrintable(written));
        QVERIFY2(isPlaceholderImage(written) == isPlaceholderImage(looked), qPrintable(written));
    }
}

QTEST_APPLESS_MAIN(TestImageAddress)
#include "tst_imageaddress.moc"

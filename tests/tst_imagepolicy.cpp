#include "app/images/imagepolicy.h"
#include "samplepictures.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestImagePolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPublicAddress_data();
    void isPublicAddress();
    void noAddressAtAll_isNotPublic();
    void addressesToTry_data();
    void addressesToTry();
    void mayFetch_data();
    void mayFetch();
    void everyPortThatBrowsersBlock_isRefused();
    void imageType_data();
    void imageType();
    void contentType_isAConstantOfOurs();
    void imageSize_isEmptyOrPositive();
    void checkImage_data();
    void checkImage();
};

void TestImagePolicy::isPublicAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPublic");
    // Around both ends of every block.
    static constexpr const char *special[] = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.9",
        "192.0.0.255",
        "192.0.2.0",
        "192.0.2.255",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "192.175.48.1",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        "::",
        "::1",
        "::2",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:10.1.2.3",
        "::ffff:127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::8.8.8.8",
        "64:ff9b::1:808:808",
        "100::1",
        "100:0:0:1::1",
        "1fff::1",
        "2001::1",
        "2001:0:808:808::f7f7:f7f7",
        "2001:1::1",
        "2001:2::1",
        "2001:3::1",
        "2001:4:112::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2001:db8:ffff::1",
        "2002::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "2620:4f:8000::1",
        "3fff::1",
        "3fff:fff:ffff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ffff::1",
    };
    static constexpr const char *open[] = {
        "1.0.0.0",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2000::1",
        "2001:200::1",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2001:4860:4860::8888",
        "2003::1",
        "2400:cb00::1",
        "240e::1",
        "2620:4f:7fff::1",
        "2620:4f:8001::1",
        "2a00::1",
        "3ffe:ffff::1",
        "3fff:1000::1",
    };
    for (const char *address : special)
        QTest::newRow(address) << QString::fromLatin1(address) << false;
    for (const char *address : open)
        QTest::newRow(address) << QString::fromLatin1(address) << true;
}

void TestImagePolicy::isPublicAddress()
{
    QFETCH(const QString, address);
    const QHostAddress parsed(address);
    QVERIFY(!parsed.isNull());
    QTEST(::isPublicAddress(parsed), "isPublic");
}

void TestImagePolicy::noAddressAtAll_isNotPublic()
{
    QVERIFY(!::isPublicAddress(QHostAddress()));
    QVERIFY(!::isPublicAddress(QHostAddress(QHostAddress::Any)));
}

void TestImagePolicy::addressesToTry_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("tried");
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("IPv4 first") << u"2::1 1.0.0.1 2::2 1.0.0.2"_s << u"1.0.0.1 1.0.0.2 2::1 2::2"_s;
    QTest::newRow("the first few") << u"1.0.0.1 1.0.0.2 1.0.0.3 1.0.0.4 1.0.0.5"_s
                                   << u"1.0.0.1 1.0.0.2 1.0.0.3 1.0.0.4"_s;
    QTest::newRow("one IPv6 stays") << u"1.0.0.1 1.0.0.2 1.0.0.3 1.0.0.4 2::1 2::2"_s
                                    << u"1.0.0.1 1.0.0.2 1.0.0.3 2::1"_s;
    QTest::newRow("IPv6 alone") << u"2::1 2::2 2::3 2::4 2::5"_s << u"2::1 2::2 2::3 2::4"_s;
}

void TestImagePolicy::addressesToTry()
{
    QFETCH(const QString, found);
    QList<QHostAddress> addresses;
    for (const QString &address : found.split(u' ', Qt::SkipEmptyParts))
        addresses << QHostAddress(address);
    QStringList tried;
    for (const QHostAddress &address : ::addressesToTry(addresses))
        tried << address.toString();
    QTEST(tried.join(u' '), "tried");
}

void TestImagePolicy::mayFetch_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("may");
    static const QString refused[] = {
        u""_s,
        u"pictures.example.org/a.png"_s,
        u"ftp://example.org/a.png"_s,
        u"file:///etc/passwd"_s,
        u"data:image/png;base64,AAAA"_s,
        u"javascript:alert(1)"_s,
        u"qrc:/a.png"_s,
        u"http:/foo"_s,
        u"http:////foo"_s,
        u"http://user@example.org/a.png"_s,
        u"http://user:word@example.org/a.png"_s,
        u"http://:word@example.org/a.png"_s,
        u"http://localhost/"_s,
        u"http://LOCALHOST/"_s,
        u"http://localhost./"_s,
        u"http://a.localhost/"_s,
        u"http://printer.local/"_s,
        u"http://printer.local./"_s,
        u"http://printer.local../"_s,
        u"http://metadata.google.internal/"_s,
        u"http://box.home.arpa/"_s,
        u"http://home.arpa/"_s,
        u"http://nas.lan/"_s,
        u"http://router/"_s,
        u"http://router./"_s,
        u"http://127.0.0.1/"_s,
        u"http://127.0.0.1./"_s,
        u"http://127.1/"_s,
        u"http://127.1./"_s,
        u"http://0x7f.1/"_s,
        u"http://0x7f.1./"_s,
        u"http://0x7f000001/"_s,
        u"http://2130706433/"_s,
        u"http://017700000001/"_s,
        u"http://0177.0.0.1/"_s,
        u"http://\uff11\uff12\uff17.\uff10.\uff10.\uff11/"_s,
        u"http://127\u30020\u30020\u30021/"_s,
        u"http://%31%32%37.0.0.1/"_s,
        u"http://0/"_s,
        u"http://10.1/"_s,
        u"http://169.254.169.254/latest/meta-data/"_s,
        u"http://[::1]/"_s,
        u"http://[::ffff:127.0.0.1]/"_s,
        u"http://[64:ff9b::7f00:1]/"_s,
        u"http://[fe80::1%25eth0]/"_s,
        u"https://example.org:22/"_s,
        u"http://example.org:0/"_s,
    };
    static const QString allowed[] = {
        u"http://example.org/a.png"_s,
        u"HTTPS://EXAMPLE.ORG/a.png"_s,
        u"https://example.org./a.png"_s,
        u"https://example.org:8443/a.png?x=1#y"_s,
        u"http://8.8.8.8/a.png"_s,
        u"http://134744072/a.png"_s,
        u"http://[2001:4860:4860::8888]/a.png"_s,
        u"https://图片.example.cn/图.png"_s,
        u"https://local.example.org/"_s,
        u"https://notlocalhost.org/"_s,
        u"https://127.0.0.1.example.org/"_s,
    };
    for (const QString &url : refused)
        QTest::newRow(qUtf8Printable(u"no: "_s + url)) << url << false;
    for (const QString &url : allowed)
        QTest::newRow(qUtf8Printable(u"yes: "_s + url)) << url << true;
}

void TestImagePolicy::mayFetch()
{
    QFETCH(const QString, url);
    QTEST(::mayFetch(QUrl(url)), "may");
}

void TestImagePolicy::everyPortThatBrowsersBlock_isRefused()
{
    int refused = 0;
    for (int port = 0; port <= 65'535; ++port) {
        QUrl url(u"http://example.org/"_s);
        url.setPort(port);
        refused += ::mayFetch(url) ? 0 : 1;
    }
    // The standard's list, counted: a row out of order would be missed by the binary search.
    QCOMPARE(refused, 83);
    for (const int port : {25, 22, 6667, 10'080, 6679, 4190}) {
        QUrl url(u"https://example.org/"_s);
        url.setPort(port);
        QVERIFY(!::mayFetch(url));
    }
}

void TestImagePolicy::imageType_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ImageType>("type");
    QTest::newRow("png") << png(1, 1) << ImageType::Png;
    QTest::newRow("jpeg") << jpeg(1, 1) << ImageType::Jpeg;
    QTest::newRow("gif") << gif(1, 1) << ImageType::Gif;
    QTest::newRow("webp") << riff(vp8(1, 1)) << ImageType::WebP;
    QTest::newRow("empty") << QByteArray() << ImageType::Unknown;
    QTest::newRow("half a signature") << png(1, 1).first(7) << ImageType::Unknown;
    QTest::newRow("space before it") << ' ' + png(1, 1) << ImageType::Unknown;
    QTest::newRow("svg") << "<svg/>"_ba << ImageType::Unknown;
    QTest::newRow("wav") << "RIFF\x10\x10\x10\x10WAVE"_ba << ImageType::Unknown;
    QTest::newRow("riff alone") << "RIFF"_ba << ImageType::Unknown;
}

void TestImagePolicy::imageType()
{
    QFETCH(const QByteArray, bytes);
    QTEST(::imageType(bytes), "type");
}

void TestImagePolicy::contentType_isAConstantOfOurs()
{
    QCOMPARE(contentType(ImageType::Png), "image/png"_ba);
    QCOMPARE(contentType(ImageType::Jpeg), "image/jpeg"_ba);
    QCOMPARE(contentType(ImageType::Gif), "image/gif"_ba);
    QCOMPARE(contentType(ImageType::WebP), "image/webp"_ba);
    QCOMPARE(contentType(ImageType::Unknown), "application/octet-stream"_ba);
}

void TestImagePolicy::imageSize_isEmptyOrPositive()
{
    QCOMPARE(imageSize(png(3, 2)), QSize(3, 2));
    QCOMPARE(imageSize(pngHead(0, 2)), QSize());
    QCOMPARE(imageSize("text"), QSize());
}

void TestImagePolicy::checkImage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ImageFailure>("failure");
    const auto row = [](const char *name, const QByteArray &bytes, ImageFailure failure) {
        QTest::newRow(name) << bytes << failure;
    };
    using enum ImageFailure;
    row("png", png(3, 2), None);
    row("jpeg", jpeg(3, 2), None);
    row("gif", gif(3, 2, 20), None);
    row("webp", animatedWebp(3, 2, 20), None);
    row("empty", {}, NotAPicture);
    row("html", "<html>", NotAPicture);
    row("svg", "<svg/>", NotAPicture);
    row("no size", pngSignature, Damaged);
    row("size of zero", pngHead(0, 7), Damaged);
    row("longest side", pngHead(maximumImageSide, 2), None);
    row("too wide", pngHead(maximumImageSide + 1, 2), TooLarge);
    row("too high", pngHead(2, maximumImageSide + 1), TooLarge);
    row("40 megapixels", pngHead(8'000, 5'000), None);
    row("a little more", pngHead(8'000, 5'001), TooLarge);
    row("64 megapixels in 8 KB", png(8'000, 8'000), TooLarge);
    row("beyond int", pngHead(0xffffffff, 0xffffffff), TooLarge);
    row("as many bytes as allowed", png(1, 1) + QByteArray(maximumImageBytes - png(1, 1).size(), 'x'), None);
    row("one byte more", png(1, 1) + QByteArray(maximumImageBytes - png(1, 1).size() + 1, 'x'), TooLarge);
    row("500 frames", gif(10, 10, 500), None);
    row("501 frames", gif(10, 10, 501), TooLarge);
    row("400 megapixels in frames", gif(4'000, 1'000, 100), None);
    row("a frame more", gif(4'000, 1'000, 101), TooLarge);
    row("announced frames", animatedPng(5, 4, 4'000'000'000, 2), TooLarge);
    row("webp frames", animatedWebp(3, 2, 501), TooLarge);
}

void TestImagePolicy::checkImage()
{
    QFETCH(const QByteArray, bytes);
    QTEST(::checkImage(bytes), "failure");
}

QTEST_GUILESS_MAIN(TestImagePolicy)
#include "tst_imagepolicy.moc"

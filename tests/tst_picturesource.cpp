#include "app/page/picturesource.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPictureSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inlinePictures_data();
    void inlinePictures();
    void smallOnes_data();
    void smallOnes();
    void sizes_data();
    void sizes();
    void longAddresses_takeNoTime();
    void space_isReservedByWhatIsKnown_data();
    void space_isReservedByWhatIsKnown();
    void others_data();
    void others();
};

void TestPictureSource::inlinePictures_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("isPicture");
    QTest::addColumn<QSize>("size");
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200000007000000090802000000");
    const QByteArray gif = QByteArray("GIF89a") + QByteArray::fromHex("0400050000000000");
    const QByteArray jpeg = QByteArray::fromHex("ffd8ffe000104a464946");
    const QByteArray webp = "RIFF0000WEBPVP8 ";
    QTest::newRow("PNG") << "data:image/png;base64," + png.toBase64() << true << QSize(7, 9);
    QTest::newRow("GIF") << " DATA:image/GIF;base64," + gif.toBase64() << true << QSize(4, 5);
    const QByteArray tall = QByteArray("GIF89a") + QByteArray::fromHex("010001b400000000");
    QTest::newRow("too tall to say so") << "data:image/gif;base64," + tall.toBase64() << true << QSize();
    QTest::newRow("JPEG under another name") << "data:image/png;base64," + jpeg.toBase64() << true << QSize();
    QTest::newRow("WebP, percent-encoded")
        << "data:image/webp," + webp.toPercentEncoding() << true << QSize();
    QTest::newRow("with a parameter")
        << "data:image/png;charset=utf-8;base64," + png.toBase64() << true << QSize(7, 9);
    QTest::newRow("SVG") << QByteArray("data:image/svg+xml,<svg/>") << false << QSize();
    QTest::newRow("HTML as PNG") << QByteArray("data:image/png,<html>") << false << QSize();
    QTest::newRow("HTML") << QByteArray("data:text/html,GIF89a") << false << QSize();
    QTest::newRow("no data") << QByteArray("https://h.example/a.png") << false << QSize();
    QTest::newRow("empty") << QByteArray("data:image/png;base64,") << false << QSize();
}

void TestPictureSource::inlinePictures()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, isPicture);
    QFETCH(QSize, size);
    const std::optional<InlinePicture> picture = inlinePicture(address);
    QCOMPARE(picture.has_value(), isPicture);
    if (picture)
        QCOMPARE(picture->size, size);
}

void TestPictureSource::smallOnes_data()
{
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isSmall");
    QTest::newRow("low") << QByteArray("height") << QByteArray("20") << true;
    QTest::newRow("high") << QByteArray("height") << QByteArray("200") << false;
    QTest::newRow("emoji") << QByteArray("class") << QByteArray("wp-smiley") << true;
    QTest::newRow("formula") << QByteArray("class") << QByteArray("ee_img equation") << true;
    QTest::newRow("other class") << QByteArray("class") << QByteArray("size-full") << false;
}

void TestPictureSource::smallOnes()
{
    QFETCH(QByteArray, attribute);
    QFETCH(QByteArray, value);
    QFETCH(bool, isSmall);
    HtmlNode image;
    image.attributes = {{"src", "https://h.example/a.png"}, {attribute, value}};
    const std::optional<PictureSource> source = pictureSource(image, {}, {});
    QVERIFY(source);
    QCOMPARE(source->isSmall, isSmall);
}

void TestPictureSource::sizes_data()
{
    QTest::addColumn<QByteArray>("width");
    QTest::addColumn<QByteArray>("height");
    QTest::addColumn<QSize>("size");
    QTest::newRow("both") << QByteArray("64") << QByteArray("46px") << QSize(64, 46);
    QTest::newRow("one") << QByteArray("64") << QByteArray("auto") << QSize(64, -1);
    QTest::newRow("per cent") << QByteArray("100%") << QByteArray("") << QSize(-1, -1);
    QTest::newRow("absurd") << QByteArray("1e9") << QByteArray("-4") << QSize(-1, -1);
}

void TestPictureSource::sizes()
{
    QFETCH(QByteArray, width);
    QFETCH(QByteArray, height);
    QFETCH(QSize, size);
    HtmlNode image;
    image.attributes = {{"src", "https://h.example/a.png"}, {"width", width}, {"height", height}};
    QCOMPARE(pictureSource(image, {}, {})->size, size);
}

// From each of its slashes the rest was read again: minutes.
void TestPictureSource::longAddresses_takeNoTime()
{
    HtmlNode image;
    image.attributes = {{"src", QByteArray("/lazy?").repeated(300'000) + "\nx"}};
    QVERIFY(!pictureSource(image, {}, QUrl(u"https://h.example/"_s)));
}

void TestPictureSource::others_data()
{
    QTest::addColumn<QByteArrayList>("attributes");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QStringList>("others");
    const QString a = u"https://h.example/a"_s;
    const QString b = u"https://h.example/b"_s;
    const QString c = u"https://h.example/c"_s;
    QTest::newRow("alone") << QByteArrayList{"src", "a"} << a << QStringList{};
    QTest::newRow("lazy") << QByteArrayList{"src", "a", "data-src", "b"} << a << QStringList{b};
    QTest::newRow("candidates") << QByteArrayList{"srcset", "b 1x", "src", "a"} << b << QStringList{a};
    QTest::newRow("all") << QByteArrayList{"srcset", "b 1x", "src", "a", "data-src", "b", "_src", "c"} << b
                         << QStringList{a, c};
    QTest::newRow("stand-in") << QByteArrayList{"src", "loading.gif", "data-src", "b"} << b << QStringList{};
    QTest::newRow("not an address") << QByteArrayList{"src", "a", "_src", "javascript:x"} << a
                                    << QStringList{};
}

void TestPictureSource::others()
{
    QFETCH(QByteArrayList, attributes);
    QFETCH(QString, first);
    QFETCH(QStringList, others);
    HtmlNode image;
    for (qsizetype i = 0; i < attributes.size(); i += 2)
        image.attributes.append({attributes.at(i), attributes.at(i + 1)});
    const std::optional<PictureSource> source = pictureSource(image, {}, QUrl(u"https://h.example/"_s));
    QVERIFY(source);
    QCOMPARE(source->address.url.toString(), first);
    QCOMPARE(QUrl::toStringList(source->address.others), others);
}

void TestPictureSource::space_isReservedByWhatIsKnown_data()
{
    QTest::addColumn<QSize>("declared");
    QTest::addColumn<QSize>("known");
    QTest::addColumn<QSize>("reserved");
    const QSize none(-1, -1);
    QTest::newRow("nothing") << none << QSize() << none;
    QTest::newRow("declared") << QSize(40, 30) << QSize(9, 9) << QSize(40, 30);
    QTest::newRow("known") << none << QSize(640, 480) << QSize(640, 480);
    QTest::newRow("width") << QSize(320, -1) << QSize(640, 480) << QSize(320, 240);
    QTest::newRow("height") << QSize(-1, 120) << QSize(640, 480) << QSize(160, 120);
    QTest::newRow("width alone") << QSize(320, -1) << QSize() << QSize(320, -1);
    QTest::newRow("very flat") << QSize(10, -1) << QSize(16000, 2) << QSize(10, 1);
}

void TestPictureSource::space_isReservedByWhatIsKnown()
{
    QFETCH(const QSize, declared);
    QFETCH(const QSize, known);
    PictureSource source;
    source.size = declared;
    source.address.url = QUrl(u"https://host.example/a.png"_s);
    QTEST(reservedSize(source, [&known](const QUrl &) { return known; }), "reserved");
    QCOMPARE(reservedSize(source, {}), declared);
}

QTEST_APPLESS_MAIN(TestPictureSource)
#include "tst_picturesource.moc"

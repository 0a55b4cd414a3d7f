#include "ui/thumbnail.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const ThumbnailShape shape{{80, 60}, 4};

// Red at the left, blue at the right.
QImage halves(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter painter(&image);
    painter.fillRect(width / 2, 0, width - width / 2, height, Qt::blue);
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return buffer.data();
}

// With the camera's note that the picture is to be turned (Exif 2.3, tag 0x112), right behind the start.
QByteArray turned(const QByteArray &jpeg, char orientation)
{
    QByteArray tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0", 26);
    tiff[19] = orientation;
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    const auto length = static_cast<char>(exif.size() + 2);
    return jpeg.first(2) + QByteArray("\xff\xe1\0", 3) + length + exif + jpeg.mid(2);
}

bool isReddish(const QColor &color)
{
    return color.red() > 180 && color.blue() < 80;
}

}

class TestThumbnail final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormat_isDrawn_data();
    void everyFormat_isDrawn();
    void corners_areRound();
    void middle_isShown();
    void turnedPicture_standsUpright();
    void unfit_isNone_data();
    void unfit_isNone();
    void transparent_liesOnPaper();
};

void TestThumbnail::everyFormat_isDrawn_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<ImageType>("type");
    QTest::newRow("png") << QByteArray("png") << ImageType::Png;
    QTest::newRow("jpeg") << QByteArray("jpeg") << ImageType::Jpeg;
    QTest::newRow("webp") << QByteArray("webp") << ImageType::WebP;
}

void TestThumbnail::everyFormat_isDrawn()
{
    QFETCH(QByteArray, format);
    QFETCH(ImageType, type);
    const QImage drawn = thumbnailOf(encoded(halves(400, 300), format), type, shape);
    QCOMPARE(drawn.size(), shape.pixels);
    QVERIFY(isReddish(drawn.pixelColor(20, 30)));
    QVERIFY(!isReddish(drawn.pixelColor(60, 30)));
}

void TestThumbnail::corners_areRound()
{
    const QImage drawn = thumbnailOf(encoded(halves(400, 300), "png"), ImageType::Png, shape);
    for (const QPoint &corner : {QPoint(0, 0), QPoint(79, 0), QPoint(0, 59), QPoint(79, 59)})
        QVERIFY(drawn.pixelColor(corner).alpha() < 128);
    QCOMPARE(drawn.pixelColor(40, 0).alpha(), 255);
}

// Of a wide picture, however wide: nothing of more pixels than needed is ever made.
void TestThumbnail::middle_isShown()
{
    const QImage wide = thumbnailOf(encoded(halves(8000, 40), "png"), ImageType::Png, shape);
    QCOMPARE(wide.size(), shape.pixels);
    QVERIFY(isReddish(wide.pixelColor(30, 30)));
    QVERIFY(!isReddish(wide.pixelColor(50, 30)));
}

void TestThumbnail::turnedPicture_standsUpright()
{
    const QByteArray jpeg = encoded(halves(400, 300), "jpeg");
    const QImage drawn = thumbnailOf(turned(jpeg, 6), ImageType::Jpeg, shape); // a quarter turn to the right
    QCOMPARE(drawn.size(), shape.pixels);
    QVERIFY(isReddish(drawn.pixelColor(20, 10)));
    QVERIFY(isReddish(drawn.pixelColor(60, 10)));
    QVERIFY(!isReddish(drawn.pixelColor(20, 50)));
}

void TestThumbnail::unfit_isNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ImageType>("type");
    const QByteArray good = encoded(halves(400, 300), "png");
    QTest::newRow("a dot") << encoded(halves(1, 1), "png") << ImageType::Png;
    QTest::newRow("an icon") << encoded(halves(16, 16), "png") << ImageType::Png;
    QTest::newRow("nothing") << QByteArray() << ImageType::Unknown;
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'/>")
                         << ImageType::Unknown;
    QTest::newRow("another format than said") << good << ImageType::Jpeg;
    QTest::newRow("header alone") << good.first(40) << ImageType::Png;
}

void TestThumbnail::unfit_isNone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ImageType, type);
    QVERIFY(thumbnailOf(bytes, type, shape).isNull());
}

void TestThumbnail::transparent_liesOnPaper()
{
    QImage image(400, 300, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    const QImage drawn = thumbnailOf(encoded(image, "png"), ImageType::Png, shape);
    QCOMPARE(drawn.pixelColor(40, 30), QColor(Qt::white));
}

QTEST_MAIN(TestThumbnail)
#include "tst_thumbnail.moc"

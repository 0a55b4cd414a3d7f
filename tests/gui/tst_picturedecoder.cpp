#include "photograph.h"
#include "tests/patience.h"
#include "ui/picturedecoder.h"

#include <QColorSpace>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

class TestPictureDecoder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photograph_standsUpright_data()
    {
        QTest::addColumn<quint16>("orientation");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QPoint>("red"); // a place in the half that is red, in 40ths of the sides
        QTest::addColumn<QPoint>("blue");
        const QPoint left(10, 20);
        const QPoint right(30, 20);
        const QPoint top(20, 10);
        const QPoint bottom(20, 30);
        const QSize flat(80, 40);
        const QSize high(40, 80);
        const QList<std::tuple<QSize, QPoint, QPoint>> expected{
            {flat, left, right}, {flat, right, left}, {flat, right, left}, {flat, left, right},
            {high, top, bottom}, {high, top, bottom}, {high, bottom, top}, {high, bottom, top}};
        for (quint16 i = 0; i < 8; ++i) {
            const auto &[size, red, blue] = expected.at(i);
            QTest::addRow("%d", i + 1) << quint16(i + 1) << size << red << blue;
        }
    }

    void photograph_standsUpright()
    {
        QFETCH(const quint16, orientation);
        QFETCH(const QSize, size);
        QFETCH(const QPoint, red);
        QFETCH(const QPoint, blue);
        const QByteArray bytes = photograph({80, 40}, orientation);
        QCOMPARE(imageSize(bytes), size);
        for (const QSize &wanted : {QSize(), size / 2}) {
            const QImage picture = decodedPicture(bytes, wanted);
            QCOMPARE(picture.size(), wanted.isEmpty() ? size : wanted);
            const auto at = [&picture](QPoint place) {
                return picture.pixelColor(place.x() * picture.width() / 40,
                                          place.y() * picture.height() / 40);
            };
            QVERIFY(at(red).red() > 200 && at(red).blue() < 60);
            QVERIFY(at(blue).blue() > 200 && at(blue).red() < 60);
        }
    }

    void type_isKnownByTheBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isPicture");
        QTest::newRow("png") << twoColours({8, 6}, "PNG") << true;
        QTest::newRow("jpeg") << twoColours({8, 6}, "JPEG") << true;
        QTest::newRow("webp") << twoColours({8, 6}, "WEBP") << true;
        QTest::newRow("gif") << gif(8, 6) << true;
        QTest::newRow("bmp") << twoColours({8, 6}, "BMP") << false;
        QTest::newRow("tiff") << twoColours({8, 6}, "TIFF") << false;
        QTest::newRow("svg") << QByteArray(
                                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"6\"/>")
                             << false;
        QTest::newRow("png that holds a bmp") << pngSignature + twoColours({8, 6}, "BMP") << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("cut") << png(80, 60).first(40) << false;
    }

    void type_isKnownByTheBytes()
    {
        QFETCH(const QByteArray, bytes);
        QTEST(!decodedPicture(bytes).isNull(), "isPicture");
    }

    void otherColours_becomeTheScreens()
    {
        QImage wide(8, 6, QImage::Format_RGB32);
        wide.fill(QColor(200, 60, 60));
        wide.setColorSpace(QColorSpace::AdobeRgb);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(wide.save(&buffer, "PNG"));
        const QImage picture = decodedPicture(bytes);
        QCOMPARE(picture.colorSpace(), QColorSpace(QColorSpace::SRgb));
        QVERIFY(picture.pixelColor(4, 3).red() > 210);
    }

    void lastRequest_isTheOneAnswered()
    {
        PictureDecoder decoder;
        QSignalSpy decoded(&decoder, &PictureDecoder::decoded);
        for (int width = 10; width <= 50; width += 10)
            decoder.decode(png(400, 300), {width, 30});
        QTRY_COMPARE_WITH_TIMEOUT(decoded.count(), 1, patience);
        QCOMPARE(decoded.first().first().value<QImage>().size(), QSize(50, 30));
        decoder.decode(png(4, 3));
        decoder.cancel();
        decoder.decode("no picture");
        QTRY_COMPARE_WITH_TIMEOUT(decoded.count(), 2, patience);
        QVERIFY(decoded.last().first().value<QImage>().isNull());
    }
};

QTEST_MAIN(TestPictureDecoder)
#include "tst_picturedecoder.moc"

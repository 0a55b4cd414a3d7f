#include "app/images/exiforientation.h"
#include "app/images/imagepolicy.h"
#include "samplepictures.h"

#include <QtTest>

class TestExifOrientation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValue_isRead()
    {
        for (quint16 value = 1; value <= 8; ++value) {
            QCOMPARE(exifOrientation(exif(value, bigNumber)), int(value));
            QCOMPARE(exifOrientation(exif(value, littleNumber)), int(value));
        }
    }

    void nonsense_turnsNothing_data()
    {
        QTest::addColumn<QByteArray>("segment");
        const QByteArray whole = exif(6, littleNumber);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("mark only") << whole.first(6);
        QTest::newRow("another mark") << QByteArray("http://ns.adobe.com/xap/1.0/\0", 29);
        QTest::newRow("another order") << QByteArray(whole).replace("II", "IM");
        QTest::newRow("no TIFF") << QByteArray(whole).replace("II*", "II+");
        QTest::newRow("0") << exif(0, bigNumber);
        QTest::newRow("9") << exif(9, bigNumber);
        QTest::newRow("a long") << QByteArray(whole).replace(QByteArray("\x12\x01\x03", 3),
                                                             QByteArray("\x12\x01\x04", 3));
        QTest::newRow("another tag") << QByteArray(whole).replace("\x12\x01", "\x13\x01");
        QTest::newRow("directory beyond the end")
            << QByteArray(whole).replace(10, 4, QByteArray("\xff\xff\xff\x7f", 4));
        QTest::newRow("65,535 entries") << QByteArray(whole).replace(14, 4, "\xff\xff\x13\x01");
    }

    void nonsense_turnsNothing()
    {
        QFETCH(const QByteArray, segment);
        QCOMPARE(exifOrientation(segment), 1);
    }

    void anyCut_isReadWithoutHarm()
    {
        const QByteArray whole = exif(6, bigNumber);
        const qsizetype behindTheEntry = 6 + 8 + 2 + 12;
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            // A copy of its own: the address sanitizer sees every byte read behind it.
            const std::vector<char> cut(whole.cbegin(), whole.cbegin() + length);
            QCOMPARE(exifOrientation(QByteArrayView(cut.data(), length)), length < behindTheEntry ? 1 : 6);
        }
    }

    void pictureOnItsSide_exchangesItsSides_data()
    {
        QTest::addColumn<quint16>("orientation");
        QTest::addColumn<QSize>("size");
        for (quint16 value = 1; value <= 8; ++value)
            QTest::addRow("%d", value) << value << (value < 5 ? QSize(640, 480) : QSize(480, 640));
    }

    void pictureOnItsSide_exchangesItsSides()
    {
        QFETCH(const quint16, orientation);
        const QByteArray photograph = withExif(jpeg(640, 480), exif(orientation, bigNumber));
        QTEST(imageSize(photograph), "size");
        QCOMPARE(checkImage(photograph), ImageFailure::None);
        // Other notes may stand before it.
        QTEST(imageSize(withExif(photograph, "http://ns.adobe.com/xap/1.0/")), "size");
        QCOMPARE(imageSize(photograph.first(photograph.size() / 3)), QSize());
    }
};

QTEST_APPLESS_MAIN(TestExifOrientation)
#include "tst_exiforientation.moc"

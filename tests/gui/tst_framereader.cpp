#include "../samplepictures.h"
#include "ui/framereader.h"

#include <QGuiApplication>
#include <QTest>

class TestFrameReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames_comeInTurnAndEnd()
    {
        FrameReader reader(gif(8, 6, 3));
        for (int i = 0; i < 3; ++i) {
            const FrameReader::Frame frame = reader.next();
            QCOMPARE(frame.image.size(), QSize(8, 6));
            QCOMPARE(frame.delay, 100);
        }
        QVERIFY(reader.next().image.isNull());
        QVERIFY(reader.next().image.isNull());
    }

    void endlessOne_beginsAgain()
    {
        const QByteArray forEver("\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", 19);
        QByteArray bytes = gif(8, 6, 2);
        bytes.insert(bytes.indexOf("\x21\xf9"), forEver);
        FrameReader reader(bytes);
        for (int i = 0; i < 7; ++i)
            QVERIFY2(!reader.next().image.isNull(), qPrintable(QString::number(i)));
    }

    void tooShortADelay_isTheUsualOne()
    {
        QByteArray bytes = gif(8, 6, 2);
        bytes.replace(QByteArray("\x21\xf9\x04\0\x0a", 5), QByteArray("\x21\xf9\x04\0\x01", 5));
        QCOMPARE(FrameReader(bytes).next().delay, 100);
    }

    void noPicture_hasNoFrames() { QVERIFY(FrameReader("GIF89a and then nothing").next().image.isNull()); }
};

QTEST_MAIN(TestFrameReader)
#include "tst_framereader.moc"

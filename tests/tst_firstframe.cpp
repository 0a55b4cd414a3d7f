#include "app/images/firstframe.h"
#include "app/images/imageheader.h"
#include "samplepictures.h"

#include <QtTest>

class TestFirstFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThatPicture_data();
    void isThatPicture();
    void ofStillPictures_isEmpty_data();
    void ofStillPictures_isEmpty();
    void anyCut_isEmptyOrStill();
};

void TestFirstFrame::isThatPicture_data()
{
    QTest::addColumn<QByteArray>("animation");
    QTest::addColumn<QByteArray>("still");
    constexpr char alpha = 0x10;
    const QByteArray shape = riffChunk("ALPH", "x") + vp8(40, 30);
    QTest::newRow("gif") << gif(12, 34, 600) << gif(12, 34, 1);
    QTest::newRow("png") << animatedPng(5, 4, 600, 2) << png(5, 4);
    QTest::newRow("webp") << animatedWebp(40, 30, 600) << riff(vp8l(40, 30));
    QTest::newRow("webp with alpha") << riff(vp8x(90, 80, 0x12) + webpFrame(40, 30, shape) +
                                             webpFrame(1, 1, shape))
                                     << riff(vp8x(40, 30, alpha) + shape);
}

void TestFirstFrame::isThatPicture()
{
    QFETCH(const QByteArray, animation);
    QTEST(firstFrame(animation), "still");
}

void TestFirstFrame::ofStillPictures_isEmpty_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("gif") << gif(12, 34);
    QTest::newRow("png") << png(12, 34);
    QTest::newRow("jpeg") << jpeg(12, 34);
    QTest::newRow("webp") << riff(vp8l(12, 34));
}

void TestFirstFrame::ofStillPictures_isEmpty()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(firstFrame(bytes), QByteArray());
}

void TestFirstFrame::anyCut_isEmptyOrStill()
{
    for (const QByteArray &bytes : {gif(12, 34, 3), animatedPng(5, 4, 3, 3), animatedWebp(40, 30, 3)}) {
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            const QByteArray still = firstFrame(QByteArray(bytes.constData(), length));
            QVERIFY(readImageHeader(still).frames == 1);
        }
    }
}

QTEST_GUILESS_MAIN(TestFirstFrame)
#include "tst_firstframe.moc"

#include "../samplepictures.h"
#include "tests/patience.h"
#include "ui/pictureplayer.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

class TestPicturePlayer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatMoves_canPlay()
    {
        QVERIFY(PicturePlayer::canPlay(gif(8, 6, 2)));
        QVERIFY(PicturePlayer::canPlay(animatedWebp(8, 6, 2)));
        QVERIFY(!PicturePlayer::canPlay(gif(8, 6)));
        QVERIFY(!PicturePlayer::canPlay(png(8, 6)));
        QVERIFY(!PicturePlayer::canPlay(animatedPng(8, 6, 2, 2)));
    }

    void frames_come_andNoneAfterStop()
    {
        PicturePlayer player;
        QSignalSpy frames(&player, &PicturePlayer::frameChanged);
        player.play(gif(8, 6, 4));
        QTRY_COMPARE_WITH_TIMEOUT(frames.count(), 2, patience);
        player.play(gif(3, 2, 3));
        frames.clear();
        QTRY_COMPARE_WITH_TIMEOUT(frames.count(), 3, patience);
        for (const QVariantList &frame : frames)
            QCOMPARE(frame.first().value<QImage>().size(), QSize(3, 2));
        player.play(gif(8, 6, 4));
        player.stop();
        frames.clear();
        player.play(gif(5, 5, 2));
        QTRY_COMPARE_WITH_TIMEOUT(frames.count(), 2, patience);
        QCOMPARE(frames.first().first().value<QImage>().size(), QSize(5, 5));
    }
};

QTEST_MAIN(TestPicturePlayer)
#include "tst_pictureplayer.moc"

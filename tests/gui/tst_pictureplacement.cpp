#include "ui/pictureplacement.h"

#include <QTest>

class TestPicturePlacement final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitting_shrinksAndNeverGrows_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QRectF>("target");
        QTest::newRow("wide") << QSize(1600, 400) << 1.0 << QRectF(0, 200, 800, 200);
        QTest::newRow("high") << QSize(300, 1200) << 1.0 << QRectF(325, 0, 150, 600);
        QTest::newRow("small") << QSize(100, 60) << 1.0 << QRectF(350, 270, 100, 60);
        QTest::newRow("small on a fine screen") << QSize(100, 60) << 2.0 << QRectF(300, 240, 200, 120);
        QTest::newRow("half small on a fine screen") << QSize(500, 60) << 2.0 << QRectF(0, 252, 800, 96);
    }

    void fitting_shrinksAndNeverGrows()
    {
        QFETCH(const QSize, picture);
        QFETCH(const double, scale);
        PicturePlacement placement;
        placement.setView({800, 600}, scale);
        placement.setPicture(picture);
        QVERIFY(placement.isFit());
        QTEST(placement.target(), "target");
        QVERIFY(!placement.canPan(Qt::Horizontal) && !placement.canPan(Qt::Vertical));
        placement.setView({400, 300}, scale / 2);
        QFETCH(const QRectF, target);
        QCOMPARE(placement.target().width() * 2, target.width());
    }

    void zoom_keepsWhatIsUnderTheAnchor()
    {
        PicturePlacement placement = large();
        const QPointF anchor(300, 200);
        const auto under = [&] { return (anchor - placement.target().topLeft()) / placement.zoom(); };
        placement.setZoom(1, anchor);
        const QPointF before = under();
        for (const double zoom : {1.5, 4.0, 2.0, 1.0}) {
            placement.setZoom(zoom, anchor);
            QCOMPARE(placement.zoom(), zoom);
            QVERIFY((under() - before).manhattanLength() < 1e-6);
        }
    }

    void zoom_hasBounds()
    {
        PicturePlacement placement = large();
        placement.setZoom(1000, {});
        QCOMPARE(placement.zoom(), 16.0);
        placement.setZoom(0, {});
        QVERIFY(placement.zoom() > 0 && placement.target().width() >= 32);
        placement.fit();
        QCOMPARE(placement.zoom(), 0.25);
    }

    void panning_endsAtTheEdges()
    {
        PicturePlacement placement = large();
        placement.setZoom(1, placement.viewCenter());
        QVERIFY(placement.canPan(Qt::Horizontal) && placement.canPan(Qt::Vertical));
        placement.panBy({1e6, 1e6});
        QCOMPARE(placement.target().topLeft(), QPointF(0, 0));
        placement.panBy({-1e6, -1e6});
        QCOMPARE(placement.target().bottomRight(), QPointF(800, 600));
        placement.panBy({10, 0});
        QCOMPARE(placement.target().right(), 810.0);
    }

    void fourTurns_areNone()
    {
        PicturePlacement placement = large();
        placement.setZoom(1, placement.viewCenter());
        placement.panBy({123, -45});
        const QRectF before = placement.target();
        placement.turn(1);
        QCOMPARE(placement.target().size(), before.size().transposed());
        QCOMPARE(placement.shownSize(), QSize(3200, 1600));
        placement.turn(-2);
        placement.turn(5);
        QCOMPARE(placement.quarters(), 0);
        QCOMPARE(placement.target(), before);
    }

    void turning_fitsAnew()
    {
        PicturePlacement placement = large();
        placement.turn(1);
        QCOMPARE(placement.target().size(), QSizeF(300, 600));
        placement.turn(-1);
        QCOMPARE(placement.target().size(), QSizeF(800, 400));
    }

private:
    static PicturePlacement large()
    {
        PicturePlacement placement;
        placement.setView({800, 600}, 1);
        placement.setPicture({3200, 1600});
        return placement;
    }
};

QTEST_APPLESS_MAIN(TestPicturePlacement)
#include "tst_pictureplacement.moc"

#include "ui/lineicon.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

QImage drawn(const QIcon &icon, int size, QIcon::Mode mode = QIcon::Normal, QIcon::State state = QIcon::Off)
{
    return icon.pixmap(QSize(size, size), 1, mode, state).toImage().convertToFormat(QImage::Format_ARGB32);
}

// Of the pixels that are wholly covered; those at the edges are mixed.
QColor inkOf(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() == 255)
                return image.pixelColor(x, y);
        }
    }
    return {};
}

int coveredPixels(const QImage &image)
{
    int covered = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            covered += image.pixelColor(x, y).alpha() > 127 ? 1 : 0;
    }
    return covered;
}

}

class TestLineIcon final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySize_isDrawnAnew()
    {
        const QIcon icon = lineIcon("folder-open"_L1);
        for (const int size : {16, 22, 32, 64, 200}) {
            const QImage image = drawn(icon, size);
            QCOMPARE(image.size(), QSize(size, size));
            QVERIFY(coveredPixels(image) > size);
        }
    }

    void ink_followsThePalette()
    {
        const QIcon icon = lineIcon("stop"_L1);
        const QPalette before = QApplication::palette();
        QApplication::setPalette(QPalette(Qt::black, Qt::white));
        const QColor dark = inkOf(drawn(icon, 96));
        const QColor faint = inkOf(drawn(icon, 96, QIcon::Disabled));
        QApplication::setPalette(QPalette(Qt::white, Qt::black));
        const QColor light = inkOf(drawn(icon, 96));
        QApplication::setPalette(before);
        QVERIFY(dark.isValid() && dark.lightness() < 80);
        QVERIFY(faint.isValid() && faint.lightness() > dark.lightness());
        QVERIFY(light.isValid() && light.lightness() > 176);
    }

    void checkedStar_isFilled()
    {
        const QIcon icon = lineIcon("star"_L1);
        QVERIFY(coveredPixels(drawn(icon, 32, QIcon::Normal, QIcon::On)) > coveredPixels(drawn(icon, 32)));
        const QIcon single = lineIcon("find"_L1);
        QCOMPARE(drawn(single, 32, QIcon::Normal, QIcon::On), drawn(single, 32));
    }

    void painting_takesTheScreensOwnPixels()
    {
        QImage image(32, 32, QImage::Format_ARGB32);
        image.setDevicePixelRatio(2);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        lineIcon("find"_L1).paint(&painter, QRect(0, 0, 16, 16));
        painter.end();
        image.setDevicePixelRatio(1);
        QCOMPARE(image, drawn(lineIcon("find"_L1), 32));
    }

    void rightToLeft_turnsTheWayBack()
    {
        const QImage back = drawn(lineIcon("arrow-left"_L1), 24);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const QImage turned = drawn(lineIcon("arrow-left"_L1), 24);
        const QImage found = drawn(lineIcon("find"_L1), 24);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY(turned != back);
        QCOMPARE(turned, drawn(lineIcon("arrow-right"_L1), 24));
        QCOMPARE(found, drawn(lineIcon("find"_L1), 24));
    }
};

QTEST_MAIN(TestLineIcon)
#include "tst_lineicon.moc"

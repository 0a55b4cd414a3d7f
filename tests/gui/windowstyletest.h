#pragma once

#include "app/page/theme.h"
#include "ui/windowpalette.h"
#include "ui/windowstyle.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QTest>

// What the tests of the windows' look ask: the colours of each theme, what is drawn, and whether it is seen.
class WindowStyleTest : public QObject
{
protected:
    static double contrast(const QColor &first, const QColor &second)
    {
        return contrastRatio(first.rgb() & 0xffffff, second.rgb() & 0xffffff);
    }

    static QPalette paletteOf(const PageStyle &style)
    {
        const QPalette plain = QApplication::style()->standardPalette();
        return windowPalette(style, plain, plain);
    }

    static QImage progressImage(const QPalette &palette, int done, int all,
                                Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        QStyleOptionProgressBar option;
        option.palette = palette;
        option.direction = direction;
        option.rect = {0, 0, 100, 16};
        option.maximum = all;
        option.progress = done;
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Window));
        QPainter painter(&image);
        QApplication::style()->drawControl(QStyle::CE_ProgressBar, &option, &painter);
        return image;
    }

    static PageStyle styleOf(Theme theme, Contrast contrast = Contrast::Usual)
    {
        return {.theme = theme, .contrast = contrast};
    }
};

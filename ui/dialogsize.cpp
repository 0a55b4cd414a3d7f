#include "ui/dialogsize.h"

#include <QScreen>
#include <QWidget>

namespace
{
QSize largest(const QWidget &window)
{
    constexpr double most = 0.92; // of the screen; the rest is for the frame
    return window.screen()->availableSize() * most;
}
}

void resizeDialog(QWidget &dialog, int characters, int lines)
{
    const QFontMetrics metrics = dialog.fontMetrics();
    const QSize wanted(metrics.averageCharWidth() * characters, metrics.height() * lines);
    dialog.resize(wanted.boundedTo(largest(dialog)));
}

void fitToScreen(QWidget &window)
{
    window.resize(window.size().boundedTo(largest(window)));
}

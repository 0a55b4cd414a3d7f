#include "ui/dialogsize.h"

#include <QScreen>
#include <QWidget>

void resizeDialog(QWidget &dialog, int characters, int lines)
{
    constexpr double most = 0.92; // of the screen; the rest is for the frame
    const QFontMetrics metrics = dialog.fontMetrics();
    const QSize wanted(metrics.averageCharWidth() * characters, metrics.height() * lines);
    dialog.resize(wanted.boundedTo(dialog.screen()->availableSize() * most));
}

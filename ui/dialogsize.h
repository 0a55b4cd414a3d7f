#pragma once

class QWidget;

// Gives a dialog the size of so many average characters and lines of its font, but never more than the screen
// has: letters may be twice as large as usual.
void resizeDialog(QWidget &dialog, int characters, int lines);
// Not larger than the screen leaves room for.
void fitToScreen(QWidget &window);

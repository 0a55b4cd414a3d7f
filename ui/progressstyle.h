#pragma once

class QPainter;
class QStyleOptionProgressBar;

// How far something is, as a line in the strong colour. Where nobody knows the end the whole line is half as
// strong: nothing runs to and fro, as nothing moves by itself here. `scale` is that of large text.
void drawProgress(QPainter *painter, const QStyleOptionProgressBar &bar, double scale);

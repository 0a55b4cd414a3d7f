#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

// Every script of ours that runs beside an article, in a world of its own; the page's own scripts are off.
// What stands in an article never becomes part of one, except as a JSON string.

// `position`: 0 top, 1 end.
QString positionScript(double position);
// One screen less two lines, `sign` 1 forward and -1 back. Answers whether the page moved.
QString scrollPageScript(int sign);
QString scrollToTopScript();
QString scrollToEndScript();
// Puts the pictures of the new keys where those of the old ones are.
QString renewPicturesScript(const QHash<QByteArray, QByteArray> &renewed);
// Answers what the first link of this address says, or the one that has the focus.
QString linkTextScript(const QByteArray &address);
// Answers how far the page of this address is: 0 not there or not parsed yet, 1 parsed, 2 two frames of it
// have been drawn.
QString progressScript(const QByteArray &address);

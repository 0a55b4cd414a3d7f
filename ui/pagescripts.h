#pragma once

#include <QByteArray>
#include <QHash>
#include <QPoint>
#include <QString>

// Every script of ours that runs beside an article, in a world of its own; the page's own scripts are off.
// What stands in an article never becomes part of one, except as a JSON string.

// `position`: 0 top, 1 end.
QString positionScript(double position);
// One screen less two lines, `sign` 1 forward and -1 back. Answers whether the page moved.
QString scrollPageScript(int sign);
QString scrollToTopScript();
QString scrollToEndScript();
// Puts the pictures of the new keys where those of the old ones are, and until they come, that they do.
QString renewPicturesScript(const QHash<QByteArray, QByteArray> &renewed);
// The same of what is there already.
QString redrawPicturesScript(const QHash<QByteArray, QByteArray> &redrawn);
// Puts the pictures of the new keys where those of the old ones are until screenScript().
QString paperScript(const QHash<QByteArray, QByteArray> &paperKeys);
// Answers whether all of them are there.
QString isPaperReadyScript();
QString screenScript();
// Makes every picture that is not part of a line reachable by Tab and known as something that can be
// opened; `name` is that of one without a description. A picture in a link stays the link's. Those that have
// not come are shown to be on their way.
QString preparePicturesScript(const QString &name);
// Reserves room for pictures of unknown size that have not come yet. One that comes takes its own size at
// once where that moves nothing that can be read: out of sight, or with no text after it. Else it keeps to
// the room until the page is scrolled, if it can be, unless it would be tiny there, or lost in it. What comes
// in the first quarter of a second comes with the page: most that fail are known to, and their boxes are
// small.
QString reserveRoomScript();
// Which picture the reader means.
enum class PictureMeant {
    Focused, // that has the focus
    InSight, // that has the focus, or is in the link that has it; else the first on the screen; else the
             // first
};
// Answers null, or the address of the picture and the captions of all that have one, by address:
// {"picture": …, "captions": {…}}.
QString pictureScript(PictureMeant meant);
// The same for the picture at a point of the view in CSS pixels; null also where it is in a link.
QString pictureAtScript(const QPoint &place);
// The same for the picture of this address.
QString pictureOfScript(const QByteArray &key);
// Answers what the first link of this address says, or the one that has the focus.
QString linkTextScript(const QByteArray &address);
// Answers the links and pictures that can be seen, as maps of x, y, width, height (CSS pixels of the view,
// the first visible line of a link), address and isPicture; and remembers them for followHintScript().
QString hintTargetsScript();
// Puts the focus on what is at this place of the last answer, and clicks it.
QString followHintScript(int target);
// Answers how far the page of this address is: 0 not there or not parsed yet, 1 parsed, 2 two frames of it
// have been drawn.
QString progressScript(const QByteArray &address);

#pragma once

#include <QIcon>
#include <QStyle>

// Ours in place of Qt's, of the same family as all others; null where there is none. For its own of some of
// them Qt loads the theme of icons, and the menu bar asks for one of these at every start.
QIcon ownStandardIcon(QStyle::StandardPixmap icon);

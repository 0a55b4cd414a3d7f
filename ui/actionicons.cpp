#include "ui/actionicons.h"

#include "ui/lineicon.h"

#include <QAction>
#include <QHash>
#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace
{

struct Icon {
    QLatin1StringView name;    // of the action or menu
    QLatin1StringView drawing; // see lineIcon()
};

// In the order of the menus.
constexpr Icon icons[] = {
    {"actionOpenFolder"_L1, "folder-open"_L1},
    {"actionRecent"_L1, "folder-recent"_L1},
    {"actionClearRecent"_L1, "list-clear"_L1},
    {"actionOpenSample"_L1, "book-open"_L1},
    {"actionReload"_L1, "refresh"_L1},
    {"actionStop"_L1, "stop"_L1},
    {"actionOffline"_L1, "offline"_L1},
    {"actionExport"_L1, "save"_L1},
    {"actionPrint"_L1, "print"_L1},
    {"actionQuit"_L1, "quit"_L1},
    {"actionReadOn"_L1, "page-down"_L1},
    {"actionReadBack"_L1, "page-up"_L1},
    {"actionBack"_L1, "arrow-left"_L1},
    {"actionForward"_L1, "arrow-right"_L1},
    {"actionHistory"_L1, "history"_L1},
    {"actionNextArticle"_L1, "arrow-down"_L1},
    {"actionPreviousArticle"_L1, "arrow-up"_L1},
    {"actionNextUnread"_L1, "go-next"_L1},
    {"actionPreviousUnread"_L1, "go-previous"_L1},
    {"actionFirstArticle"_L1, "go-first"_L1},
    {"actionLastArticle"_L1, "go-last"_L1},
    {"actionNextCategory"_L1, "category-next"_L1},
    {"actionPreviousCategory"_L1, "category-previous"_L1},
    {"actionShowAll"_L1, "view-all"_L1},
    {"actionShowUnread"_L1, "view-unread"_L1},
    {"actionShowStarred"_L1, "star"_L1},
    {"actionShowNewest"_L1, "day"_L1},
    {"actionShowRecent"_L1, "clock"_L1},
    {"actionNextPane"_L1, "pane-next"_L1},
    {"actionPreviousPane"_L1, "pane-previous"_L1},
    {"actionIntoArticle"_L1, "pane-article"_L1},
    {"actionLeaveList"_L1, "leave"_L1},
    {"actionFollowLink"_L1, "link-hint"_L1},
    {"actionFind"_L1, "find"_L1},
    {"actionFindNext"_L1, "find-next"_L1},
    {"actionFindPrevious"_L1, "find-previous"_L1},
    {"actionOpenOriginal"_L1, "link-external"_L1},
    {"actionCopyAddress"_L1, "copy"_L1},
    {"actionViewPicture"_L1, "picture"_L1},
    {"actionFetchPictures"_L1, "picture-fetch"_L1},
    {"actionFetchUnasked"_L1, "picture-fetch"_L1},
    {"actionAskForPictures"_L1, "picture-ask"_L1},
    {"actionNeverFetch"_L1, "picture-never"_L1},
    {"actionAlwaysPictures"_L1, "picture-always"_L1},
    {"actionPublicArchive"_L1, "archive"_L1},
    {"actionPictureServers"_L1, "server"_L1},
    {"actionExportPictures"_L1, "picture-export"_L1},
    {"actionClearPictures"_L1, "trash"_L1},
    {"actionMarkRead"_L1, "mark-read"_L1},
    {"actionMarkUnread"_L1, "mark-unread"_L1},
    {"actionToggleRead"_L1, "mark-toggle"_L1},
    {"actionStar"_L1, "star"_L1},
    {"actionReadAtOnce"_L1, "at-once"_L1},
    {"actionReadAfterAMoment"_L1, "timer"_L1},
    {"actionReadByKey"_L1, "key"_L1},
    {"actionMarkBelow"_L1, "mark-below"_L1},
    {"actionMarkOlder"_L1, "mark-older"_L1},
    {"actionMarkAll"_L1, "mark-all"_L1},
    {"actionUndo"_L1, "undo"_L1},
    {"actionRedo"_L1, "redo"_L1},
    {"actionMarkings"_L1, "markings"_L1},
    {"actionTextLarger"_L1, "text-larger"_L1},
    {"actionTextSmaller"_L1, "text-smaller"_L1},
    {"actionTextReset"_L1, "text-usual"_L1},
    {"actionNextTheme"_L1, "theme"_L1},
    {"actionThemeSystem"_L1, "display"_L1},
    {"actionThemeLight"_L1, "sun"_L1},
    {"actionThemeDark"_L1, "moon"_L1},
    {"actionThemeSepia"_L1, "paper"_L1},
    {"actionSerif"_L1, "serif"_L1},
    {"actionSans"_L1, "sans"_L1},
    {"actionSortDate"_L1, "calendar"_L1},
    {"actionSortTitle"_L1, "sort-title"_L1},
    {"actionSortAuthor"_L1, "person"_L1},
    {"actionSortReversed"_L1, "sort-reversed"_L1},
    {"actionHideRead"_L1, "hide-read"_L1},
    {"actionShowTree"_L1, "tree"_L1},
    {"actionFullScreen"_L1, "zoom-fit"_L1},
    {"actionPalette"_L1, "commands"_L1},
    {"actionFetchSelection"_L1, "picture-selection"_L1},
    {"actionFetchList"_L1, "picture-list"_L1},
    {"actionPauseFetching"_L1, "pause"_L1},
    {"actionStopFetching"_L1, "stop"_L1},
    {"actionFetchReport"_L1, "warning"_L1},
    {"actionReport"_L1, "report"_L1},
    {"actionKeepTrackers"_L1, "tracker"_L1},
    {"actionPreferences"_L1, "preferences"_L1},
    {"actionKeys"_L1, "help"_L1},
    {"actionAbout"_L1, "info"_L1},
    {"viewerLeave"_L1, "close"_L1},
    {"viewerNext"_L1, "picture-next"_L1},
    {"viewerPrevious"_L1, "picture-previous"_L1},
    {"viewerFirst"_L1, "picture-first"_L1},
    {"viewerLast"_L1, "picture-last"_L1},
    {"viewerZoomIn"_L1, "zoom-in"_L1},
    {"viewerZoomOut"_L1, "zoom-out"_L1},
    {"viewerFit"_L1, "zoom-fit"_L1},
    {"viewerPixels"_L1, "zoom-pixels"_L1},
    {"viewerTurnRight"_L1, "turn-right"_L1},
    {"viewerTurnLeft"_L1, "turn-left"_L1},
    {"viewerLeft"_L1, "move-left"_L1},
    {"viewerRight"_L1, "move-right"_L1},
    {"viewerUp"_L1, "arrow-up"_L1},
    {"viewerDown"_L1, "arrow-down"_L1},
    {"viewerSave"_L1, "save"_L1},
    {"viewerCopy"_L1, "copy"_L1},
    {"viewerCopyAddress"_L1, "link"_L1},
    {"viewerBrowser"_L1, "link-external"_L1},
    {"viewerAgain"_L1, "refresh"_L1},
    {"viewerNotThePicture"_L1, "picture-never"_L1},
};

constexpr Icon menuIcons[] = {
    {"menuShow"_L1, "view-all"_L1},       {"menuPictures"_L1, "picture-list"_L1},
    {"menuReadWhen"_L1, "timer"_L1},      {"menuTheme"_L1, "sun"_L1},
    {"menuType"_L1, "serif"_L1},          {"menuSort"_L1, "sort-title"_L1},
    {"menuFetch"_L1, "picture-fetch"_L1},
};

}

void setActionIcons(const QWidget &window)
{
    QHash<QString, QAction *> actions;
    for (QAction *action : window.findChildren<QAction *>())
        actions.insert(action->objectName(), action);
    for (const Icon &icon : icons) {
        QAction *action = actions.value(icon.name);
        Q_ASSERT(action);
        action->setIcon(lineIcon(icon.drawing));
        action->setIconVisibleInMenu(!action->isCheckable()); // whether it is checked has to be seen there
    }
    for (const Icon &icon : menuIcons)
        window.findChild<QMenu *>(icon.name)->setIcon(lineIcon(icon.drawing));
}

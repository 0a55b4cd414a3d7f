#include "ui/standardicons.h"

#include "ui/lineicon.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace
{

struct Drawing {
    QStyle::StandardPixmap icon;
    QLatin1StringView name; // see lineIcon()
};

constexpr Drawing drawings[] = {
    {QStyle::SP_ToolBarHorizontalExtensionButton, "more"_L1},
    {QStyle::SP_ToolBarVerticalExtensionButton, "more"_L1},
    {QStyle::SP_LineEditClearButton, "close"_L1},
    {QStyle::SP_FileDialogBack, "arrow-left"_L1},
    {QStyle::SP_ArrowBack, "arrow-left"_L1},
    {QStyle::SP_ArrowForward, "arrow-right"_L1},
    {QStyle::SP_FileDialogToParent, "arrow-up"_L1},
    {QStyle::SP_FileDialogNewFolder, "folder-new"_L1},
    {QStyle::SP_FileDialogListView, "tiles"_L1},
    {QStyle::SP_FileDialogDetailedView, "view-all"_L1},
    {QStyle::SP_DirIcon, "folder"_L1},
    {QStyle::SP_DirClosedIcon, "folder"_L1},
    {QStyle::SP_DirOpenIcon, "folder-open"_L1},
    {QStyle::SP_DirHomeIcon, "folder"_L1},
    {QStyle::SP_DirLinkIcon, "folder"_L1},
    {QStyle::SP_FileIcon, "paper"_L1},
    {QStyle::SP_FileLinkIcon, "paper"_L1},
    {QStyle::SP_ComputerIcon, "display"_L1},
    {QStyle::SP_DesktopIcon, "display"_L1},
    {QStyle::SP_DriveHDIcon, "server"_L1},
};

}

QIcon ownStandardIcon(QStyle::StandardPixmap icon)
{
    const auto *drawing = std::find_if(std::begin(drawings), std::end(drawings),
                                       [icon](const Drawing &one) { return one.icon == icon; });
    return drawing == std::end(drawings) ? QIcon() : lineIcon(drawing->name);
}

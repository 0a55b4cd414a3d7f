#include "ui/actionicons.h"

#include <QAction>
#include <QIcon>
#include <QWidget>

using namespace Qt::StringLiterals;

void setActionIcons(const QWidget &window, IconGround ground)
{
    struct Icon {
        QLatin1StringView action;
        QLatin1StringView file;
    };
    static constexpr Icon icons[] = {
        {"actionOpenFolder"_L1, "folder-open"_L1},
        {"actionBack"_L1, "history-back"_L1},
        {"actionForward"_L1, "history-forward"_L1},
        {"actionPreviousUnread"_L1, "go-previous"_L1},
        {"actionNextUnread"_L1, "go-next"_L1},
        {"actionStar"_L1, "star"_L1},
        {"actionOpenOriginal"_L1, "link-external"_L1},
        {"actionCopyAddress"_L1, "copy"_L1},
        {"actionFind"_L1, "find"_L1},
        {"actionPrint"_L1, "print"_L1},
        {"actionReload"_L1, "refresh"_L1},
        {"actionStop"_L1, "stop"_L1},
        {"actionTextSmaller"_L1, "text-smaller"_L1},
        {"actionTextLarger"_L1, "text-larger"_L1},
        {"actionNextTheme"_L1, "theme"_L1},
        {"actionKeys"_L1, "help"_L1},
    };
    const QString folder = ground == IconGround::Dark ? u":/icons/dark/"_s : u":/icons/light/"_s;
    for (const Icon &entry : icons) {
        auto *action = window.findChild<QAction *>(entry.action);
        Q_ASSERT(action);
        QIcon icon(folder + entry.file + u".svg"_s);
        if (action->isCheckable())
            icon.addFile(folder + entry.file + u"-filled.svg"_s, {}, QIcon::Normal, QIcon::On);
        action->setIcon(icon);
    }
}

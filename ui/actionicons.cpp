#include "ui/actionicons.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace
{

constexpr char nameProperty[] = "lineIcon";

QString fileOf(const QString &name, IconGround ground)
{
    return (ground == IconGround::Dark ? u":/icons/dark/"_s : u":/icons/light/"_s) + name;
}

// Back leads where the line of text comes from.
QLatin1StringView mirrored(QLatin1StringView name)
{
    if (QApplication::isLeftToRight())
        return name;
    if (name == "history-back"_L1)
        return "history-forward"_L1;
    return name == "history-forward"_L1 ? "history-back"_L1 : name;
}

void drawFor(QAbstractButton &button, IconGround ground)
{
    const QString name = button.property(nameProperty).toString();
    if (!name.isEmpty())
        button.setIcon(QIcon(fileOf(name, ground) + u".svg"_s));
}

}

void setLineIcon(QAbstractButton &button, QLatin1StringView name)
{
    button.setProperty(nameProperty, QString(name));
    const bool isDark = button.palette().color(QPalette::Window).lightness() < 128;
    drawFor(button, isDark ? IconGround::Dark : IconGround::Light);
}

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
    for (const Icon &entry : icons) {
        auto *action = window.findChild<QAction *>(entry.action);
        Q_ASSERT(action);
        const QString file = fileOf(mirrored(entry.file), ground);
        QIcon icon(file + u".svg"_s);
        if (action->isCheckable())
            icon.addFile(file + u"-filled.svg"_s, {}, QIcon::Normal, QIcon::On);
        action->setIcon(icon);
    }
    for (QAbstractButton *button : window.findChildren<QAbstractButton *>())
        drawFor(*button, ground);
}

#include "ui/commandlist.h"

#include "ui/keyscheme.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{
void collect(const QList<QAction *> &entries, const QStringList &path, QList<QAction *> &left,
             QList<Command> &commands)
{
    for (QAction *entry : entries) {
        if (left.removeOne(entry))
            commands << Command{entry, plainName(entry->text()), path};
        if (entry->menu())
            collect(entry->menu()->actions(), path + QStringList(plainName(entry->text())), left, commands);
    }
}
}

QList<Command> commandList(const QMenuBar &menus, const QList<QAction *> &actions)
{
    QList<Command> commands;
    QList<QAction *> left = actions;
    collect(menus.actions(), {}, left, commands);
    const QString viewer = QCoreApplication::translate("CommandList", "Picture Viewer");
    for (QAction *action : left)
        commands << Command{action, plainName(action->text()),
                            isOfViewer(action->objectName()) ? QStringList(viewer) : QStringList()};
    return commands;
}

QString plainName(const QString &actionText)
{
    static const QRegularExpression unwanted(u"\\(&[^)]\\)|&(?!&)|…$"_s);
    QString name = actionText;
    return name.remove(unwanted);
}

QString keyOrName(const QAction &action)
{
    if (!action.shortcut().isEmpty())
        return shownKey(action.shortcut());
    return QCoreApplication::translate("CommandList", "“%1”").arg(plainName(action.text()));
}

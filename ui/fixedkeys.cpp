#include "ui/fixedkeys.h"

#include <QAction>
#include <QCoreApplication>

namespace
{
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(FixedKeys)
};
}

QList<Command> fixedKeys(QObject *owner)
{
    QList<Command> commands;
    const QStringList path{Texts::tr("Fixed Keys")};
    const auto add = [&](const QString &name, const QString &tip, const QList<QKeySequence> &keys) {
        auto *action = new QAction(name, owner);
        action->setStatusTip(tip);
        action->setShortcuts(keys);
        commands << Command{action, name, path};
    };
    add(Texts::tr("Out of the Article"), Texts::tr("From the article to the list"), {Qt::Key_Escape});
    add(Texts::tr("From Link to Link"),
        Texts::tr("Through the links and pictures of the article, and out of it"),
        {Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab});
    add(Texts::tr("Follow, Enlarge"),
        Texts::tr("Follow the link, or enlarge the picture, that has the focus"), {Qt::Key_Return});
    add(Texts::tr("Next Place, Previous Place"), Texts::tr("While typing what is to be found"),
        {Qt::Key_Return, Qt::SHIFT | Qt::Key_Return});
    add(Texts::tr("Out of the Search"), Texts::tr("From what is to be found to the article"),
        {Qt::Key_Escape});
    return commands;
}

#include "ui/fixedkeys.h"

#include "ui/lineicon.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

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
    const auto add = [&](QLatin1StringView drawing, const QString &name, const QString &tip,
                         const QList<QKeySequence> &keys) {
        auto *action = new QAction(lineIcon(drawing), name, owner);
        action->setObjectName(u"fixedKey%1"_s.arg(commands.size() + 1));
        action->setStatusTip(tip);
        action->setShortcuts(keys);
        commands << Command{action, name, path};
    };
    add("leave"_L1, Texts::tr("Out of the Article"), Texts::tr("From the article to the list"),
        {Qt::Key_Escape});
    add("link"_L1, Texts::tr("From Link to Link"),
        Texts::tr("Through the links and pictures of the article, and out of it"),
        {Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab});
    add("link-external"_L1, Texts::tr("Follow, Enlarge"),
        Texts::tr("Follow the link, or enlarge the picture, that has the focus"), {Qt::Key_Return});
    add("find-next"_L1, Texts::tr("Next Place, Previous Place"),
        Texts::tr("While typing what is to be found"), {Qt::Key_Return, Qt::SHIFT | Qt::Key_Return});
    add("leave"_L1, Texts::tr("Out of the Search"), Texts::tr("From what is to be found to the article"),
        {Qt::Key_Escape});
    add("copy"_L1, Texts::tr("Copy"),
        Texts::tr("What is selected in the article, or the path of a line of the archive report"),
        {Qt::CTRL | Qt::Key_C});
    return commands;
}

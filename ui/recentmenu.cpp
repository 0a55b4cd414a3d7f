#include "ui/recentmenu.h"

#include "ui/lineicon.h"

#include <QCoreApplication>
#include <QDir>
#include <QScreen>
#include <QStatusTipEvent>
#include <QStyle>

using namespace Qt::StringLiterals;

RecentMenu::RecentMenu(QMenu *menu, QAction *clear, Settings &settings)
    : QObject(menu)
    , m_menu(menu)
    , m_clear(clear)
    , m_settings(settings)
{
    menu->menuAction()->setObjectName(u"actionRecent"_s);
    menu->menuAction()->setStatusTip(tr("Open a folder that was open before"));
    menu->menuAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    connect(menu, &QMenu::aboutToShow, this, &RecentMenu::fill);
    connect(menu->menuAction(), &QAction::triggered, this, &RecentMenu::open);
    connect(menu, &QMenu::hovered, this, [this](const QAction *entry) { tell(entry->statusTip()); });
    connect(menu, &QMenu::aboutToHide, this, [this] { tell({}); });
    connect(clear, &QAction::triggered, this, [this] { m_settings.clearRecentFolders(); });
    fill();
}

// By its key: under the menu bar, where that begins, with a line chosen. Qt takes the place for the left edge
// of the menu also where one reads from right to left.
void RecentMenu::open()
{
    const QWidget *bar = this->bar();
    fill(); // its size is asked for
    const QRect under(QPoint(0, bar->height()), m_menu->sizeHint());
    const QRect place = QStyle::visualRect(bar->layoutDirection(), bar->rect(), under);
    m_menu->popup(bar->mapToGlobal(place.topLeft()));
    m_menu->setActiveAction(m_menu->actions().first());
}

QWidget *RecentMenu::bar() const
{
    QWidget *bar = m_menu;
    while (bar->inherits("QMenu"))
        bar = bar->parentWidget();
    return bar;
}

// Qt itself does so only where the menu hangs on another that is open.
void RecentMenu::tell(const QString &tip)
{
    if (m_menu->parentWidget()->inherits("QMenu") && m_menu->parentWidget()->isVisible())
        return;
    QStatusTipEvent event(tip);
    QCoreApplication::sendEvent(bar(), &event);
}

void RecentMenu::fill()
{
    const int room = m_menu->screen()->availableSize().width() * 2 / 3;
    m_menu->clear();
    int number = 0;
    for (const QString &folder : m_settings.recentFolders()) {
        const QString shown = QDir::toNativeSeparators(folder);
        QString name = m_menu->fontMetrics().elidedText(shown, Qt::ElideMiddle, room);
        name.replace(u'&', "&&"_L1);
        QAction *action = m_menu->addAction(lineIcon("folder-open"_L1), name);
        action->setObjectName(
            u"recentFolder%1"_s.arg(++number)); // no command: another folder stands there tomorrow
        action->setStatusTip(tr("Open “%1”").arg(shown));
        connect(action, &QAction::triggered, this, [this, folder] { Q_EMIT chosen(folder); });
    }
    if (number == 0)
        addPlaceholder();
    m_menu->addSeparator();
    m_menu->addAction(m_clear);
    m_clear->setEnabled(!m_settings.recentFolders().isEmpty());
}

// Nothing to choose: it says what the menu is for.
void RecentMenu::addPlaceholder()
{
    QAction *sentence =
        m_menu->addAction(lineIcon("folder-open"_L1), tr("Folders you open will be listed here"));
    sentence->setObjectName(u"recentFolder0"_s);
    sentence->setStatusTip(tr("No folder has been opened yet"));
    sentence->setEnabled(false);
}

#include "tests/gui/looks/menus.h"
#include "tests/testfolders.h"

#include "tests/gui/looks/camera.h"
#include "tests/gui/looks/desk.h"
#include "tests/gui/scriptanswer.h"
#include "ui/articlelist.h"
#include "ui/categorytree.h"
#include "ui/webpage.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 6000; // milliseconds

void takeSubmenus(QMenu &menu, const Camera &camera)
{
    for (QAction *entry : menu.actions()) {
        if (!entry->menu() || !entry->isEnabled())
            continue;
        menu.setActiveAction(entry);
        QKeyEvent open(QEvent::KeyPress, menu.isRightToLeft() ? Qt::Key_Left : Qt::Key_Right, Qt::NoModifier);
        QApplication::sendEvent(&menu, &open);
        camera.take(entry->menu()->objectName());
        entry->menu()->close();
    }
}

void takeRowMenu(Desk &desk, QAbstractItemView &view, const QString &name, const Camera &camera)
{
    if (!view.currentIndex().isValid())
        view.setCurrentIndex(view.model()->index(0, 0));
    const QPoint place = view.visualRect(view.currentIndex()).center();
    camera.takeDialog(
        [&view, place] {
            QContextMenuEvent event(QContextMenuEvent::Mouse, place, view.viewport()->mapToGlobal(place));
            QApplication::sendEvent(view.viewport(), &event);
        },
        name, desk.window());
}

// Of the first element of the page that the selector names.
void takePageMenu(Desk &desk, const QString &selector, const QString &name, const Camera &camera)
{
    auto *pane = desk.find<WebPane>();
    const QString script =
        u"(() => { const box = document.querySelector('%1').getBoundingClientRect();"
        "return [box.left + Math.min(box.width / 2, 60), box.top + Math.min(box.height / 2, 60)]; })()"_s.arg(
            selector);
    const QVariantList place = scriptAnswer(
                                   [pane, script](const std::function<void(const QVariant &)> &take) {
                                       pane->page()->run(script, take);
                                   },
                                   patience)
                                   .toList();
    QWidget *view = pane->focusProxy() ? pane->focusProxy()->focusProxy() : nullptr;
    if (place.size() != 2 || !view)
        return;
    const QPointF at(place[0].toDouble(), place[1].toDouble());
    camera.takeDialog(
        [view, at] {
            for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
                const auto held = type == QEvent::MouseButtonPress ? Qt::RightButton : Qt::NoButton;
                QMouseEvent event(type, at, view->mapToGlobal(at), Qt::RightButton, held, Qt::NoModifier);
                QApplication::sendEvent(view, &event);
            }
        },
        name, desk.window());
}

}

void takeMenus(Desk &desk, const Camera &camera)
{
    QMenuBar *bar = desk.window().menuBar();
    for (QAction *entry : bar->actions()) {
        QMenu *menu = entry->menu();
        const QRect place = bar->actionGeometry(entry);
        const QPoint mirrored = place.bottomRight() - QPoint(menu->sizeHint().width(), 0);
        menu->popup(bar->mapToGlobal(QApplication::isRightToLeft() ? mirrored : place.bottomLeft()));
        camera.take(menu->objectName());
        takeSubmenus(*menu, camera);
        menu->close();
    }
}

void takeContextMenus(Desk &desk, const Camera &camera)
{
    takeRowMenu(desk, *desk.find<ArticleList>(), u"context-list"_s, camera);
    takeRowMenu(desk, *desk.find<CategoryTree>(), u"context-tree"_s, camera);
    desk.open(seedsFolder() + u"/source/_posts/旅行/山脊线/长文/沿着一条河走下去.md"_s);
    camera.take(u"window-again"_s);
    takePageMenu(desk, u".page-path a"_s, u"context-link"_s, camera);
    takePageMenu(desk, u"img"_s, u"context-picture"_s, camera);
}

#include "tests/gui/looks/dialogs.h"

#include "tests/gui/looks/camera.h"
#include "tests/gui/looks/desk.h"
#include "ui/linkopener.h"

#include <QAction>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollArea>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace
{

// Every command that ends with an ellipsis asks for something first, and so do these.
bool bringsDialog(const QAction &action)
{
    // The one that looks into the article has a bar in place of a dialog.
    return action.isEnabled() && !action.menu() && action.objectName() != u"actionFind" &&
           action.objectName() != u"actionPalette" && // a panel in the window
           (action.text().contains(u'…') || action.objectName() == u"actionKeys" ||
            action.objectName() == u"actionAbout");
}

// A key that another command has already.
void takeKeyClash(QDialog &dialog, const Camera &camera)
{
    dialog.findChild<QLineEdit *>(u"shortcutSearch"_s)->setText({});
    auto *record = dialog.findChild<QKeySequenceEdit *>(u"keyRecord"_s);
    record->setFocus(Qt::TabFocusReason);
    for (QWidget *around = record->parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(record); // as where a person goes there by Tab
    }
    record->setKeySequence(QKeySequence(Qt::Key_J));
    camera.take(u"preferences-key-clash"_s);
}

}

void takeDialogs(Desk &desk, const Camera &camera)
{
    for (QAction *action : desk.window().findChildren<QAction *>()) {
        if (bringsDialog(*action) && action->objectName() != u"actionPreferences")
            camera.takeDialog([action] { action->trigger(); }, u"dialog-"_s + action->objectName().mid(6),
                              desk.window());
    }
}

void takePreferences(Desk &desk, const Camera &camera)
{
    desk.action(u"actionPreferences"_s)->trigger();
    auto *dialog = desk.find<QDialog>(u"preferencesDialog"_s);
    auto *names = dialog->findChild<QListWidget *>();
    for (int row = 0; row < names->count(); ++row) {
        names->setCurrentRow(row);
        camera.take(u"preferences-%1"_s.arg(row + 1));
        if (dialog->findChild<QKeySequenceEdit *>(u"keyRecord"_s)->isVisible())
            takeKeyClash(*dialog, camera);
    }
    dialog->close();
}

void takeLinkQuestion(Desk &desk, const Camera &camera)
{
    camera.takeDialog(
        [&desk] { desk.find<LinkOpener>()->open(QUrl(u"mailto:someone@example.org"_s), u"Write to me"_s); },
        u"dialog-link"_s, desk.window());
}

#include "ui/preferencestool.h"

#include "app/library/settings.h"
#include "ui/imagethread.h"
#include "ui/marksharing.h"
#include "ui/marksharingpage.h"
#include "ui/picturestorepage.h"
#include "ui/preferencesdialog.h"
#include "ui/privacypage.h"
#include "ui/shortcuts.h"
#include "ui/shortcutspage.h"
#include "ui/switchespage.h"

#include <QAction>

PreferencesTool::PreferencesTool(const Actions &actions, const Parts &parts, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_parts(parts)
    , m_window(window)
    , m_sharing(new MarkSharing(parts.library, parts.settings, parts.notices, this))
{
    connect(actions.open, &QAction::triggered, this, &PreferencesTool::open);
}

void PreferencesTool::open()
{
    if (!m_dialog) {
        m_dialog = new PreferencesDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        addPages(*m_dialog);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void PreferencesTool::addPages(PreferencesDialog &dialog)
{
    dialog.addPage(tr("Appearance"), new AppearancePage(m_actions.appearance, m_parts.appearance));
    auto *reading = new SwitchesPage;
    reading->addChoice(tr("Mark an article as read when it is shown"), m_actions.readWhen);
    reading->addSwitch(m_actions.hideRead);
    dialog.addPage(tr("Reading"), reading);
    auto *pictures = new SwitchesPage;
    pictures->addChoice(tr("Pictures that are not stored"), m_actions.pictureModes);
    pictures->addWidget(new PictureStorePage(m_actions.storedPictures, m_parts.settings, m_parts.images,
                                             m_parts.pictureExport));
    dialog.addPage(tr("Pictures"), pictures);
    dialog.addPage(
        tr("Shortcuts"),
        new ShortcutsPage(commandList(m_parts.menus, m_parts.shortcuts.commands()), m_parts.shortcuts));
    dialog.addPage(tr("Marks"), new MarkSharingPage(*m_sharing));
    dialog.addPage(tr("Privacy"), new PrivacyPage(m_actions.network, m_parts.library, m_parts.settings));
}

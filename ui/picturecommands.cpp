#include "ui/picturecommands.h"

#include "app/library/settings.h"
#include "ui/hostrulesdialog.h"
#include "ui/imagethread.h"
#include "ui/noticebar.h"
#include "ui/picturebar.h"
#include "ui/picturemodes.h"
#include "ui/question.h"
#include "ui/webpane.h"

#include <QAction>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

PictureCommands::PictureCommands(const Actions &actions, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_parts(parts)
{
    actions.publicArchive->setChecked(parts.settings.usesPublicArchive());
    useArchive(parts.settings.usesPublicArchive());
    connect(actions.publicArchive, &QAction::toggled, this, &PictureCommands::useArchive);
    connectPane();
    connect(&parts.images.loader(), &ImageLoader::storeSize, this, &PictureCommands::confirmClearing);
    connect(&parts.images.loader(), &ImageLoader::storeUnusable, this, [this](const QString &reason) {
        m_parts.notices.put(Notice::Pictures, tr("Pictures cannot be kept on disk: %1").arg(reason));
    });
}

void PictureCommands::useArchive(bool use)
{
    m_parts.settings.setUsesPublicArchive(use);
    m_parts.images.setPublicArchive(use ? PublicArchiveUse::AsLastResort : PublicArchiveUse::Never);
    if (use)
        m_parts.pane.renewPictures();
}

void PictureCommands::connectPane()
{
    m_actions.hosts->setEnabled(!m_parts.images.ownHosts().isEmpty());
    connect(m_actions.hosts, &QAction::triggered, this, &PictureCommands::editHosts);
    connect(m_actions.clearStore, &QAction::triggered, this, [this] {
        m_isClearing = true;
        m_parts.images.requestStoreSize();
    });
    connect(&m_parts.pane, &WebPane::picturesHeldBack, &m_parts.bar, &PictureBar::showHeldBack);
    connect(&m_parts.modes, &PictureModes::changed, &m_parts.pane, &WebPane::renewPictures);
    connect(&m_parts.images.loader(), &ImageLoader::networkReturned, &m_parts.pane, &WebPane::renewPictures);
    connect(m_actions.fetchAgain, &QAction::triggered, this, &PictureCommands::fetchAgain);
    connect(&m_parts.bar, &PictureBar::fetchWanted, m_actions.fetchAgain, &QAction::trigger);
    connect(&m_parts.bar, &PictureBar::alwaysWanted, this, [this] {
        m_actions.alwaysHere->trigger();
        m_parts.pane.setFocus(); // the bar is gone
    });
}

void PictureCommands::fetchAgain()
{
    if (m_parts.modes.mayFetchOrSaysWhy())
        m_parts.pane.retryPictures();
}

void PictureCommands::editHosts()
{
    if (!m_hosts) {
        m_hosts = new HostRulesDialog(m_parts.images.ownHosts(), m_parts.pane.window());
        m_hosts->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_hosts, &HostRulesDialog::rulesWritten, this, [this] {
            m_parts.images.readHostsAgain();
            m_parts.pane.renewPictures();
        });
    }
    m_hosts->show();
    m_hosts->activateWindow();
}

void PictureCommands::confirmClearing(qint64 bytes, qint64 pictures)
{
    if (!std::exchange(m_isClearing, false))
        return;
    if (pictures == 0)
        return Q_EMIT said(tr("No pictures are stored."));
    const QString size = QLocale().formattedDataSize(bytes);
    const Question question{
        tr("Delete Stored Pictures"),
        tr("Delete %Ln stored picture(s), %1?", nullptr, static_cast<int>(pictures)).arg(size),
        tr("They are fetched again when they are shown, as far as their servers still have them."),
        tr("&Delete")};
    connect(ask(m_parts.pane.window(), question), &QDialog::accepted, this,
            [this] { m_parts.images.clearStore(); });
}

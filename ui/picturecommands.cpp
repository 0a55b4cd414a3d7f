#include "ui/picturecommands.h"

#include "app/library/settings.h"
#include "ui/hostrulesdialog.h"
#include "ui/imagethread.h"
#include "ui/navigator.h"
#include "ui/noticebar.h"
#include "ui/picturebar.h"
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
    connectSwitches();
    connectPane();
    applyNetworkUse();
    connect(&parts.images.loader(), &ImageLoader::storeSize, this, &PictureCommands::confirmClearing);
    connect(&parts.images.loader(), &ImageLoader::storeUnusable, this, [this](const QString &reason) {
        m_parts.notices.put(Notice::Pictures, tr("Pictures cannot be kept on disk: %1").arg(reason));
    });
}

void PictureCommands::connectSwitches()
{
    Settings &settings = m_parts.settings;
    // Also where the command line says so, for this run.
    m_actions.offline->setChecked(m_parts.images.firstNetworkUse() == NetworkUse::Never);
    connect(m_actions.offline, &QAction::toggled, this, [this](bool offline) {
        m_parts.settings.setOffline(offline);
        applyNetworkUse();
        if (!offline)
            m_parts.pane.retryPictures();
    });
    m_actions.askFirst->setChecked(settings.asksForPictures());
    connect(m_actions.askFirst, &QAction::toggled, this, [this](bool asks) {
        m_parts.settings.setAsksForPictures(asks);
        applyNetworkUse();
        if (!asks)
            m_parts.pane.retryPictures();
    });
    const auto useArchive = [this](bool use) {
        m_parts.settings.setUsesPublicArchive(use);
        m_parts.images.setPublicArchive(use ? PublicArchiveUse::AsLastResort : PublicArchiveUse::Never);
        if (use)
            m_parts.pane.retryPictures();
    };
    m_actions.publicArchive->setChecked(settings.usesPublicArchive());
    useArchive(settings.usesPublicArchive());
    connect(m_actions.publicArchive, &QAction::toggled, this, useArchive);
}

void PictureCommands::connectPane()
{
    connect(&m_parts.navigator, &Navigator::opened, this, &PictureCommands::applyNetworkUse);
    connect(&m_parts.navigator, &Navigator::marksChanged, this, &PictureCommands::keepStarred);
    connect(&m_parts.pane, &WebPane::articleVisible, this, &PictureCommands::keepStarred);
    m_actions.hosts->setEnabled(!m_parts.images.ownHosts().isEmpty());
    connect(m_actions.hosts, &QAction::triggered, this, &PictureCommands::editHosts);
    connect(m_actions.clearStore, &QAction::triggered, this, [this] {
        m_isClearing = true;
        m_parts.images.requestStoreSize();
    });
    connect(&m_parts.pane, &WebPane::picturesHeldBack, &m_parts.bar, &PictureBar::showHeldBack);
    connect(m_actions.fetchAgain, &QAction::triggered, &m_parts.pane, &WebPane::retryPictures);
    connect(&m_parts.bar, &PictureBar::fetchWanted, m_actions.fetchAgain, &QAction::trigger);
    connect(&m_parts.bar, &PictureBar::alwaysWanted, m_actions.alwaysHere, &QAction::trigger);
    connect(m_actions.alwaysHere, &QAction::triggered, this, [this] {
        if (!m_parts.navigator.current())
            return;
        m_parts.settings.addPictureCategory(m_parts.navigator.current()->head.categories);
        applyNetworkUse();
        m_parts.pane.retryPictures();
        m_parts.pane.setFocus();
    });
}

// The open article's category, or one above it.
bool PictureCommands::isAlwaysFetched() const
{
    if (!m_parts.navigator.current())
        return false;
    return m_parts.settings.fetchesUnasked(m_parts.navigator.current()->head.categories);
}

void PictureCommands::applyNetworkUse()
{
    const bool asks = m_parts.settings.asksForPictures();
    m_actions.alwaysHere->setEnabled(asks && m_parts.navigator.current() && !isAlwaysFetched());
    if (m_actions.offline->isChecked())
        m_parts.images.setNetworkUse(NetworkUse::Never);
    else
        m_parts.images.setNetworkUse(asks && !isAlwaysFetched() ? NetworkUse::WhenAsked
                                                                : NetworkUse::Allowed);
}

// The pictures of what has a star never make room for others.
void PictureCommands::keepStarred()
{
    const std::optional<ArticleRow> &article = m_parts.navigator.current();
    if (!article || article->id != m_parts.pane.articleId())
        return;
    const bool wasStarred = m_starred == article->id;
    if (article->starred)
        m_parts.images.setKept(m_parts.pane.pictureAddresses(), Keeping::Always);
    else if (wasStarred)
        m_parts.images.setKept(m_parts.pane.pictureAddresses(), Keeping::WhileThereIsRoom);
    m_starred = article->starred ? article->id : 0;
}

void PictureCommands::editHosts()
{
    if (!m_hosts) {
        m_hosts = new HostRulesDialog(m_parts.images.ownHosts(), m_parts.pane.window());
        m_hosts->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_hosts, &HostRulesDialog::rulesWritten, this, [this] { m_parts.images.readHostsAgain(); });
    }
    m_hosts->show();
    m_hosts->activateWindow();
}

void PictureCommands::confirmClearing(qint64 bytes, qint64 pictures)
{
    if (!std::exchange(m_isClearing, false))
        return;
    const QString size = QLocale().formattedDataSize(bytes);
    const Question question{
        tr("Delete Stored Pictures"),
        tr("Delete %Ln stored picture(s), %1?", nullptr, static_cast<int>(pictures)).arg(size),
        tr("They are fetched again when they are shown, as far as their servers still have them."),
        tr("&Delete")};
    connect(ask(m_parts.pane.window(), question), &QDialog::accepted, this,
            [this] { m_parts.images.clearStore(); });
}

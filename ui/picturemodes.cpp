#include "ui/picturemodes.h"

#include "app/library/settings.h"
#include "ui/imagethread.h"
#include "ui/navigator.h"
#include "ui/noticebar.h"

#include <QAction>
#include <QActionGroup>

PictureModes::PictureModes(const Actions &actions, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_parts(parts)
{
    connectActions();
    connect(&parts.navigator, &Navigator::opened, this, &PictureModes::apply);
    connect(&parts.notices, &NoticeBar::chosen, this, [this](Notice notice) {
        if (notice == Notice::Network)
            allow();
    });
    connect(this, &PictureModes::changed, &parts.notices,
            [this] { m_parts.notices.settle(Notice::Network); });
    apply();
}

void PictureModes::connectActions()
{
    // Also where the command line says so, for this run.
    m_actions.offline->setChecked(m_parts.images.firstNetworkUse() == NetworkUse::Offline);
    connect(m_actions.offline, &QAction::toggled, this, [this](bool offline) {
        m_parts.settings.setOffline(offline);
        apply();
        if (!offline)
            Q_EMIT changed();
    });
    auto *modes = new QActionGroup(this);
    const std::pair<QAction *, PictureMode> choices[] = {{m_actions.always, PictureMode::Always},
                                                         {m_actions.whenAsked, PictureMode::WhenAsked},
                                                         {m_actions.never, PictureMode::Never}};
    for (const auto &[action, mode] : choices) {
        modes->addAction(action);
        action->setChecked(m_parts.settings.pictureMode() == mode);
        connect(action, &QAction::toggled, this, [this, mode = mode](bool chosen) {
            if (!chosen)
                return;
            m_parts.settings.setPictureMode(mode);
            apply();
            Q_EMIT changed();
        });
    }
    connect(m_actions.alwaysHere, &QAction::triggered, this, &PictureModes::setAlwaysHere);
}

void PictureModes::setAlwaysHere(bool always)
{
    if (!m_parts.navigator.current())
        return;
    const QStringList &category = m_parts.navigator.current()->head.categories;
    always ? m_parts.settings.addPictureCategory(category) : m_parts.settings.removePictureCategory(category);
    apply();
    if (always)
        Q_EMIT changed();
}

void PictureModes::apply()
{
    const PictureMode mode = m_parts.settings.pictureMode();
    const std::optional<ArticleRow> &article = m_parts.navigator.current();
    const bool isUnasked =
        mode == PictureMode::Always || (article && m_parts.settings.fetchesUnasked(article->head.categories));
    m_actions.alwaysHere->setEnabled(mode == PictureMode::WhenAsked && article);
    m_actions.alwaysHere->setChecked(mode == PictureMode::WhenAsked && isUnasked);
    if (m_actions.offline->isChecked())
        m_parts.images.setNetworkUse(NetworkUse::Offline);
    else if (mode == PictureMode::Never)
        m_parts.images.setNetworkUse(NetworkUse::Never);
    else
        m_parts.images.setNetworkUse(isUnasked ? NetworkUse::Allowed : NetworkUse::WhenAsked);
}

bool PictureModes::mayFetch() const
{
    return !m_actions.offline->isChecked() && m_parts.settings.pictureMode() != PictureMode::Never;
}

bool PictureModes::mayFetchOrSaysWhy() const
{
    m_parts.notices.settle(Notice::Network); // asked for once more, it is said once more
    if (m_actions.offline->isChecked())
        m_parts.notices.put(
            Notice::Network,
            tr("No pictures can be fetched: the network is switched off (File ▸ Work Offline)."),
            tr("Work Online"));
    else if (!mayFetch())
        m_parts.notices.put(Notice::Network, tr("You chose to fetch no pictures (Article ▸ Pictures)."),
                            tr("Fetch When Asked"));
    return mayFetch();
}

void PictureModes::allow()
{
    if (m_actions.offline->isChecked())
        m_actions.offline->setChecked(false);
    else
        m_actions.whenAsked->setChecked(true);
}

NetworkUse firstNetworkUse(const Settings &settings, bool isOfflineAsked)
{
    if (isOfflineAsked || settings.offline())
        return NetworkUse::Offline;
    return settings.pictureMode() == PictureMode::Never ? NetworkUse::Never : NetworkUse::Allowed;
}

#include "ui/picturemodes.h"

#include "app/library/settings.h"
#include "ui/imagethread.h"
#include "ui/navigator.h"

#include <QAction>
#include <QActionGroup>

PictureModes::PictureModes(const Actions &actions, Settings &settings, ImageThread &images,
                           const Navigator &navigator, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_images(images)
    , m_navigator(navigator)
{
    connectActions();
    connect(&navigator, &Navigator::opened, this, &PictureModes::apply);
    apply();
}

void PictureModes::connectActions()
{
    // Also where the command line says so, for this run.
    m_actions.offline->setChecked(m_images.firstNetworkUse() == NetworkUse::Offline);
    connect(m_actions.offline, &QAction::toggled, this, [this](bool offline) {
        m_settings.setOffline(offline);
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
        action->setChecked(m_settings.pictureMode() == mode);
        connect(action, &QAction::toggled, this, [this, mode = mode](bool chosen) {
            if (!chosen)
                return;
            m_settings.setPictureMode(mode);
            apply();
            Q_EMIT changed();
        });
    }
    connect(m_actions.alwaysHere, &QAction::triggered, this, &PictureModes::setAlwaysHere);
}

void PictureModes::setAlwaysHere(bool always)
{
    if (!m_navigator.current())
        return;
    const QStringList &category = m_navigator.current()->head.categories;
    always ? m_settings.addPictureCategory(category) : m_settings.removePictureCategory(category);
    apply();
    if (always)
        Q_EMIT changed();
}

void PictureModes::apply()
{
    const PictureMode mode = m_settings.pictureMode();
    const std::optional<ArticleRow> &article = m_navigator.current();
    const bool isUnasked =
        mode == PictureMode::Always || (article && m_settings.fetchesUnasked(article->head.categories));
    m_actions.alwaysHere->setEnabled(mode == PictureMode::WhenAsked && article);
    m_actions.alwaysHere->setChecked(mode == PictureMode::WhenAsked && isUnasked);
    if (m_actions.offline->isChecked())
        m_images.setNetworkUse(NetworkUse::Offline);
    else if (mode == PictureMode::Never)
        m_images.setNetworkUse(NetworkUse::Never);
    else
        m_images.setNetworkUse(isUnasked ? NetworkUse::Allowed : NetworkUse::WhenAsked);
}

QString PictureModes::refusal() const
{
    if (m_actions.offline->isChecked())
        return tr("The network is switched off: File ▸ Work Offline.");
    if (m_settings.pictureMode() == PictureMode::Never)
        return tr("You chose to fetch no pictures: Article ▸ Pictures.");
    return {};
}

#include "ui/appearance.h"

#include "ui/systemlook.h"
#include "ui/windowpalette.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QStyle>

#include <algorithm>

// As PageStyle::textSize says.
constexpr int smallestText = 12;
constexpr int largestText = 40;

Appearance::Appearance(const Actions &actions, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_systemPalette(QApplication::palette())
    , m_desktop(new SystemLook(m_systemPalette, this))
    , m_shown(shownStyle())
{
    for (const QList<QAction *> &choice :
         {QList<QAction *>{actions.asSystem, actions.light, actions.dark, actions.sepia},
          QList<QAction *>{actions.serif, actions.sans}}) {
        auto *group = new QActionGroup(this);
        for (QAction *action : choice)
            group->addAction(action);
    }
    const auto onTrigger = [this](QAction *action, auto change) {
        connect(action, &QAction::triggered, this, change);
    };
    onTrigger(actions.asSystem, [this] { followSystem(); });
    onTrigger(actions.light, [this] { chooseTheme(Theme::Light); });
    onTrigger(actions.dark, [this] { chooseTheme(Theme::Dark); });
    onTrigger(actions.sepia, [this] { chooseTheme(Theme::Sepia); });
    onTrigger(actions.nextTheme, [this] { setNextTheme(); });
    onTrigger(actions.serif, [this] { setFontStyle(FontStyle::Serif); });
    onTrigger(actions.sans, [this] { setFontStyle(FontStyle::Sans); });
    onTrigger(actions.larger, [this] { setTextSize(style().textSize + 1); });
    onTrigger(actions.smaller, [this] { setTextSize(style().textSize - 1); });
    onTrigger(actions.usual, [this] { setTextSize(PageStyle().textSize); });
    connect(actions.keepTrackers, &QAction::toggled, this, &Appearance::keepTrackers);
    connect(m_desktop, &SystemLook::changed, this, &Appearance::hearDesktop);
    m_desktop->watch();
}

Appearance::~Appearance()
{
    QApplication::setPalette(m_systemPalette);
}

PageStyle Appearance::style() const
{
    return m_settings.pageStyle();
}

PageStyle Appearance::shownStyle() const
{
    PageStyle shown = style();
    if (isStillnessWanted())
        shown.motion = PictureMotion::Still;
    return shown;
}

bool Appearance::isStillnessWanted() const
{
    return m_desktop->wantsStillness();
}

QColor Appearance::accent() const
{
    return QColor(themeColors(style()).accent);
}

void Appearance::apply()
{
    QApplication::setPalette(
        windowPalette(style(), m_systemPalette, QApplication::style()->standardPalette()));
    showChoices();
    m_shown = shownStyle();
    Q_EMIT changed(m_shown);
}

void Appearance::setStyle(const PageStyle &style)
{
    if (style == this->style())
        return;
    m_settings.setPageStyle(style);
    apply();
}

// Until the desktop has answered, the theme that was shown last stays.
void Appearance::followSystem()
{
    m_settings.setFollowsSystem(true);
    if (m_desktop->scheme())
        setTheme(*m_desktop->scheme() == SystemLook::Scheme::Dark ? Theme::Dark : Theme::Light);
    showChoices();
}

void Appearance::hearDesktop()
{
    PageStyle style = this->style();
    style.contrast = m_desktop->contrast().value_or(style.contrast);
    if (m_settings.followsSystem() && m_desktop->scheme()) {
        m_settings.setFollowsSystem(true); // a theme that is kept would say otherwise
        style.theme = *m_desktop->scheme() == SystemLook::Scheme::Dark ? Theme::Dark : Theme::Light;
    }
    if (style != this->style())
        m_settings.setPageStyle(style);
    if (shownStyle() != m_shown)
        apply();
    Q_EMIT desktopHeard();
}

void Appearance::chooseTheme(Theme theme)
{
    m_settings.setFollowsSystem(false);
    setTheme(theme);
    showChoices();
}

void Appearance::setTheme(Theme theme)
{
    PageStyle style = this->style();
    style.theme = theme;
    setStyle(style);
}

void Appearance::setNextTheme()
{
    switch (style().theme) {
    case Theme::Light:
        return chooseTheme(Theme::Dark);
    case Theme::Dark:
        return chooseTheme(Theme::Sepia);
    case Theme::Sepia:
        return chooseTheme(Theme::Light);
    }
}

void Appearance::setFontStyle(FontStyle font)
{
    PageStyle style = this->style();
    style.font = font;
    setStyle(style);
}

void Appearance::setTextSize(int pixels)
{
    PageStyle style = this->style();
    style.textSize = std::clamp(pixels, smallestText, largestText);
    setStyle(style);
}

void Appearance::keepTrackers(bool keep)
{
    PageStyle style = this->style();
    style.links = keep ? Tracking::Kept : Tracking::Stripped;
    setStyle(style);
}

void Appearance::showChoices()
{
    const PageStyle style = this->style();
    const bool follows = m_settings.followsSystem();
    m_actions.asSystem->setChecked(follows);
    m_actions.light->setChecked(!follows && style.theme == Theme::Light);
    m_actions.dark->setChecked(!follows && style.theme == Theme::Dark);
    m_actions.sepia->setChecked(!follows && style.theme == Theme::Sepia);
    m_actions.serif->setChecked(style.font == FontStyle::Serif);
    m_actions.sans->setChecked(style.font == FontStyle::Sans);
    m_actions.keepTrackers->setChecked(style.links == Tracking::Kept);
}

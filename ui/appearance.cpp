#include "ui/appearance.h"

#include "ui/windowpalette.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>

#include <algorithm>

// As PageStyle::textSize says.
constexpr int smallestText = 12;
constexpr int largestText = 40;

Appearance::Appearance(const Actions &actions, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_systemPalette(QApplication::palette())
{
    for (const QList<QAction *> &choice : {QList<QAction *>{actions.light, actions.dark, actions.sepia},
                                           QList<QAction *>{actions.serif, actions.sans}}) {
        auto *group = new QActionGroup(this);
        for (QAction *action : choice)
            group->addAction(action);
    }
    const auto onTrigger = [this](QAction *action, auto change) {
        connect(action, &QAction::triggered, this, change);
    };
    onTrigger(actions.light, [this] { setTheme(Theme::Light); });
    onTrigger(actions.dark, [this] { setTheme(Theme::Dark); });
    onTrigger(actions.sepia, [this] { setTheme(Theme::Sepia); });
    onTrigger(actions.nextTheme, [this] { setNextTheme(); });
    onTrigger(actions.serif, [this] { setFontStyle(FontStyle::Serif); });
    onTrigger(actions.sans, [this] { setFontStyle(FontStyle::Sans); });
    onTrigger(actions.larger, [this] { setTextSize(style().textSize + 1); });
    onTrigger(actions.smaller, [this] { setTextSize(style().textSize - 1); });
    onTrigger(actions.usual, [this] { setTextSize(PageStyle().textSize); });
}

PageStyle Appearance::style() const
{
    return m_settings.pageStyle();
}

QColor Appearance::accent() const
{
    return QColor(themeColors(style().theme).accent);
}

bool Appearance::isDark() const
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Appearance::apply()
{
    QApplication::setPalette(windowPalette(style().theme, m_systemPalette));
    showChoices();
    Q_EMIT changed(style());
}

void Appearance::setStyle(const PageStyle &style)
{
    if (style == this->style())
        return;
    m_settings.setPageStyle(style);
    apply();
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
        return setTheme(Theme::Dark);
    case Theme::Dark:
        return setTheme(Theme::Sepia);
    case Theme::Sepia:
        return setTheme(Theme::Light);
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

void Appearance::showChoices()
{
    const PageStyle style = this->style();
    m_actions.light->setChecked(style.theme == Theme::Light);
    m_actions.dark->setChecked(style.theme == Theme::Dark);
    m_actions.sepia->setChecked(style.theme == Theme::Sepia);
    m_actions.serif->setChecked(style.font == FontStyle::Serif);
    m_actions.sans->setChecked(style.font == FontStyle::Sans);
}

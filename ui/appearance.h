#pragma once

#include "app/library/settings.h"

#include <QObject>
#include <QPalette>

class QAction;
class SystemLook;

// How the page and the window look: the reader's theme or the desktop's, its contrast, type and text size,
// and whether links keep what tracks the reader; kept in the settings and applied at once. The window's
// palette turns with the page's theme.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    // The choices of the View menu, and the one about links.
    struct Actions {
        QAction *asSystem;
        QAction *light;
        QAction *dark;
        QAction *sepia;
        QAction *nextTheme;
        QAction *serif;
        QAction *sans;
        QAction *larger;
        QAction *smaller;
        QAction *usual;
        QAction *keepTrackers;
    };
    Appearance(const Actions &actions, Settings &settings, QObject *parent);
    ~Appearance() override; // the program's palette is the platform's again

    PageStyle style() const;        // the reader's own
    PageStyle shownStyle() const;   // with what the desktop wishes beside
    bool isStillnessWanted() const; // by the desktop
    QColor accent() const;

public Q_SLOTS:
    void apply();
    void setStyle(const PageStyle &style);

Q_SIGNALS:
    void changed(const PageStyle &style);
    void desktopHeard(); // what there is to choose may be another

private:
    void followSystem();
    void hearDesktop();
    void chooseTheme(Theme theme);
    void setTheme(Theme theme);
    void setNextTheme();
    void setFontStyle(FontStyle font);
    void setTextSize(int pixels);
    void keepTrackers(bool keep);
    void showChoices();

    Actions m_actions;
    Settings &m_settings;
    QPalette m_systemPalette;
    SystemLook *m_desktop;
    PageStyle m_shown;
};

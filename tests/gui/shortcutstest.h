#pragma once

#include "app/library/settings.h"
#include "ui/commandtree.h"
#include "ui/shortcuts.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// What the tests of the reader's own keys begin with: a window with a menu of four commands, whose settings
// outlive it.
class ShortcutsTest : public QObject
{
protected:
    void begin()
    {
        m_home = std::make_unique<QTemporaryDir>();
        open();
    }

    void open()
    {
        m_window = std::make_unique<QMainWindow>();
        QMenu *menu = m_window->menuBar()->addMenu(QStringLiteral("&Article"));
        add(menu, "actionNextArticle", QStringLiteral("&Next Article"), QStringLiteral("J"));
        add(menu, "actionNextUnread", QStringLiteral("Next &Unread"), QStringLiteral("N"));
        add(menu, "actionFirstArticle", QStringLiteral("&First Article"), QStringLiteral("G, G"));
        add(menu, "actionStar", QStringLiteral("&Star"), QStringLiteral("S"));
        m_settings = std::make_unique<Settings>(m_home->filePath(QStringLiteral("settings.ini")));
        m_shortcuts = new Shortcuts(*m_window, *m_settings);
    }

    static QAction *add(QMenu *menu, const char *name, const QString &text, const QString &key)
    {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1StringView(name));
        action->setStatusTip(QStringLiteral("What it does"));
        action->setShortcut(QKeySequence(key));
        return action;
    }

    QList<Command> commands() { return commandList(*m_window->menuBar(), m_shortcuts->commands()); }
    QAction *action(const char *name) const
    {
        return m_window->findChild<QAction *>(QLatin1StringView(name));
    }
    QString keys(const char *name) const { return shownKeys(action(name)->shortcuts()); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QMainWindow> m_window;
    Shortcuts *m_shortcuts = nullptr; // the window's
};

#pragma once

#include "app/library/library.h"
#include "app/library/settings.h"
#include "ui/imagethread.h"
#include "ui/mainwindow.h"
#include "ui/webpane.h"

#include <QTemporaryDir>

// The whole program but main(), with folders of its own and nothing in them yet.
class Desk final
{
public:
    explicit Desk(const PaneOptions &pane = {});

    void open(const QString &path);     // until the folder is read and an article stands
    void setTheme(const QString &name); // "Light", "Dark" or "Sepia"
    QAction *action(const QString &name) const { return m_window.findChild<QAction *>(name); }
    template <typename Widget>
    Widget *find(const QString &name = {}) const
    {
        return m_window.findChild<Widget *>(name);
    }
    MainWindow &window() { return m_window; }
    Library &library() { return m_library; }

private:
    QTemporaryDir m_home;
    Settings m_settings;
    ImageThread m_images;
    Library m_library;
    MainWindow m_window;
};

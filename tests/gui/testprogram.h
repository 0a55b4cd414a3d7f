#pragma once

#include "app/catalog/marks.h"
#include "app/library/library.h"
#include "app/library/settings.h"
#include "tests/testfolders.h"
#include "ui/articlelist.h"
#include "ui/categorytree.h"
#include "ui/imagethread.h"
#include "ui/mainwindow.h"
#include "ui/noticebar.h"
#include "ui/webpane.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

// The whole program but main(), with folders of its own in `home`, where an earlier one may have left
// something. It never speaks to the desktop it runs on.
struct TestProgram {
    static constexpr int longest = 30'000; // milliseconds; a deadline, never a wait: the machine may be busy

    explicit TestProgram(const QString &home, NetworkUse network = NetworkUse::Offline,
                         const PaneOptions &options = {})
        : settings(home + QStringLiteral("/settings.ini"))
        , images(home + QStringLiteral("/pictures"), network, settings.pictureLimit(),
                 home + QStringLiteral("/hosts.txt"), marksFile(home + QStringLiteral("/data")))
        , library({home + QStringLiteral("/data"), home + QStringLiteral("/cache")})
        , window(library, settings, images, seeds(), options)
    {
        window.resize(1180, 760);
        window.show();
        pane->setPatience(longest); // else a page that comes late is shown as text
    }

    static QString seeds() { return seedsFolder(); }

    // Until all is read and an article stands.
    void open(const QString &path)
    {
        visible.clear();
        window.openPath(path);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), longest);
    }
    bool isReady() const { return !library.isPassRunning() && pane->hasArticle() && !visible.isEmpty(); }

    template <typename Widget>
    Widget *find(const QString &name = {}) const
    {
        return window.findChild<Widget *>(name);
    }
    QAction *action(const QString &name) const { return find<QAction>(name); }
    void trigger(const QString &name) const { action(name)->trigger(); }
    ArticleList *list() const { return find<ArticleList>(QStringLiteral("articleList")); }
    CategoryTree *tree() const { return find<CategoryTree>(QStringLiteral("categoryTree")); }
    QString openTitle() const { return window.windowTitle(); }
    QString notices() const { return find<NoticeBar>()->sentences().join(u'\n'); }

    // A key as the window system would send it: to whatever has the focus.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *const target = QApplication::focusWidget();
        QVERIFY(target);
        QTest::keyClick(target, key, modifiers);
    }
    // The focus is in the widget, or in what it holds: the page's own is somewhere inside the pane.
    static bool isIn(const QWidget *widget)
    {
        const QWidget *const focus = QApplication::focusWidget();
        return focus && (focus == widget || widget->isAncestorOf(focus));
    }
    static void focus(QWidget *widget)
    {
        widget->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(isIn(widget), longest);
    }

    // First: the window asks the bus as soon as it is made.
    const bool isAlone = qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    Settings settings;
    ImageThread images;
    Library library;
    MainWindow window;
    WebPane *pane = window.findChild<WebPane *>();
    QSignalSpy visible{pane, &WebPane::articleVisible};
};

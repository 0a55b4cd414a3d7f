// Takes pictures of every window, dialog, menu and state of the program, for a person to look at:
// tests/gui/looks.sh starts it once for each scale, language and screen.
//
//     looks [--text PERCENT] [--contrast | --more-contrast] [--window-only] FOLDER PREFIX

#include "app/catalog/marksrepair.h"
#include "tests/gui/looks/camera.h"
#include "tests/gui/looks/desk.h"
#include "tests/gui/looks/dialogs.h"
#include "tests/gui/looks/longwork.h"
#include "tests/gui/looks/menus.h"
#include "tests/testfolders.h"
#include "ui/commandpalette.h"
#include "ui/enginesetup.h"
#include "ui/findbar.h"
#include "ui/hintoverlay.h"
#include "ui/language.h"
#include "ui/noticebar.h"
#include "ui/picturecommands.h"
#include "ui/pictureexport.h"
#include "ui/pictureviewer.h"
#include "ui/systemlook.h"
#include "ui/windowstyle.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#ifdef LECTERN_DBUS
#include <QDBusVariant>
#endif
#include <QDir>
#include <QIcon>
#include <QLineEdit>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace
{

QString seed(const QString &path)
{
    return seedsFolder() + u'/' + path;
}

bool writeArticle(const QString &file, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(file).path());
    QFile written(file);
    return written.open(QIODevice::WriteOnly) && written.write(text) == text.size();
}

// What lies over the window, and takes the keys meanwhile.
void takePanels(Desk &desk, const Camera &camera)
{
    desk.action(u"actionPalette"_s)->trigger();
    camera.take(u"palette"_s);
    desk.find<QLineEdit>(u"paletteText"_s)->setText(u"re"_s);
    camera.take(u"palette-found"_s);
    desk.find<QLineEdit>(u"paletteText"_s)->setText(u"lx"_s); // the initials of 旅行
    camera.take(u"palette-pinyin"_s);
    desk.find<QLineEdit>(u"paletteText"_s)->setText(u"nothing like that"_s);
    camera.take(u"palette-nothing"_s);
    desk.find<CommandPalette>()->hide();
    desk.action(u"actionFollowLink"_s)->trigger();
    camera.take(u"link-hints"_s);
    desk.find<HintOverlay>()->leave();
    desk.action(u"actionViewPicture"_s)->trigger();
    camera.take(u"picture-viewer"_s);
    desk.find<PictureViewer>()->leave();
}

void takeArchiveStates(Desk &desk, const Camera &camera)
{
    const QTemporaryDir home;
    desk.open(home.path());
    camera.take(u"empty-folder"_s);
    desk.open(home.filePath(u"away"_s));
    camera.take(u"unreadable-folder"_s);
    const QTemporaryDir disk;
    const QString folder = disk.filePath(u"archive"_s);
    writeArticle(folder + u"/failed.md"_s,
                 "---\ntitle: A picture that cannot be had\ndate: 2026-01-02\n---\n"
                 "Before it.\n\n![Boats](http://127.0.0.1:9/boats.jpg)\n\nAfter it.\n");
    desk.open(folder);
    desk.open(folder + u"/failed.md"_s);
    camera.take(u"failed-picture"_s);
    desk.action(u"actionViewPicture"_s)->trigger();
    camera.take(u"picture-viewer-failed"_s);
    desk.find<PictureViewer>()->leave();
    desk.action(u"actionAskForPictures"_s)->setChecked(true);
    writeArticle(
        folder + u"/asked.md"_s,
        "---\ntitle: Pictures that wait\ndate: 2026-01-03\n---\n![A boat](http://127.0.0.1:9/a.jpg)\n");
    desk.open(folder);
    desk.open(folder + u"/asked.md"_s);
    camera.take(u"pictures-held-back"_s);
    desk.action(u"actionFetchUnasked"_s)->setChecked(true);
    QDir().rename(folder, disk.filePath(u"gone"_s));
    desk.action(u"actionReload"_s)->trigger();
    camera.take(u"vanished-archive"_s);
    desk.action(u"actionShowStarred"_s)->trigger();
    camera.take(u"empty-list"_s);
}

void takeWindow(Desk &desk, const Camera &camera)
{
    desk.open(seed({}));
    desk.open(seed(u"source/_posts/English/The Quiet Footnote/A Staircase on Top of a Staircase.md"_s));
    camera.take(u"window-english"_s);
    desk.open(seed(u"source/_posts/旅行/山脊线/长文/沿着一条河走下去.md"_s));
    camera.take(u"window"_s, Camera::Patience::Long); // until it is marked as read
}

// What is about the same thing takes the place of what was said before.
void takeNotices(Desk &desk, const Camera &camera)
{
    const QString reason =
        QLocale().language() == QLocale::Chinese ? u"设备上没有空间"_s : u"No space left on device"_s;
    Library &library = desk.library();
    auto *bar = desk.find<NoticeBar>();
    Q_EMIT library.marksAreNewer();
    Q_EMIT library.watchLimitReached();
    camera.take(u"notices"_s);
    Q_EMIT library.marksRepaired({seed(u"marks.sqlite.damaged"_s), QDate(2026, 5, 15), 210});
    Q_EMIT library.catalogueUnusable(reason);
    Q_EMIT library.marksShareFailed(reason);
    camera.take(u"notices-of-trouble"_s);
    // Two that offer a way out.
    for (const Notice notice : {Notice::Marks, Notice::Catalogue, Notice::Watch, Notice::Sharing})
        bar->settle(notice);
    bar->put(Notice::Export,
             PictureExport::tr("The pictures cannot be copied: %1. Another folder may do.").arg(reason),
             QCoreApplication::translate("MainWindow", "Choose Another…"));
    bar->put(Notice::Pictures, PictureCommands::tr("Pictures cannot be kept on disk: %1").arg(reason));
    camera.take(u"notices-with-a-choice"_s);
    bar->settle(Notice::Export);
    bar->settle(Notice::Pictures);
}

void takeBars(Desk &desk, const Camera &camera)
{
    desk.action(u"actionFind"_s)->trigger();
    desk.find<QLineEdit>(u"findText"_s)->setText(u"备份"_s);
    camera.take(u"find-bar-nothing"_s);
    desk.find<QLineEdit>(u"findText"_s)->setText(u"河"_s);
    camera.take(u"find-bar"_s);
    desk.find<FindBar>(u"findBar"_s)->leave();
    desk.action(u"actionShowUnread"_s)->trigger();
    camera.take(u"unread-view"_s);
    takeNotices(desk, camera);
}

// With the largest window that the screen takes.
void takeLarge(Desk &desk, const Camera &camera)
{
    const QRect usual = desk.window().geometry();
    desk.window().setGeometry(QApplication::primaryScreen()->availableGeometry());
    camera.take(u"window-large"_s, Camera::Patience::Long);
    desk.window().setGeometry(usual);
}

void takeTextOnly(const Camera &camera)
{
    Desk desk({nullptr, false});
    desk.open(seed({}));
    desk.open(seed(u"notes/三分钟备份法.md"_s));
    camera.take(u"text-only"_s);
}

// As desktops have it for those who see little: nothing but black, white and one strong colour.
QPalette contrastPalette(const QString &theme)
{
    const bool isDark = theme == u"Dark";
    const QColor ground = isDark ? Qt::black : Qt::white;
    const QColor text = isDark ? Qt::white : Qt::black;
    QPalette palette(ground, ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::PlaceholderText, QPalette::Mid, QPalette::Dark})
        palette.setColor(role, text);
    for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::ToolTipBase})
        palette.setColor(role, ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, isDark ? Qt::green : Qt::darkGreen);
    palette.setColor(QPalette::Highlight, isDark ? Qt::yellow : Qt::darkBlue);
    palette.setColor(QPalette::HighlightedText, ground);
    return palette;
}

// As a desktop says it whose colours are its usual ones.
void wantContrast(const Desk &desk)
{
#ifdef LECTERN_DBUS
    QMetaObject::invokeMethod(desk.find<SystemLook>(), "settingChanged",
                              Q_ARG(QString, u"org.freedesktop.appearance"_s), Q_ARG(QString, u"contrast"_s),
                              Q_ARG(QDBusVariant, QDBusVariant(1U)));
#endif
}

struct Sitting {
    QString theme;
    bool isShort = false;
    bool wantsContrast = false;
};

void takeAll(const Camera &camera, const Sitting &sitting)
{
    const bool isShort = sitting.isShort;
    Desk desk;
    desk.setTheme(sitting.theme);
    if (sitting.wantsContrast)
        wantContrast(desk);
    if (!isShort) {
        desk.window().openLast();
        camera.take(u"first-start"_s);
    }
    takeWindow(desk, camera);
    if (isShort)
        return;
    takeLarge(desk, camera);
    takePanels(desk, camera);
    takeBars(desk, camera);
    takeMenus(desk, camera);
    takeContextMenus(desk, camera);
    takePreferences(desk, camera);
    takeDialogs(desk, camera);
    takeLinkQuestion(desk, camera);
    takeLongWork(desk, camera);
    takeArchiveStates(desk, camera);
}

}

int main(int argc, char *argv[])
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // never the desktop this runs on
    if (const int refused = prepareEngine(argc, argv))
        return refused;
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    QApplication::setCursorFlashTime(0); // two looks must come out alike
    QApplication::setWindowIcon(QIcon(u":/icons/lectern.svg"_s));
    installLanguage(application);
    installWindowStyle();
    QCommandLineParser parser;
    parser.addOptions({{u"text"_s, {}, u"percent"_s, u"100"_s},
                       {u"contrast"_s, {}},
                       {u"more-contrast"_s, {}},
                       {u"window-only"_s, {}}});
    parser.process(application);
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * parser.value(u"text"_s).toInt() / 100);
    QApplication::setFont(font);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() != 2)
        return 2;
    const bool isShort = parser.isSet(u"window-only"_s);
    for (const QString &theme : {u"Light"_s, u"Dark"_s, u"Sepia"_s}) {
        if (parser.isSet(u"contrast"_s))
            QApplication::setPalette(contrastPalette(theme));
        const Camera camera(arguments.first(), arguments.last() + u'-' + theme.toLower());
        takeAll(camera, {theme, isShort || theme == u"Sepia", parser.isSet(u"more-contrast"_s)});
        if (!isShort && theme == u"Light")
            takeTextOnly(camera);
    }
    return 0;
}

#pragma once

#include "app/library/library.h"
#include "app/library/settings.h"
#include "ui/webpane.h"

#include <QMainWindow>

#include <memory>

class Appearance;
class ArticleCommands;
class BusyStatus;
class ImageThread;
class LateClosing;
class LinkOpener;
class ListChooser;
class MarkCommands;
class Navigator;
class PassStatus;
class PictureExport;
class PictureFetching;
class ReadingHistory;
class SessionKeeper;
class StartNotes;
class Shortcuts;
class StopCommand;
namespace Ui
{
class MainWindow;
}

// The window: category tree, article list, article. Holds no rule about articles; it only says who hears
// whom.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    // `sampleFolder` is where the sample archive lies; empty where it is not installed.
    MainWindow(Library &library, Settings &settings, ImageThread &images, const QString &sampleFolder,
               const PaneOptions &pane = {});
    ~MainWindow() override;

public Q_SLOTS:
    // A folder is opened as an archive; a file as the article to show in the archive around it.
    void openPath(const QString &path);
    // The last archive where there is one, else the first-start page; nothing else while an article is open.
    void openLast();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUpViews();
    void setUpList();
    void setUpSurroundings();
    void setUpRowMenus();
    void setUpToolBar();
    void connectFile();
    void connectGo();
    void connectArticle();
    BusyStatus *addStatus(const QString &name);
    void connectView();
    void connectPane();
    void connectLinks();
    void connectPictures();
    void connectKeys();
    void nameKeys();
    void showKeys();
    void connectLibrary();
    void saveSession();
    void chooseFolder();
    void archiveOpened(const QString &folder);
    void passFinished(const PassResult &result);
    void showPages();
    void focusPage();
    void showAncestor(int parts);
    void showArticle(const ArticleRow &article);
    void updateActions();
    void sharePanes();
    void foldTree(bool shown);
    void showStyle(const PageStyle &style);
    void say(const QString &sentence);

    Library &m_library;
    Settings &m_settings;
    ImageThread &m_images;
    QString m_sampleFolder;
    std::unique_ptr<Ui::MainWindow> m_ui;
    WebPane *m_pane;
    Navigator *m_navigator = nullptr;
    ListChooser *m_chooser = nullptr;
    ReadingHistory *m_history = nullptr;
    SessionKeeper *m_session = nullptr;
    Appearance *m_appearance = nullptr;
    LinkOpener *m_links = nullptr;
    ArticleCommands *m_articleCommands = nullptr;
    LateClosing *m_lateClosing = nullptr;
    MarkCommands *m_marks = nullptr;
    PassStatus *m_status = nullptr;
    StopCommand *m_stop = nullptr;
    PictureFetching *m_fetching = nullptr;
    PictureExport *m_pictureExport = nullptr;
    const StartNotes *m_notes;
    Shortcuts *m_shortcuts = nullptr;
};

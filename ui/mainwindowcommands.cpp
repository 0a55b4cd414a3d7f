// The commands of the window: each action and what it does.

#include "ui/mainwindow.h"

#include "ui/aboutbox.h"
#include "ui/actionicons.h"
#include "ui/aheadfetching.h"
#include "ui/appearance.h"
#include "ui/articlecommands.h"
#include "ui/busystatus.h"
#include "ui/fetchstatus.h"
#include "ui/historytool.h"
#include "ui/imagethread.h"
#include "ui/keysdialog.h"
#include "ui/lateclosing.h"
#include "ui/linkhints.h"
#include "ui/linkopener.h"
#include "ui/listchooser.h"
#include "ui/markcommands.h"
#include "ui/navigator.h"
#include "ui/palettetool.h"
#include "ui/panefocus.h"
#include "ui/picturecommands.h"
#include "ui/pictureexport.h"
#include "ui/picturefetching.h"
#include "ui/picturemodes.h"
#include "ui/preferencestool.h"
#include "ui/readinghistory.h"
#include "ui/recentmenu.h"
#include "ui/reporttool.h"
#include "ui/shortcuts.h"
#include "ui/sortmenu.h"
#include "ui/starredpictures.h"
#include "ui/stopcommand.h"
#include "ui/timing.h"
#include "ui/viewertool.h"
#include "ui_mainwindow.h"

#include <QDir>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

void MainWindow::setUpToolBar()
{
    m_ui->toolBar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_ui->toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    // What steps through articles stands at the head of the bar, what the page looks like at its end.
    auto *between = new QWidget(m_ui->toolBar);
    between->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_ui->toolBar->insertWidget(m_ui->actionOpenOriginal, between);
    m_shortcuts = new Shortcuts(*this, m_settings);
}

void MainWindow::connectFile()
{
    connect(m_ui->actionOpenFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(m_ui->actionOpenSample, &QAction::triggered, this, [this] { openPath(m_sampleFolder); });
    m_ui->actionOpenSample->setEnabled(!m_sampleFolder.isEmpty());
    auto *recent = new RecentMenu(m_ui->menuRecent, m_ui->actionClearRecent, m_settings);
    connect(recent, &RecentMenu::chosen, this, &MainWindow::openPath);
    connect(m_ui->actionReload, &QAction::triggered, &m_library, &Library::refresh);
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectPictures()
{
    auto *modes = new PictureModes({m_ui->actionOffline, m_ui->actionFetchUnasked, m_ui->actionAskForPictures,
                                    m_ui->actionNeverFetch, m_ui->actionAlwaysPictures},
                                   {m_settings, m_images, *m_navigator, *m_ui->noticeBar}, this);
    auto *commands = new PictureCommands(
        {m_ui->actionAlwaysPictures, m_ui->actionPublicArchive, m_ui->actionFetchPictures,
         m_ui->actionClearPictures, m_ui->actionPictureServers},
        {m_settings, m_images, *modes, *m_pane, *m_ui->pictureBar, *m_ui->noticeBar}, this);
    connect(commands, &PictureCommands::said, this, &MainWindow::say);
    auto *status =
        new FetchStatus(m_ui->actionPauseFetching, m_ui->actionStopFetching, m_ui->actionFetchReport, this);
    m_stop->watch(status);
    m_ui->statusBar->insertWork(status);
    m_fetching =
        new PictureFetching({m_ui->actionFetchList, m_ui->actionFetchSelection, m_ui->actionPauseFetching,
                             m_ui->actionStopFetching, m_ui->actionFetchReport},
                            {m_library, m_images, *modes, *m_ui->articleList, *status, m_notes}, this);
    new AheadFetching({m_library, *m_navigator, m_settings, m_images, *m_pane, m_notes, *modes}, this);
    new StarredPictures({m_library, m_images, m_notes}, this);
    m_pictureExport = new PictureExport(m_ui->actionExportPictures, m_images.loader().storeFolder(),
                                        *addStatus(u"exportBusy"_s), this);
    // What failed is said next.
    connect(m_pictureExport, &PictureExport::said, m_ui->noticeBar, [this](const QString &sentence) {
        m_ui->noticeBar->settle(Notice::Export);
        m_ui->noticeBar->put(Notice::Export, sentence);
    });
    connect(m_pictureExport, &PictureExport::failed, m_ui->noticeBar, [this](const QString &sentence) {
        m_ui->noticeBar->put(Notice::Export, sentence, tr("Choose Another…"));
    });
    connect(m_ui->noticeBar, &NoticeBar::chosen, m_ui->actionExportPictures, [this](Notice notice) {
        if (notice == Notice::Export)
            m_ui->actionExportPictures->trigger();
    });
}

void MainWindow::connectGo()
{
    using Step = Navigator::Step;
    const auto onTrigger = [this](QAction *action, auto go) {
        connect(action, &QAction::triggered, this, go);
    };
    const QList<QWidget *> panes{m_ui->treeSide, m_ui->articleList, m_pane};
    onTrigger(m_ui->actionReadOn, [this] { m_pane->scrollPage(WebPane::Direction::Forward); });
    onTrigger(m_ui->actionReadBack, [this] { m_pane->scrollPage(WebPane::Direction::Back); });
    onTrigger(m_ui->actionNextArticle, [this] { m_navigator->go(Step::Next); });
    onTrigger(m_ui->actionPreviousArticle, [this] { m_navigator->go(Step::Previous); });
    onTrigger(m_ui->actionNextUnread, [this] { m_navigator->goUnread(Step::Next); });
    onTrigger(m_ui->actionPreviousUnread, [this] { m_navigator->goUnread(Step::Previous); });
    onTrigger(m_ui->actionFirstArticle, [this] { m_navigator->goFirst(); });
    onTrigger(m_ui->actionLastArticle, [this] { m_navigator->goLast(); });
    onTrigger(m_ui->actionNextCategory, [this] { m_chooser->step(1); });
    onTrigger(m_ui->actionPreviousCategory, [this] { m_chooser->step(-1); });
    onTrigger(m_ui->actionNextPane, [panes] { moveFocus(panes, Side::Right); });
    onTrigger(m_ui->actionPreviousPane, [panes] { moveFocus(panes, Side::Left); });
    onTrigger(m_ui->actionIntoArticle, [this] { m_pane->setFocus(); });
    connect(m_history, &ReadingHistory::said, this, &MainWindow::say);
    connect(m_chooser, &ListChooser::said, this, &MainWindow::say);
    connect(m_navigator, &Navigator::opened, this, &MainWindow::showArticle);
    connect(m_navigator, &Navigator::opened, &m_library,
            [this](const ArticleRow &article) { m_library.setCurrentArticle(article.id); });
    connect(m_navigator, &Navigator::endReached, this, [this](Step step) {
        say(step == Step::Next ? tr("There is no further article here.")
                               : tr("This is where the list begins."));
    });
}

BusyStatus *MainWindow::addStatus(const QString &name)
{
    auto *status = new BusyStatus(this);
    status->setObjectName(name);
    m_stop->watch(status);
    m_ui->statusBar->insertWork(status);
    return status;
}

void MainWindow::connectArticle()
{
    connect(m_ui->actionFind, &QAction::triggered, m_ui->findBar, &FindBar::open);
    connect(m_ui->actionFindNext, &QAction::triggered, m_ui->findBar, &FindBar::next);
    connect(m_ui->actionFindPrevious, &QAction::triggered, m_ui->findBar, &FindBar::previous);
    m_articleCommands =
        new ArticleCommands({*m_navigator, *m_pane, *m_links, *m_ui->noticeBar, *addStatus(u"articleBusy"_s),
                             m_ui->actionExport, m_ui->actionPrint},
                            this);
    m_lateClosing = new LateClosing(*m_articleCommands, *m_ui->noticeBar, this);
    connect(m_ui->actionOpenOriginal, &QAction::triggered, m_articleCommands, &ArticleCommands::openOriginal);
    connect(m_ui->actionCopyAddress, &QAction::triggered, m_articleCommands, &ArticleCommands::copyAddress);
    connect(m_articleCommands, &ArticleCommands::said, this, &MainWindow::say);
    auto *viewer = new ViewerTool(m_ui->actionViewPicture, {*m_pane, *m_appearance, *m_links}, this);
    connect(viewer, &ViewerTool::said, this, &MainWindow::say);
    m_marks = new MarkCommands(
        {m_ui->actionMarkRead, m_ui->actionMarkUnread, m_ui->actionStar, m_ui->actionMarkBelow,
         m_ui->actionMarkOlder, m_ui->actionMarkAll, m_ui->actionUndo, m_ui->actionRedo, m_ui->menuReadWhen},
        {m_library, m_settings, *m_navigator, *m_pane, *m_ui->articleList, *addStatus(u"markingBusy"_s)},
        this);
    connect(m_marks, &MarkCommands::said, this, &MainWindow::say);
    connect(m_ui->actionToggleRead, &QAction::triggered, this, [this] {
        const bool isRead = m_navigator->current() && m_navigator->current()->read;
        (isRead ? m_ui->actionMarkUnread : m_ui->actionMarkRead)->trigger();
    });
    new HistoryTool({m_ui->actionHistory, m_ui->actionMarkings}, m_library, *m_history, this);
}

void MainWindow::connectView()
{
    connect(m_appearance, &Appearance::changed, this, &MainWindow::showStyle);
    new SortMenu(
        {m_ui->actionSortDate, m_ui->actionSortTitle, m_ui->actionSortAuthor, m_ui->actionSortReversed},
        m_library, this);
    m_ui->actionShowTree->setChecked(true);
    connect(m_ui->actionShowTree, &QAction::toggled, this, &MainWindow::foldTree);
    connect(m_ui->actionFullScreen, &QAction::triggered, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    new ReportTool({m_ui->actionReport, m_ui->categoryTree, m_ui->listHeading, m_ui->articleList}, m_library,
                   this);
    const AppearancePage::Actions looks{
        {m_ui->actionThemeSystem, m_ui->actionThemeLight, m_ui->actionThemeDark, m_ui->actionThemeSepia},
        {m_ui->actionSerif, m_ui->actionSans}};
    new PreferencesTool({m_ui->actionPreferences,
                         looks,
                         m_ui->menuReadWhen->actions(),
                         m_ui->actionHideRead,
                         {m_ui->actionFetchUnasked, m_ui->actionAskForPictures, m_ui->actionNeverFetch},
                         {m_ui->actionOffline, m_ui->actionPublicArchive, m_ui->actionKeepTrackers},
                         {m_ui->actionExportPictures, m_ui->actionClearPictures}},
                        {m_library, m_settings, m_images, *m_pictureExport, *m_appearance, *m_ui->noticeBar,
                         *m_shortcuts, *m_ui->menuBar},
                        this);
    m_ui->listHeading->setLeaveAction(m_ui->actionLeaveList);
    for (QWidget *side : {m_ui->treeSide, m_ui->listSide, static_cast<QWidget *>(m_pane)})
        side->addAction(m_ui->actionLeaveList);
    connect(m_ui->actionAbout, &QAction::triggered, this, [this] { showAboutBox(this); });
}

void MainWindow::connectPane()
{
    m_ui->findBar->searchIn(m_pane);
    connect(m_pane, &WebPane::endReached, m_ui->actionNextUnread, &QAction::trigger);
    connect(m_pane, &WebPane::startReached, m_ui->actionPreviousUnread, &QAction::trigger);
    connect(m_pane, &WebPane::linkActivated, m_links, &LinkOpener::open);
    connect(m_pane, &WebPane::linkWanted, m_links, &LinkOpener::openAfterAsking);
    connect(m_pane, &WebPane::categoryActivated, this, &MainWindow::showAncestor);
    connect(m_pane, &WebPane::articleVisible, this, [this] {
        logMilestone("article visible");
        updateActions();
    });
    connect(m_pane, &WebPane::linkHovered, this, [this, shown = QString()](const QString &address) mutable {
        if (!address.isEmpty())
            m_ui->statusBar->showMessage(address);
        else if (m_ui->statusBar->currentMessage() == shown)
            m_ui->statusBar->clearMessage();
        shown = address;
    });
    connect(m_pane, &WebPane::pictureSaved, this, [this](const QString &file, const QString &error) {
        m_ui->noticeBar->settle(Notice::Picture);
        if (error.isEmpty())
            say(tr("The picture was saved as “%1”.").arg(QDir::toNativeSeparators(file)));
        else
            m_ui->noticeBar->put(Notice::Picture, error);
    });
    connectLinks();
    auto *hints = new LinkHints(*m_pane, this);
    connect(m_ui->actionFollowLink, &QAction::triggered, hints, &LinkHints::open);
    connect(hints, &LinkHints::linkActivated, m_links, &LinkOpener::open);
    connect(hints, &LinkHints::said, this, &MainWindow::say);
    m_pane->setKeyHandler([this](const QKeyEvent *event) {
        const bool isLeft = event->key() == Qt::Key_Escape;
        if (isLeft)
            m_ui->articleList->setFocus(Qt::OtherFocusReason);
        return isLeft;
    });
}

void MainWindow::connectLinks()
{
    NoticeBar *notices = m_ui->noticeBar;
    connect(m_links, &LinkOpener::refused, notices, [notices](const QString &sentence) {
        notices->settle(Notice::Link); // it may be said a second time
        notices->put(Notice::Link, sentence, tr("Copy Address"));
    });
    connect(m_links, &LinkOpener::handedOver, notices, [notices] { notices->settle(Notice::Link); });
    connect(notices, &NoticeBar::chosen, m_links, [this](Notice notice) {
        if (notice != Notice::Link)
            return;
        m_links->copyRefused();
        m_ui->noticeBar->settle(notice);
        say(tr("The address was copied."));
    });
}

void MainWindow::connectKeys()
{
    auto *palette =
        new PaletteTool({*m_shortcuts, *m_ui->menuBar, m_settings, m_library, *m_ui->categoryTree}, this);
    palette->setAccent(m_appearance->accent());
    connect(m_appearance, &Appearance::changed, palette,
            [this, palette] { palette->setAccent(m_appearance->accent()); });
    connect(m_ui->actionPalette, &QAction::triggered, palette, &PaletteTool::open);
    connect(palette, &PaletteTool::folderChosen, this, &MainWindow::openPath);
    connect(palette, &PaletteTool::categoryChosen, m_ui->articleList,
            [this] { m_ui->articleList->setFocus(); });
    connect(m_ui->actionKeys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(m_shortcuts, &Shortcuts::changed, this, &MainWindow::nameKeys);
    nameKeys();
    m_shortcuts->commands(); // also those that came after the form's own
    setActionIcons(*this);
}

// Wherever a key is named outside the menus.
void MainWindow::nameKeys()
{
    m_pane->setRetryKey(shownKey(m_ui->actionFetchPictures->shortcut()));
    const std::pair<QLatin1StringView, QAction *> buttons[] = {
        {"findNextButton"_L1, m_ui->actionFindNext},
        {"findPreviousButton"_L1, m_ui->actionFindPrevious},
        {"fetchButton"_L1, m_ui->actionFetchPictures},
    };
    for (const auto &[button, action] : buttons)
        findChild<QWidget *>(button)->setToolTip(action->toolTip());
}

// Beside the window, to be looked at while trying them.
void MainWindow::showKeys()
{
    if (auto *before = findChild<KeysDialog *>())
        before->close(); // it may begin with what is open no more
    auto *keys = new KeysDialog(commandList(*m_ui->menuBar, m_shortcuts->commands()), this);
    keys->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_shortcuts, &Shortcuts::changed, keys, &QWidget::close); // it shows the old ones
    keys->show();
    keys->raise();
    keys->activateWindow();
}

#include "ui/mainwindow.h"

#include "ui/accessiblerole.h"
#include "ui/announcement.h"
#include "ui/appearance.h"
#include "ui/archivenotices.h"
#include "ui/articlecommands.h"
#include "ui/articledelegate.h"
#include "ui/dialogsize.h"
#include "ui/filechoice.h"
#include "ui/focusline.h"
#include "ui/focusspeech.h"
#include "ui/imagethread.h"
#include "ui/lateclosing.h"
#include "ui/linkopener.h"
#include "ui/listchooser.h"
#include "ui/markcommands.h"
#include "ui/navigator.h"
#include "ui/passstatus.h"
#include "ui/picturefetching.h"
#include "ui/readinghistory.h"
#include "ui/sessionkeeper.h"
#include "ui/shortcuts.h"
#include "ui/stopcommand.h"
#include "ui/thumbnailfeed.h"
#include "ui/thumbnails.h"
#include "ui/timing.h"
#include "ui_mainwindow.h"

#include <QAbstractButton>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

constexpr int foldingWidth = 900; // pixels; below it the tree folds away (looks.md)

MainWindow::MainWindow(Library &library, Settings &settings, ImageThread &images, const QString &sampleFolder,
                       const PaneOptions &pane)
    : m_library(library)
    , m_settings(settings)
    , m_images(images)
    , m_sampleFolder(sampleFolder)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_pane(new WebPane(images.loader(), this, pane))
    , m_notes(pane.notes)
{
    m_ui->setupUi(this);
    setUpViews();
    setUpToolBar();
    connectFile();
    connectPictures();
    connectGo();
    connectArticle();
    connectView();
    connectPane();
    connectLibrary();
    m_appearance->apply();
    if (!restoreGeometry(settings.windowState(u"window"_s)))
        fitToScreen(*this);
    m_ui->actionFullScreen->setChecked(isFullScreen());
    if (!m_ui->splitter->restoreState(settings.windowState(u"panes"_s)))
        sharePanes();
    updateActions();
    connectKeys();
}

// Where the text is large, tree and list are wider; not by as much, or the article would have no room.
void MainWindow::sharePanes()
{
    const double larger = fontMetrics().height() / 20.0;
    const int tree = qRound(220 * std::clamp(larger, 1.0, 1.3)); // pixels, as the others
    const int list = qRound(340 * std::clamp(larger, 1.0, 1.1));
    m_ui->splitter->setSizes({tree, list, std::max(width() - tree - list, list)});
}

// An article that is being saved or printed comes first, while all is there that hears of it.
MainWindow::~MainWindow()
{
    m_pane->finishDocuments();
}

void MainWindow::setUpViews()
{
    m_ui->categoryTree->setCategoryModel(m_library.categories());
    setUpList();
    m_ui->articleLayout->insertWidget(1, m_pane, 1);
    m_ui->articleLayout->insertWidget(0, new FocusLine(m_pane, this));
    m_ui->splitter->setStretchFactor(2, 1);
    m_navigator = new Navigator(*m_library.articles(), *m_ui->articleList->selectionModel(), this);
    m_history = new ReadingHistory(
        {m_library, *m_navigator, *m_pane, *m_ui->categoryTree, m_ui->actionBack, m_ui->actionForward}, this);
    m_history->listenIn({m_pane, m_ui->articleList->viewport(), m_ui->categoryTree->viewport()});
    m_chooser = new ListChooser(
        {m_ui->actionShowAll, m_ui->actionShowUnread, m_ui->actionShowStarred, m_ui->actionShowNewest,
         m_ui->actionShowRecent, m_ui->actionHideRead, m_ui->actionStar},
        {m_library, m_settings, *m_navigator, *m_ui->categoryTree, *m_ui->viewList, *m_ui->treeSide}, this);
    m_session = new SessionKeeper(m_library, m_settings, *m_navigator, *m_history, *m_ui->categoryTree,
                                  *m_chooser, this);
    m_links = new LinkOpener(this);
    m_appearance = new Appearance({m_ui->actionThemeSystem, m_ui->actionThemeLight, m_ui->actionThemeDark,
                                   m_ui->actionThemeSepia, m_ui->actionNextTheme, m_ui->actionSerif,
                                   m_ui->actionSans, m_ui->actionTextLarger, m_ui->actionTextSmaller,
                                   m_ui->actionTextReset, m_ui->actionKeepTrackers},
                                  m_settings, this);
    setUpSurroundings();
    connect(m_ui->startPage, &StartPage::openFolderWanted, this, &MainWindow::chooseFolder);
    connect(m_ui->startPage, &StartPage::openSampleWanted, m_ui->actionOpenSample, &QAction::trigger);
    for (QAbstractItemView *choice : {static_cast<QAbstractItemView *>(m_ui->categoryTree),
                                      static_cast<QAbstractItemView *>(m_ui->viewList)})
        connect(choice, &QAbstractItemView::activated, this, [this] { m_ui->articleList->setFocus(); });
    connect(m_ui->articleList, &QAbstractItemView::activated, m_pane, [this] { m_pane->setFocus(); });
    connect(m_ui->articleList, &ArticleList::titleWanted, &m_library, &Library::findTitle);
    connect(&m_library, &Library::titleFound, m_navigator, &Navigator::goTo);
}

void MainWindow::setUpList()
{
    auto *thumbnails = new Thumbnails(m_images.storeFolder(), this);
    auto *delegate = new ArticleDelegate(this);
    delegate->setThumbnails(thumbnails);
    m_ui->articleList->setItemDelegate(delegate);
    m_ui->articleList->setArticleModel(m_library.articles());
    auto *feed = new ThumbnailFeed(*thumbnails, *m_ui->articleList, m_library, this);
    connect(&m_images.loader(), &ImageLoader::stored, feed, &ThumbnailFeed::pictureStored);
    connect(&m_images.loader(), &ImageLoader::storeSize, feed, [feed](qint64, qint64 pictures) {
        if (pictures == 0)
            feed->storeCleared();
    });
}

void MainWindow::setUpSurroundings()
{
    m_stop = new StopCommand(m_ui->actionStop, this);
    m_status = new PassStatus(this);
    m_stop->watch(m_status);
    connect(m_status, &PassStatus::stopWanted, &m_library, &Library::stopPass);
    m_ui->statusBar->insertWork(m_status);
    connect(m_ui->statusBar, &StatusLine::focusLost, this, &MainWindow::focusPage);
    // A side bar: it steps back behind the list, on the ground of the window.
    for (QAbstractItemView *side : {static_cast<QAbstractItemView *>(m_ui->categoryTree),
                                    static_cast<QAbstractItemView *>(m_ui->viewList)})
        side->viewport()->setBackgroundRole(QPalette::Window);
    setUpRowMenus();
    new FocusSpeech(this);
    setAccessibleRole(m_ui->pages, QAccessible::Client);
}

// What the menus have for the row under the pointer, which the press has chosen.
void MainWindow::setUpRowMenus()
{
    auto *line = new QAction(this);
    line->setSeparator(true);
    m_ui->articleList->addActions({m_ui->actionMarkRead, m_ui->actionMarkUnread, m_ui->actionStar,
                                   m_ui->actionMarkBelow, line, m_ui->actionOpenOriginal,
                                   m_ui->actionCopyAddress, m_ui->menuFetch->menuAction()});
    m_ui->categoryTree->addActions({m_ui->actionMarkAll, m_ui->menuFetch->menuAction()});
    for (QWidget *view :
         {static_cast<QWidget *>(m_ui->articleList), static_cast<QWidget *>(m_ui->categoryTree)})
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::connectLibrary()
{
    connect(&m_library, &Library::archiveOpened, this, &MainWindow::archiveOpened);
    connect(&m_library, &Library::progressChanged, m_status, &PassStatus::showProgress);
    connect(&m_library, &Library::progressChanged, this, &MainWindow::showPages);
    connect(&m_library, &Library::passFinished, m_status, &PassStatus::showResult);
    connect(&m_library, &Library::passFinished, this, &MainWindow::passFinished);
    connect(&m_library, &Library::listChanged, this, &MainWindow::showPages);
    connect(
        m_library.articles(), &QAbstractItemModel::dataChanged, this,
        [this] { logNextPaint(*m_ui->articleList->viewport(), "first rows"); }, Qt::SingleShotConnection);
    // Queued: what has been painted is handed to the screen before the next event.
    connect(m_ui->articleList, &ArticleList::rowsPainted, &m_library, &Library::rowsShown,
            Qt::QueuedConnection);
    connect(new ArchiveNotices(m_library, *m_ui->noticeBar, *m_ui->actionReload, this), &ArchiveNotices::said,
            this, &MainWindow::say);
}

void MainWindow::openPath(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = m_settings.archiveOf(path);
    saveSession();
    m_session->setWantedFile({});
    if (info.isFile())
        m_session->setWantedFile(QFile::encodeName(QDir(folder).relativeFilePath(info.absoluteFilePath())));
    m_navigator->clear();
    m_pane->clear();
    setWindowTitle(u"Lectern"_s);
    m_library.openArchive(folder);
}

void MainWindow::saveSession()
{
    m_session->save(m_pane->scrollPosition());
}

void MainWindow::openLast()
{
    if (m_navigator->current())
        return;
    const QString last = m_settings.archiveOf({});
    if (last.isEmpty())
        m_ui->startPage->setFocus();
    else
        openPath(last);
}

void MainWindow::chooseFolder()
{
    const FileChoice choice{FileChoice::Use::Folder, tr("Open a Folder of Articles"), m_library.folder(), {}};
    connect(chooseFile(this, choice), &QFileDialog::fileSelected, this, &MainWindow::openPath);
}

void MainWindow::archiveOpened(const QString &folder)
{
    m_library.categories()->setArchiveName(QDir(folder).dirName());
    m_ui->categoryTree->expandToDepth(0);
    m_session->begin();
    showPages();
}

void MainWindow::passFinished(const PassResult &result)
{
    logMilestone("catalogue complete");
    const bool isEmpty = m_library.articles()->rowCount() == 0;
    if (!result.error.isEmpty() && isEmpty) {
        m_ui->startPage->showUnreadable(m_library.folder(), result.error);
    } else if (result.error.isEmpty()) {
        m_settings.addRecentFolder(m_library.folder());
        m_ui->startPage->showEmptyFolder(m_library.folder());
    }
    m_ui->categoryTree->expandToDepth(0);
    showPages();
}

// The three panes as soon as there is a row or one may come, else the page that says why there is none.
void MainWindow::showPages()
{
    const bool hasArchive = m_library.categories()->index(0, 0).data(CategoryModel::ArticlesRole).toInt() > 0;
    const bool isReading = hasArchive || m_library.articles()->rowCount() > 0 || m_library.isPassRunning();
    const bool wasReading = m_ui->pages->currentWidget() == m_ui->splitter;
    if (isReading != wasReading) {
        m_ui->pages->setCurrentIndex(isReading ? 1 : 0);
        focusPage();
    }
    m_ui->articleList->setEmptyText(m_chooser->emptyText());
    updateActions();
}

void MainWindow::focusPage()
{
    if (m_ui->pages->currentWidget() == m_ui->splitter)
        m_ui->articleList->setFocus();
    else
        m_ui->startPage->setFocus();
}

void MainWindow::showAncestor(int parts)
{
    if (m_navigator->current())
        m_ui->categoryTree->setCurrentIndex(
            m_library.categories()->indexOf(m_navigator->current()->head.categories.mid(0, parts)));
}

void MainWindow::showArticle(const ArticleRow &article)
{
    setWindowTitle(tr("%1 – Lectern").arg(article.head.title.simplified()));
    m_pane->showArticle(m_library.root(), article, m_history->open(article));
    if (!m_ui->articleList->hasFocus()) // where its row is heard of
        announce(this, article.head.title.simplified());
    updateActions();
}

void MainWindow::updateActions()
{
    const bool hasArticle = m_navigator->current().has_value();
    for (QAction *action : {m_ui->actionFind, m_ui->actionFindNext, m_ui->actionFindPrevious,
                            m_ui->actionViewPicture, m_ui->actionFetchPictures, m_ui->actionFollowLink})
        action->setEnabled(hasArticle);
    const bool hasList = m_library.articles()->rowCount() > 0;
    for (QAction *action : {m_ui->actionNextArticle, m_ui->actionPreviousArticle, m_ui->actionFirstArticle,
                            m_ui->actionLastArticle})
        action->setEnabled(hasList);
    for (QAction *action : {m_ui->actionReadOn, m_ui->actionReadBack})
        action->setEnabled(hasArticle || hasList);
    for (QAction *action : {m_ui->actionOpenOriginal, m_ui->actionCopyAddress})
        action->setEnabled(hasArticle && m_pane->original().isValid());
    for (QAction *action :
         {m_ui->actionReload, m_ui->actionReport, m_ui->actionNextUnread, m_ui->actionPreviousUnread,
          m_ui->actionShowAll, m_ui->actionShowUnread, m_ui->actionShowStarred, m_ui->actionShowNewest,
          m_ui->actionShowRecent, m_ui->actionHistory})
        action->setEnabled(!m_library.folder().isEmpty());
    m_ui->actionToggleRead->setEnabled(hasArticle);
    m_articleCommands->updateActions();
    m_marks->updateActions();
    m_fetching->updateActions();
}

void MainWindow::showStyle(const PageStyle &style)
{
    m_pane->setPageStyle(style);
    static_cast<ArticleDelegate *>(m_ui->articleList->itemDelegate())->setAccent(m_appearance->accent());
}

void MainWindow::say(const QString &sentence)
{
    constexpr int readingTime = 8000; // milliseconds
    m_ui->statusBar->showMessage(sentence, readingTime);
    announce(this, sentence);
}

void MainWindow::foldTree(bool shown)
{
    m_ui->treeSide->setVisible(shown && width() >= foldingWidth);
}

// A button that has the focus is pressed by Space, whatever else that key is for; with Shift it is no
// button's.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QAbstractButton *>(focusWidget()) &&
        static_cast<QKeyEvent *>(event)->keyCombination() == QKeyCombination(Qt::Key_Space)) {
        event->accept();
        return true;
    }
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    foldTree(m_ui->actionShowTree->isChecked());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> dropped = event->mimeData()->urls();
    if (dropped.size() == 1 && dropped.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    openPath(event->mimeData()->urls().first().toLocalFile());
}

// An article that is being saved is saved first.
void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_lateClosing->holds()) {
        event->ignore();
        return;
    }
    saveSession();
    m_settings.setWindowState(u"window"_s, saveGeometry());
    m_settings.setWindowState(u"panes"_s, m_ui->splitter->saveState());
    m_settings.sync();
    QMainWindow::closeEvent(event);
}

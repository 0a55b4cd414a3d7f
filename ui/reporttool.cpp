#include "ui/reporttool.h"

#include "app/library/library.h"
#include "ui/articlelist.h"
#include "ui/categorytree.h"
#include "ui/listheading.h"
#include "ui/reportdialog.h"

#include <QAction>
#include <QScreen>

#include <utility>

ReportTool::ReportTool(const Parts &parts, Library &library, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_library(library)
    , m_window(window)
{
    connect(parts.open, &QAction::triggered, this, &ReportTool::open);
    connect(parts.heading, &ListHeading::backWanted, this, &ReportTool::goBack);
    // The category that is current already.
    connect(parts.tree, &QAbstractItemView::clicked, &library, &Library::leavePaths);
    connect(parts.tree, &QAbstractItemView::activated, &library, &Library::leavePaths);
    connect(&library, &Library::listChanged, this, &ReportTool::listChanged);
    connect(&library, &Library::archiveOpened, this, &ReportTool::leaveOtherArchive);
}

void ReportTool::open()
{
    leaveOtherArchive();
    if (!m_dialog) {
        const int expected = m_library.categories()->index(0, 0).data(CategoryModel::ArticlesRole).toInt();
        m_dialog = new ReportDialog(m_library.root(), expected, m_window);
        connect(m_dialog, &ReportDialog::articlesWanted, this, &ReportTool::showArticles);
        place();
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

// A report whose table is still written stays until that is done, but is no longer the one that is meant.
void ReportTool::leaveOtherArchive()
{
    if (!m_dialog || m_dialog->root() == m_library.root())
        return;
    m_dialog->disconnect(this);
    std::exchange(m_dialog, nullptr)->close();
}

// Beside the list, which it fills, and within the screen.
void ReportTool::place()
{
    const QRect screen = m_window->screen()->availableGeometry();
    const QRect window = m_window->frameGeometry() & screen;
    const QSize size = m_dialog->size().boundedTo(screen.size());
    m_dialog->resize(size);
    m_dialog->move(qMax(screen.left(), window.right() - size.width()),
                   qMax(screen.top(), window.center().y() - size.height() / 2));
}

void ReportTool::showArticles(const QList<QByteArray> &paths, const QString &title)
{
    if (m_dialog->root() != m_library.root()) // which is about to open
        return;
    m_isFirstList = true;
    m_library.showPaths(paths);
    m_parts.heading->open(title);
    m_parts.list->setFocus();
    m_window->activateWindow();
}

void ReportTool::listChanged()
{
    if (!m_library.isShowingPaths()) {
        m_parts.heading->leave();
        return;
    }
    const ArticleModel &articles = *m_library.articles();
    m_parts.heading->setCount(articles.rowCount());
    if (std::exchange(m_isFirstList, false) && articles.rowCount() == 1)
        m_parts.list->setCurrentIndex(articles.index(0));
}

void ReportTool::goBack()
{
    m_library.leavePaths();
    m_parts.list->setFocus();
}

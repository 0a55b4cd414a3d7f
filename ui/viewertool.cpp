#include "ui/viewertool.h"

#include "ui/appearance.h"
#include "ui/linkopener.h"
#include "ui/pictureviewer.h"
#include "ui/webpane.h"

#include <QAction>

ViewerTool::ViewerTool(QAction *view, const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_keys(new ViewerKeys(this))
{
    connect(view, &QAction::triggered, &parts.pane, &WebPane::choosePicture);
    connect(&parts.pane, &WebPane::picturesChosen, this, &ViewerTool::show);
    connect(&parts.pane, &WebPane::pictureFetched, this, &ViewerTool::take);
    connect(&parts.pane, &WebPane::noPictures, this,
            [this] { Q_EMIT said(tr("This article has no pictures to view.")); });
}

void ViewerTool::show(const QList<ViewedPicture> &pictures, int current)
{
    if (!m_viewer)
        m_viewer = makeViewer();
    m_viewer->setPageStyle(m_parts.appearance.shownStyle());
    m_viewer->open(pictures, current);
}

PictureViewer *ViewerTool::makeViewer()
{
    auto *viewer = new PictureViewer(*m_keys, m_window);
    connect(viewer, &PictureViewer::wanted, this, &ViewerTool::fetch);
    connect(viewer, &PictureViewer::browserWanted, &m_parts.links,
            [this](const QUrl &address) { m_parts.links.open(address, {}); });
    connect(&m_parts.pane, &WebPane::pageLeft, viewer, &PictureViewer::leave);
    return viewer;
}

void ViewerTool::fetch(const PagePicture &picture, Asking asking)
{
    // What comes now belongs into the page as well.
    if (asking == Asking::Again)
        m_parts.pane.retryPictures();
    m_number = m_parts.pane.fetchPicture(picture, asking);
}

void ViewerTool::take(const ImageAnswer &answer)
{
    if (m_viewer && answer.number == m_number)
        m_viewer->take(answer);
}

#pragma once

#include "ui/imagehandler.h"
#include "ui/viewedpicture.h"

class Appearance;
class LinkOpener;
class PictureViewer;
class QAction;
class ViewerKeys;
class WebPane;

// Opens the picture viewer over the window, and gets it the pictures of the open article.
class ViewerTool final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        WebPane &pane;
        Appearance &appearance;
        LinkOpener &links;
    };
    ViewerTool(QAction *view, const Parts &parts, QWidget *window);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void show(const QList<ViewedPicture> &pictures, int current);
    PictureViewer *makeViewer();
    void fetch(const PagePicture &picture, Asking asking);
    void take(const ImageAnswer &answer);

    Parts m_parts;
    QWidget *m_window;
    ViewerKeys *m_keys;                // with the window: a list of all keys names them
    PictureViewer *m_viewer = nullptr; // made when it is first wanted
    quint64 m_number = 0;              // of the answer that it waits for
};

#pragma once

#include <QObject>

class ImageThread;
class NoticeBar;
class QAction;
class Settings;
class WebPane;

// How pictures are fetched: the switches of the reader, and what went wrong with keeping them.
class PictureCommands final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *offline;
        QAction *publicArchive;
        QAction *fetchAgain;
    };
    struct Parts {
        Settings &settings;
        ImageThread &images;
        WebPane &pane;
        NoticeBar &notices;
    };
    PictureCommands(const Actions &actions, const Parts &parts, QObject *parent);
};

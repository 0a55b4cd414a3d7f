#pragma once

#include <QObject>
#include <QTimer>

class ImageThread;
class Library;
class Navigator;
class PictureModes;
class Settings;
class StartNotes;
class WebPane;

// Fetches the pictures of the next and the previous article while the reader is at one, where pictures come
// unasked.
class AheadFetching final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        const Library &library;
        const Navigator &navigator;
        const Settings &settings;
        ImageThread &images;
        const WebPane &pane;
        const StartNotes *notes; // may be null
        const PictureModes &modes;
    };
    AheadFetching(const Parts &parts, QObject *parent);

private:
    void fetch();
    void beginAnew();

    Parts m_parts;
    QTimer m_pause;
};

#pragma once

#include "ui/appearancepage.h"

#include <QObject>
#include <QPointer>

class ImageThread;
class Library;
class MarkSharing;
class NoticeBar;
class PictureExport;
class PreferencesDialog;
class QMenuBar;
class Settings;
class Shortcuts;

// Opens the preferences, and keeps what belongs to them alone: the shared marks and the store's limit.
class PreferencesTool final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *open;
        AppearancePage::Actions appearance;
        QList<QAction *> readWhen; // one of them
        QAction *hideRead;
        QList<QAction *> pictureModes;   // one of them
        QList<QAction *> network;        // switches
        QList<QAction *> storedPictures; // commands
    };
    struct Parts {
        Library &library;
        Settings &settings;
        ImageThread &images;
        const PictureExport &pictureExport;
        Appearance &appearance;
        NoticeBar &notices;
        Shortcuts &shortcuts;
        QMenuBar &menus; // whose commands they are
    };
    PreferencesTool(const Actions &actions, const Parts &parts, QWidget *window);

private:
    void open();
    void addPages(PreferencesDialog &dialog);

    Actions m_actions;
    Parts m_parts;
    QWidget *m_window;
    MarkSharing *m_sharing;
    QPointer<PreferencesDialog> m_dialog;
};

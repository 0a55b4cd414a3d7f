#pragma once

#include "app/catalog/catalogtypes.h"

#include <QObject>
#include <QPointer>

class ImageThread;
class Navigator;
class NoticeBar;
class PictureBar;
class HostRulesDialog;
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
        QAction *askFirst;
        QAction *alwaysHere;
        QAction *publicArchive;
        QAction *fetchAgain;
        QAction *clearStore;
        QAction *hosts;
    };
    struct Parts {
        Settings &settings;
        ImageThread &images;
        Navigator &navigator;
        WebPane &pane;
        PictureBar &bar;
        NoticeBar &notices;
    };
    PictureCommands(const Actions &actions, const Parts &parts, QObject *parent);

private:
    void connectSwitches();
    void connectPane();
    void applyNetworkUse();
    bool isAlwaysFetched() const;
    void keepStarred();
    void editHosts();
    void confirmClearing(qint64 bytes, qint64 pictures);

    Actions m_actions;
    Parts m_parts;
    ArticleId m_starred = 0;   // the open article, while its pictures are kept
    bool m_isClearing = false; // until it is known what there is to delete
    QPointer<HostRulesDialog> m_hosts;
};

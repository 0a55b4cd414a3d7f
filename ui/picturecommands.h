#pragma once

#include <QObject>
#include <QPointer>

class HostRulesDialog;
class ImageThread;
class NoticeBar;
class PictureBar;
class PictureModes;
class QAction;
class Settings;
class WebPane;

// The reader's commands for pictures, and what went wrong with keeping them.
class PictureCommands final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *alwaysHere;
        QAction *publicArchive;
        QAction *fetchAgain;
        QAction *clearStore;
        QAction *hosts;
    };
    struct Parts {
        Settings &settings;
        ImageThread &images;
        const PictureModes &modes;
        WebPane &pane;
        PictureBar &bar;
        NoticeBar &notices;
    };
    PictureCommands(const Actions &actions, const Parts &parts, QObject *parent);

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void useArchive(bool use);
    void connectPane();
    void fetchAgain();
    void editHosts();
    void confirmClearing(qint64 bytes, qint64 pictures);

    Actions m_actions;
    Parts m_parts;
    bool m_isClearing = false; // until it is known what there is to delete
    QPointer<HostRulesDialog> m_hosts;
};

#pragma once

#include "app/images/networkuse.h"

#include <QObject>

class ImageThread;
class Navigator;
class NoticeBar;
class QAction;
class Settings;

// Whether pictures that are not stored are fetched: always, when the reader asks, never; in some categories
// always all the same; and nothing at all while the network is switched off.
class PictureModes final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *offline;
        QAction *always; // one of these three is checked
        QAction *whenAsked;
        QAction *never;
        QAction *alwaysHere; // checkable: in the open article's category
    };
    struct Parts {
        Settings &settings;
        ImageThread &images;
        const Navigator &navigator;
        NoticeBar &notices;
    };
    PictureModes(const Actions &actions, const Parts &parts, QObject *parent);

    // Whether anything can be fetched where the reader asks for it.
    bool mayFetch() const;
    // The same, and where it cannot, says why, and offers what can be done about it.
    bool mayFetchOrSaysWhy() const;

Q_SIGNALS:
    // What is not there may come now, or is not there for another reason.
    void changed();

private:
    void connectActions();
    void setAlwaysHere(bool always);
    void apply();
    void allow();

    Actions m_actions;
    Parts m_parts;
};

// Until an article is shown; and for an export, about which nobody is asked.
NetworkUse firstNetworkUse(const Settings &settings, bool isOfflineAsked);

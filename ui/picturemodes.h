#pragma once

#include <QObject>

class ImageThread;
class Navigator;
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
    PictureModes(const Actions &actions, Settings &settings, ImageThread &images, const Navigator &navigator,
                 QObject *parent);

    // Why nothing can be fetched though the reader asks for it; empty where it can.
    QString refusal() const;

Q_SIGNALS:
    // What is not there may come now, or is not there for another reason.
    void changed();

private:
    void connectActions();
    void setAlwaysHere(bool always);
    void apply();

    Actions m_actions;
    Settings &m_settings;
    ImageThread &m_images;
    const Navigator &m_navigator;
};

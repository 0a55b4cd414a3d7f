#pragma once

#include <QWidget>

class Appearance;
class ImageThread;
class MarkSharing;
class QAction;
class QCheckBox;
class QLabel;
class QVBoxLayout;
class Settings;

// A check box that is the same switch as a menu's: one follows the other, and the menu's words are its own.
QCheckBox *checkBoxFor(QAction *action, QWidget *parent);

// Theme, type, size, column and lines of the page.
class AppearancePage final : public QWidget
{
    Q_OBJECT

public:
    struct Actions {
        QList<QAction *> themes;
        QList<QAction *> types;
    };
    AppearancePage(const Actions &actions, Appearance &appearance, QWidget *parent = nullptr);
};

// Any number of switches and choices that menus have as well.
class SwitchesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SwitchesPage(QWidget *parent = nullptr);

    void addSwitch(QAction *action);
    void addChoice(const QString &title, const QList<QAction *> &actions); // one of them
    void addWidget(QWidget *widget);

private:
    QVBoxLayout *m_layout;
};

// How much the stored pictures take, and may.
class PictureStorePage final : public QWidget
{
    Q_OBJECT

public:
    PictureStorePage(const QList<QAction *> &commands, Settings &settings, ImageThread &images,
                     QWidget *parent = nullptr);

private:
    void showSize(qint64 bytes, qint64 pictures);

    QLabel *m_size;
};

// The folder that carries the marks between machines.
class MarkSharingPage final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkSharingPage(MarkSharing &sharing, QWidget *parent = nullptr);

private:
    void choose();
    void showState();

    MarkSharing &m_sharing;
    QLabel *m_folder;
    QLabel *m_state;
    QWidget *m_stop;
};

#pragma once

#include <QObject>

#include <optional>

class QAction;
class QKeyEvent;

enum class ViewerCommand : quint8 {
    Leave,
    Next,
    Previous,
    First,
    Last,
    ZoomIn,
    ZoomOut,
    Fit,
    Pixels,
    TurnRight,
    TurnLeft,
    Left,
    Right,
    Up,
    Down,
    Save,
    Copy,
    CopyAddress,
    OpenInBrowser,
    Again,
    NotThePicture,
};

// The commands of the picture viewer as actions, so that they are listed and their keys changed like all
// others. No widget has these actions: their keys hold in the viewer alone, which asks here what a key does.
class ViewerKeys final : public QObject
{
    Q_OBJECT

public:
    explicit ViewerKeys(QObject *parent);

    QAction &action(ViewerCommand command) const;
    // Whether the commands can be chosen from a list: while the viewer is open.
    void setOpen(bool isOpen);

    // Whether a key does something, or begins what does.
    bool isKnown(const QKeyEvent &event) const;
    // What a key that was pressed does; of a sequence its last one. Esc and Enter always lead back.
    std::optional<ViewerCommand> press(const QKeyEvent &event);

Q_SIGNALS:
    void chosen(ViewerCommand command); // from a list

private:
    QList<QAction *> m_actions; // by ViewerCommand
    QList<int> m_begun;         // the keys of a sequence so far
};

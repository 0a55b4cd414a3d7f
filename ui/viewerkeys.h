#pragma once

#include <QtGlobal>

#include <optional>

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
};

// What a key does in the picture viewer; nothing for those that are the window's or nobody's.
std::optional<ViewerCommand> viewerCommand(const QKeyEvent &event);

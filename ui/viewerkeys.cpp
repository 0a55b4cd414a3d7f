#include "ui/viewerkeys.h"

#include <QKeyEvent>

#include <algorithm>

namespace
{

struct Key {
    int key;
    Qt::KeyboardModifiers modifiers;
    ViewerCommand command;
};

// Those of the article, where they make sense here, and those that picture viewers have.
constexpr Key keys[] = {
    {Qt::Key_Escape, Qt::NoModifier, ViewerCommand::Leave},
    {Qt::Key_Return, Qt::NoModifier, ViewerCommand::Leave},
    {Qt::Key_Enter, Qt::NoModifier, ViewerCommand::Leave},
    {Qt::Key_V, Qt::NoModifier, ViewerCommand::Leave},
    {Qt::Key_J, Qt::NoModifier, ViewerCommand::Next},
    {Qt::Key_N, Qt::NoModifier, ViewerCommand::Next},
    {Qt::Key_Space, Qt::NoModifier, ViewerCommand::Next},
    {Qt::Key_PageDown, Qt::NoModifier, ViewerCommand::Next},
    {Qt::Key_K, Qt::NoModifier, ViewerCommand::Previous},
    {Qt::Key_P, Qt::NoModifier, ViewerCommand::Previous},
    {Qt::Key_Space, Qt::ShiftModifier, ViewerCommand::Previous},
    {Qt::Key_PageUp, Qt::NoModifier, ViewerCommand::Previous},
    {Qt::Key_Home, Qt::NoModifier, ViewerCommand::First},
    {Qt::Key_End, Qt::NoModifier, ViewerCommand::Last},
    {Qt::Key_Plus, Qt::NoModifier, ViewerCommand::ZoomIn},
    {Qt::Key_Plus, Qt::ControlModifier, ViewerCommand::ZoomIn},
    {Qt::Key_Equal, Qt::NoModifier, ViewerCommand::ZoomIn}, // "+" without Shift on many keyboards
    {Qt::Key_Equal, Qt::ControlModifier, ViewerCommand::ZoomIn},
    {Qt::Key_Minus, Qt::NoModifier, ViewerCommand::ZoomOut},
    {Qt::Key_Minus, Qt::ControlModifier, ViewerCommand::ZoomOut},
    {Qt::Key_0, Qt::NoModifier, ViewerCommand::Fit},
    {Qt::Key_0, Qt::ControlModifier, ViewerCommand::Fit},
    {Qt::Key_1, Qt::NoModifier, ViewerCommand::Pixels},
    {Qt::Key_R, Qt::NoModifier, ViewerCommand::TurnRight},
    {Qt::Key_R, Qt::ShiftModifier, ViewerCommand::TurnLeft},
    {Qt::Key_Left, Qt::NoModifier, ViewerCommand::Left},
    {Qt::Key_Right, Qt::NoModifier, ViewerCommand::Right},
    {Qt::Key_Up, Qt::NoModifier, ViewerCommand::Up},
    {Qt::Key_Down, Qt::NoModifier, ViewerCommand::Down},
    {Qt::Key_S, Qt::NoModifier, ViewerCommand::Save},
    {Qt::Key_S, Qt::ControlModifier, ViewerCommand::Save},
    {Qt::Key_C, Qt::NoModifier, ViewerCommand::Copy},
    {Qt::Key_C, Qt::ControlModifier, ViewerCommand::Copy},
    {Qt::Key_Y, Qt::NoModifier, ViewerCommand::CopyAddress},
    {Qt::Key_B, Qt::NoModifier, ViewerCommand::OpenInBrowser},
    {Qt::Key_I, Qt::NoModifier, ViewerCommand::Again},
};

bool isLetterOrSpace(int key)
{
    return (key >= Qt::Key_A && key <= Qt::Key_Z) || key == Qt::Key_Space;
}

}

std::optional<ViewerCommand> viewerCommand(const QKeyEvent &event)
{
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    // Where signs are depends on the keyboard.
    if (!isLetterOrSpace(event.key()))
        modifiers &= ~Qt::ShiftModifier;
    const auto *found = std::find_if(std::begin(keys), std::end(keys), [&](const Key &key) {
        return key.key == event.key() && key.modifiers == modifiers;
    });
    return found == std::end(keys) ? std::nullopt : std::optional(found->command);
}

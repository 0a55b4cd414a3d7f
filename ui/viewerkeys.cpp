#include "ui/viewerkeys.h"

#include "ui/keyscheme.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

struct Entry {
    QLatin1StringView name; // see isOfViewer()
    QString text;
    QString tip;
    QLatin1StringView keys;
};

// In the order of ViewerCommand. The keys are those of the article, where they make sense here, and those
// that picture viewers have; "=" is "+" without Shift on many keyboards.
QList<Entry> fromPictureToPicture()
{
    return {
        {"viewerLeave"_L1, ViewerKeys::tr("Back to the Article"),
         ViewerKeys::tr("Go back to the very spot in the article"), "Esc Return V"_L1},
        {"viewerNext"_L1, ViewerKeys::tr("Next Picture"), ViewerKeys::tr("Show the article’s next picture"),
         "J N Space PgDown"_L1},
        {"viewerPrevious"_L1, ViewerKeys::tr("Previous Picture"),
         ViewerKeys::tr("Show the article’s previous picture"), "K P Shift+Space PgUp"_L1},
        {"viewerFirst"_L1, ViewerKeys::tr("First Picture"),
         ViewerKeys::tr("Show the article’s first picture"), "Home"_L1},
        {"viewerLast"_L1, ViewerKeys::tr("Last Picture"), ViewerKeys::tr("Show the article’s last picture"),
         "End"_L1},
    };
}

QList<Entry> lookingAtIt()
{
    return {
        {"viewerZoomIn"_L1, ViewerKeys::tr("Larger"), ViewerKeys::tr("Show the picture larger"),
         "+ = Ctrl++ Ctrl+="_L1},
        {"viewerZoomOut"_L1, ViewerKeys::tr("Smaller"), ViewerKeys::tr("Show the picture smaller"),
         "- Ctrl+-"_L1},
        {"viewerFit"_L1, ViewerKeys::tr("Fit"), ViewerKeys::tr("Fit the picture into the window"),
         "0 Ctrl+0"_L1},
        {"viewerPixels"_L1, ViewerKeys::tr("Own Pixels"),
         ViewerKeys::tr("Show a pixel of the picture on one of the screen"), "1"_L1},
        {"viewerTurnRight"_L1, ViewerKeys::tr("Turn"), ViewerKeys::tr("Turn the picture to the right"),
         "R"_L1},
        {"viewerTurnLeft"_L1, ViewerKeys::tr("Turn to the Left"),
         ViewerKeys::tr("Turn the picture to the left"), "Shift+R"_L1},
        {"viewerLeft"_L1, ViewerKeys::tr("Look Left"),
         ViewerKeys::tr("Move a large picture; else show the previous one"), "Left"_L1},
        {"viewerRight"_L1, ViewerKeys::tr("Look Right"),
         ViewerKeys::tr("Move a large picture; else show the next one"), "Right"_L1},
        {"viewerUp"_L1, ViewerKeys::tr("Look Up"), ViewerKeys::tr("Move a large picture"), "Up"_L1},
        {"viewerDown"_L1, ViewerKeys::tr("Look Down"), ViewerKeys::tr("Move a large picture"), "Down"_L1},
    };
}

QList<Entry> doingSomethingWithIt()
{
    return {
        {"viewerSave"_L1, ViewerKeys::tr("Save"), ViewerKeys::tr("Save the picture"), "S Ctrl+S"_L1},
        {"viewerCopy"_L1, ViewerKeys::tr("Copy"), ViewerKeys::tr("Copy the picture"), "C Ctrl+C"_L1},
        {"viewerCopyAddress"_L1, ViewerKeys::tr("Copy the Address"),
         ViewerKeys::tr("Copy the picture’s address"), "Y"_L1},
        {"viewerBrowser"_L1, ViewerKeys::tr("Open in the Browser"),
         ViewerKeys::tr("Open the picture’s address in the browser"), "B"_L1},
        {"viewerAgain"_L1, ViewerKeys::tr("Try Again"),
         ViewerKeys::tr("Try once more to fetch the pictures that are missing"), "I"_L1},
        {"viewerNotThePicture"_L1, ViewerKeys::tr("Not the Picture"),
         ViewerKeys::tr("Say that this only stands in for the picture, or that it is the picture after all"),
         "X"_L1},
    };
}

// Where signs are depends on the keyboard: with them Shift says nothing.
int plainKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool isLetter = key >= Qt::Key_A && key <= Qt::Key_Z;
    const bool isSign = key > Qt::Key_Space && key <= Qt::Key_AsciiTilde && !isLetter;
    const Qt::KeyboardModifiers ignored = Qt::KeypadModifier | (isSign ? Qt::ShiftModifier : Qt::NoModifier);
    return QKeyCombination(modifiers & ~ignored, Qt::Key(key)).toCombined();
}

int plainKey(const QKeyEvent &event)
{
    return plainKey(event.key(), event.modifiers());
}

bool begins(const QKeySequence &sequence, const QList<int> &keys)
{
    if (sequence.count() < keys.size())
        return false;
    for (int i = 0; i < keys.size(); ++i) {
        if (plainKey(sequence[i].key(), sequence[i].keyboardModifiers()) != keys.at(i))
            return false;
    }
    return true;
}

bool isWayBack(int key)
{
    return key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

ViewerKeys::ViewerKeys(QObject *parent)
    : QObject(parent)
{
    for (const Entry &entry : fromPictureToPicture() + lookingAtIt() + doingSomethingWithIt()) {
        auto *action = new QAction(entry.text, this);
        action->setObjectName(entry.name);
        action->setStatusTip(entry.tip);
        action->setShortcuts(keysFromTexts(QString(entry.keys).split(u' ')));
        action->setEnabled(false);
        const auto command = static_cast<ViewerCommand>(m_actions.size());
        connect(action, &QAction::triggered, this, [this, command] { Q_EMIT chosen(command); });
        m_actions << action;
    }
}

QAction &ViewerKeys::action(ViewerCommand command) const
{
    return *m_actions.at(static_cast<int>(command));
}

void ViewerKeys::setOpen(bool isOpen)
{
    m_begun.clear();
    for (QAction *action : m_actions)
        action->setEnabled(isOpen);
}

bool ViewerKeys::isKnown(const QKeyEvent &event) const
{
    const int key = plainKey(event);
    return !m_begun.isEmpty() || isWayBack(key) ||
           std::any_of(m_actions.cbegin(), m_actions.cend(), [key](const QAction *action) {
               const QList<QKeySequence> keys = action->shortcuts();
               return std::any_of(keys.cbegin(), keys.cend(),
                                  [key](const QKeySequence &sequence) { return begins(sequence, {key}); });
           });
}

std::optional<ViewerCommand> ViewerKeys::press(const QKeyEvent &event)
{
    const int key = plainKey(event);
    const bool isFresh = m_begun.isEmpty();
    m_begun << key;
    if (isWayBack(key)) {
        m_begun.clear();
        return ViewerCommand::Leave;
    }
    bool isBegun = false;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        for (const QKeySequence &sequence : m_actions.at(i)->shortcuts()) {
            if (!begins(sequence, m_begun))
                continue;
            isBegun = true;
            if (sequence.count() > m_begun.size())
                continue;
            m_begun.clear();
            return static_cast<ViewerCommand>(i);
        }
    }
    if (!isBegun)
        m_begun.clear();
    // What did not go on a sequence may begin another.
    return isBegun || isFresh ? std::nullopt : press(event);
}

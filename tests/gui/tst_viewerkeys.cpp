#include "ui/viewerkeys.h"

#include <QKeyEvent>
#include <QTest>

using Command = std::optional<ViewerCommand>;
Q_DECLARE_METATYPE(Command)

class TestViewerKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<Command>("command");
        const auto row = [](const char *name, int key, Qt::KeyboardModifiers modifiers, Command command) {
            QTest::newRow(name) << key << modifiers << command;
        };
        row("n", Qt::Key_N, Qt::NoModifier, ViewerCommand::Next);
        row("Shift+N", Qt::Key_N, Qt::ShiftModifier, {});
        row("Space", Qt::Key_Space, Qt::NoModifier, ViewerCommand::Next);
        row("Shift+Space", Qt::Key_Space, Qt::ShiftModifier, ViewerCommand::Previous);
        row("+ with Shift", Qt::Key_Plus, Qt::ShiftModifier, ViewerCommand::ZoomIn);
        row("+ of the number pad", Qt::Key_Plus, Qt::KeypadModifier, ViewerCommand::ZoomIn);
        row("Ctrl+=", Qt::Key_Equal, Qt::ControlModifier, ViewerCommand::ZoomIn);
        row("0 of a French keyboard", Qt::Key_0, Qt::ShiftModifier, ViewerCommand::Fit);
        row("r", Qt::Key_R, Qt::NoModifier, ViewerCommand::TurnRight);
        row("R", Qt::Key_R, Qt::ShiftModifier, ViewerCommand::TurnLeft);
        row("Ctrl+R", Qt::Key_R, Qt::ControlModifier, {});
        row("Enter of the number pad", Qt::Key_Enter, Qt::KeypadModifier, ViewerCommand::Leave);
        row("F11", Qt::Key_F11, Qt::NoModifier, {});
        row("m", Qt::Key_M, Qt::NoModifier, {});
    }

    void keys()
    {
        QFETCH(const int, key);
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        QFETCH(const Command, command);
        QCOMPARE(viewerCommand(QKeyEvent(QEvent::KeyPress, key, modifiers)) == command, true);
    }
};

QTEST_APPLESS_MAIN(TestViewerKeys)
#include "tst_viewerkeys.moc"

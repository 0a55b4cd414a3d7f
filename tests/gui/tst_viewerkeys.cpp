#include "ui/viewerkeys.h"

#include "ui/keyscheme.h"

#include <QAction>
#include <QKeyEvent>
#include <QSet>
#include <QTest>

using Command = std::optional<ViewerCommand>;
Q_DECLARE_METATYPE(Command)

using namespace Qt::StringLiterals;

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
        ViewerKeys keys(nullptr);
        const QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCOMPARE(keys.isKnown(event), command.has_value());
        QCOMPARE(keys.press(event) == command, true);
    }

    void sequence_actsAtItsEnd()
    {
        ViewerKeys keys(nullptr);
        keys.action(ViewerCommand::First).setShortcuts(keysFromTexts({u"G, G"_s}));
        QVERIFY(!press(keys, Qt::Key_G));
        QVERIFY(press(keys, Qt::Key_G) == ViewerCommand::First);
        QVERIFY(!press(keys, Qt::Key_G));
        QVERIFY(press(keys, Qt::Key_J) == ViewerCommand::Next); // goes on nothing, and is one itself
        QVERIFY(!press(keys, Qt::Key_G));
        QVERIFY(press(keys, Qt::Key_Escape) == ViewerCommand::Leave);
        QVERIFY(!press(keys, Qt::Key_G));
        QVERIFY(press(keys, Qt::Key_G) == ViewerCommand::First);
    }

    void escapeAndEnter_leadBackWhateverIsChanged()
    {
        ViewerKeys keys(nullptr);
        QCOMPARE(shownKeys(keys.action(ViewerCommand::Leave).shortcuts()), u"Esc, Return, V"_s);
        keys.action(ViewerCommand::Leave).setShortcuts({});
        for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter})
            QVERIFY(press(keys, key) == ViewerCommand::Leave);
        QVERIFY(!press(keys, Qt::Key_V));
    }

    void everyCommand_isComplete()
    {
        ViewerKeys keys(nullptr);
        const QList<QAction *> actions = keys.findChildren<QAction *>();
        QCOMPARE(actions.size(), int(ViewerCommand::NotThePicture) + 1);
        QSet<QString> taken;
        for (const QAction *action : actions) {
            QVERIFY(isOfViewer(action->objectName()));
            QVERIFY2(!action->text().isEmpty() && !action->statusTip().isEmpty(),
                     qPrintable(action->objectName()));
            QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->objectName()));
            for (const QString &key : keyTexts(action->shortcuts())) {
                QVERIFY2(!taken.contains(key), qPrintable(key));
                taken.insert(key);
            }
        }
        QCOMPARE(keys.action(ViewerCommand::Again).objectName(), u"viewerAgain"_s);
        QCOMPARE(keys.action(ViewerCommand::Fit).objectName(), u"viewerFit"_s);
    }

private:
    static Command press(ViewerKeys &keys, Qt::Key key)
    {
        return keys.press(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier));
    }
};

QTEST_MAIN(TestViewerKeys)
#include "tst_viewerkeys.moc"

// Every key of every command, wherever the focus is: what acts, what is typed, and that no pane keeps the
// focus.

#include "tests/gui/testprogram.h"
#include "ui/enginesetup.h"
#include "ui/keyscheme.h"
#include "ui/webpage.h"

#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QToolBar>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

constexpr int patience = 30'000; // milliseconds; a deadline, never a wait: the machine may be busy

namespace
{

// Whether a text field takes it for text, or for moving about in the text.
bool isForText(const QKeySequence &key)
{
    for (const QKeySequence::StandardKey own : {QKeySequence::Undo, QKeySequence::Redo}) {
        if (QKeySequence::keyBindings(own).contains(key))
            return true;
    }
    for (int i = 0; i < key.count(); ++i) {
        const bool isFunctionKey = key[i].key() >= Qt::Key_F1 && key[i].key() <= Qt::Key_F35;
        if (isFunctionKey || (key[i].keyboardModifiers() & ~Qt::ShiftModifier))
            return false;
    }
    return true;
}

void press(const QKeySequence &key)
{
    for (int i = 0; i < key.count(); ++i)
        QTest::keyClick(QApplication::focusWidget(), key[i].key(), key[i].keyboardModifiers());
}

void collect(const QMenu &menu, QList<QAction *> &actions)
{
    for (QAction *action : menu.actions()) {
        if (action->menu())
            collect(*action->menu(), actions);
        else if (!action->isSeparator())
            actions << action;
    }
}

}

class TestKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void command_isComplete();
    void mnemonics_areUnambiguous();
    void defaultKeys_doNotClash();
    void presets_nameCommandsThatExist_data();
    void presets_nameCommandsThatExist();
    void escInTheArticle_goesToTheList();
    void tab_leavesTheArticle();
    void key_acts_data();
    void key_acts();

private:
    QList<QAction *> commands() const;
    QWidget *placeNamed(const QString &name) const;
    void focus(const QString &place);

    QTemporaryDir m_home;
    std::unique_ptr<TestProgram> m_program;
};

void TestKeys::initTestCase()
{
    m_program = std::make_unique<TestProgram>(m_home.path());
    m_program->settings.setReadWhen(ReadWhen::ByKeyOnly);
    m_program->open(TestProgram::seeds() +
                    u"/source/_posts/English/The Quiet Footnote/In Praise of the Footnote, "
                    "and of Whoever Reads It.md"_s);
    QVERIFY(QTest::qWaitForWindowActive(&m_program->window));
}

void TestKeys::cleanupTestCase()
{
    m_program.reset();
}

QList<QAction *> TestKeys::commands() const
{
    QList<QAction *> actions = m_program->window.findChildren<QAction *>();
    actions.removeIf([](const QAction *action) { return !action->objectName().startsWith(u"action"_s); });
    return actions;
}

// All that stands in the menus and in the tool bar, except the folders opened before.
void TestKeys::command_isComplete()
{
    QList<QAction *> actions = commands();
    for (QMenu *menu : m_program->window.menuBar()->findChildren<QMenu *>()) {
        if (menu->objectName() != u"menuRecent"_s)
            collect(*menu, actions);
    }
    actions += m_program->find<QToolBar>()->actions();
    QStringList incomplete;
    QSet<QString> names;
    for (const QAction *action : std::as_const(actions)) {
        if (action->isSeparator() || qobject_cast<const QWidgetAction *>(action))
            continue; // the room in the tool bar
        if (!action->objectName().startsWith(u"action"_s) || action->text().isEmpty() ||
            action->statusTip().isEmpty() || action->toolTip().isEmpty())
            incomplete << action->objectName() + u": "_s + action->text();
        names << action->objectName();
    }
    for (const QAction *action : m_program->find<QToolBar>()->actions()) {
        if (action->objectName().startsWith(u"action"_s) && action->icon().isNull())
            incomplete << action->objectName() + u" has no icon"_s;
    }
    QCOMPARE(incomplete.join(u'\n'), QString());
    QCOMPARE(names.size(), commands().size()); // each has a name of its own
    QVERIFY(names.size() > 60);
}

void TestKeys::mnemonics_areUnambiguous()
{
    QStringList clashes;
    QList<QWidget *> menus{m_program->window.menuBar()};
    for (QMenu *menu : m_program->window.menuBar()->findChildren<QMenu *>()) {
        if (menu->objectName() != u"menuRecent"_s)
            menus << menu;
    }
    for (const QWidget *menu : std::as_const(menus)) {
        QHash<QString, QString> taken;
        for (const QAction *action : menu->actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            if (action->isSeparator())
                continue;
            if (key.isEmpty() || taken.contains(key))
                clashes << action->text() + u" and "_s + taken.value(key);
            taken.insert(key, action->text());
        }
    }
    QCOMPARE(clashes.join(u'\n'), QString());
}

void TestKeys::defaultKeys_doNotClash()
{
    QStringList clashes;
    const QList<QAction *> actions = commands();
    for (const QAction *one : actions) {
        for (const QAction *other : actions) {
            for (const QKeySequence &key : one->shortcuts()) {
                for (const QKeySequence &otherKey : other->shortcuts()) {
                    if (one < other && isClash(key, otherKey))
                        clashes << one->objectName() + u" and "_s + other->objectName();
                }
            }
        }
    }
    QCOMPARE(clashes.join(u'\n'), QString());
}

void TestKeys::presets_nameCommandsThatExist_data()
{
    QTest::addColumn<QString>("preset");
    for (const QString &preset : keyPresets().mid(1))
        QTest::newRow(qPrintable(preset)) << preset;
}

void TestKeys::presets_nameCommandsThatExist()
{
    QFETCH(const QString, preset);
    const CommandKeys keys = presetKeys(preset);
    CommandKeys usual;
    for (const QAction *action : commands())
        usual.insert(action->objectName(), action->shortcuts());
    QStringList lost;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
        QVERIFY2(usual.contains(it.key()), qPrintable(it.key()));
        for (auto other = keys.cbegin(); other != it; ++other) {
            for (const QKeySequence &key : it.value()) {
                for (const QKeySequence &otherKey : other.value())
                    QVERIFY2(!isClash(key, otherKey), qPrintable(it.key() + u' ' + other.key()));
            }
        }
    }
    // A command that had a key and is not in the preset has one still.
    const CommandKeys resolved = resolvedKeys({keys, usual});
    for (auto it = usual.cbegin(); it != usual.cend(); ++it) {
        if (!it.value().isEmpty() && !keys.contains(it.key()) && resolved.value(it.key()).isEmpty())
            lost << it.key();
    }
    QCOMPARE(lost.join(u", "_s), QString());
}

QWidget *TestKeys::placeNamed(const QString &name) const
{
    return name == u"article"_s ? m_program->pane : m_program->window.findChild<QWidget *>(name);
}

void TestKeys::focus(const QString &place)
{
    if (place == u"findText"_s)
        m_program->window.findChild<QWidget *>(u"findBar"_s)->show();
    if (place == u"paletteText"_s)
        m_program->window.findChild<QWidget *>(u"commandPalette"_s)->show();
    QWidget *widget = placeNamed(place);
    QVERIFY(widget);
    widget->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(
        QApplication::focusWidget() &&
            (widget == QApplication::focusWidget() || widget->isAncestorOf(QApplication::focusWidget())),
        patience);
}

void TestKeys::escInTheArticle_goesToTheList()
{
    focus(u"article"_s);
    press(QKeySequence(Qt::Key_Escape));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->find<ArticleList>()->hasFocus(), patience);
}

// Through its links, and out.
void TestKeys::tab_leavesTheArticle()
{
    focus(u"article"_s);
    int links = 0;
    m_program->pane->page()->run(u"document.links.length"_s,
                                 [&links](const QVariant &value) { links = value.toInt(); });
    QTRY_VERIFY_WITH_TIMEOUT(links > 0, patience);
    constexpr int mostStops = 60;
    int stops = 0;
    while (m_program->pane->isAncestorOf(QApplication::focusWidget()) && ++stops < mostStops) {
        press(QKeySequence(Qt::Key_Tab));
        bool isAnswered = false; // the page has had the key
        m_program->pane->page()->run(u"0"_s, [&isAnswered](const QVariant &) { isAnswered = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isAnswered, patience);
        QCoreApplication::processEvents();
    }
    QVERIFY(!m_program->pane->isAncestorOf(QApplication::focusWidget()));
    QVERIFY2(stops >= links, qPrintable(QString::number(stops)));
}

void TestKeys::key_acts_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("isText");
    QTest::newRow("tree") << u"categoryTree"_s << false;
    QTest::newRow("views") << u"viewList"_s << false;
    QTest::newRow("list") << u"articleList"_s << false;
    QTest::newRow("article") << u"article"_s << false;
    QTest::newRow("find bar") << u"findText"_s << true;
    QTest::newRow("palette") << u"paletteText"_s << true;
}

// Last: nothing is connected to the commands any more.
void TestKeys::key_acts()
{
    QFETCH(const QString, place);
    QFETCH(const bool, isText);
    QStringList acted;
    for (QAction *action : commands()) {
        disconnect(action, &QAction::triggered, nullptr, nullptr);
        disconnect(action, &QAction::toggled, nullptr, nullptr);
        action->setEnabled(true);
        connect(action, &QAction::triggered, this, [&acted, action] { acted << action->objectName(); });
    }
    QStringList wrong;
    for (const QAction *action : commands()) {
        for (const QKeySequence &key : action->shortcuts()) {
            focus(place);
            acted.clear();
            press(key);
            QCoreApplication::processEvents();
            // Left closes a branch of the tree, or goes to the one around it.
            const bool isTrees = place == u"categoryTree"_s && key == QKeySequence(Qt::Key_Left);
            const bool isTyped = isText && isForText(key);
            const bool isPalettes = place == u"paletteText"_s;
            const QStringList expected =
                isTrees || isTyped || isPalettes ? QStringList() : QStringList(action->objectName());
            if (acted != expected)
                wrong << shownKey(key) + u" did “"_s + acted.join(u' ') + u"” instead of “"_s +
                             expected.join(u' ') + u"”"_s;
        }
    }
    for (QAction *action : commands())
        action->disconnect(this);
    QCOMPARE(wrong.join(u'\n'), QString());
}

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv))
        return refused;
    QApplication application(argc, argv);
    TestKeys test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keys.moc"

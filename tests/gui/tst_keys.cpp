// Every key of every command, wherever the focus is: what acts, what is typed, and that no pane keeps the
// focus.

#include "tests/gui/enginetest.h"
#include "tests/gui/scriptanswer.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"
#include "ui/hintoverlay.h"
#include "ui/keyscheme.h"
#include "ui/pictureviewer.h"
#include "ui/webpage.h"

#include <QLineEdit>
#include <QShortcutEvent>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

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

// What a text field shows after it. (Of letters QTest types the small ones, also with Shift.)
QString typedBy(const QKeySequence &key)
{
    QString text;
    for (int i = 0; i < key.count(); ++i) {
        const bool isSign = key[i].key() >= Qt::Key_Space && key[i].key() <= Qt::Key_AsciiTilde;
        if (isSign && !(key[i].keyboardModifiers() & ~Qt::ShiftModifier))
            text += QChar(key[i].key()).toLower();
    }
    return text;
}

void press(const QKeySequence &key)
{
    for (int i = 0; i < key.count() && QApplication::focusWidget(); ++i)
        TestProgram::press(key[i].key(), key[i].keyboardModifiers());
}

// The commands that a key led to, none of which then does anything.
class CommandWitness final : public QObject
{
public:
    explicit CommandWitness(const QList<QAction *> &commands)
    {
        for (QAction *command : commands) {
            command->setEnabled(true);
            command->installEventFilter(this);
        }
    }

    bool eventFilter(QObject *command, QEvent *event) override
    {
        if (event->type() != QEvent::Shortcut)
            return false;
        acted << command->objectName();
        if (static_cast<const QShortcutEvent *>(event)->isAmbiguous())
            acted << u"or another"_s;
        return true;
    }

    QStringList acted;
};

}

class TestKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void escInTheArticle_goesToTheList_data() { bothPanes(); }
    void escInTheArticle_goesToTheList();
    void tab_leavesTheArticle_data() { bothPanes(); }
    void tab_leavesTheArticle();
    void key_acts_data();
    void key_acts();
    void key_actsOnALink();
    void inputMethod_takesNoKeyOfAReader();
    void viewersKey_isTheViewersAlone();
    void findBarThatIsLeft_choosesNoLink();

private:
    // Who has a command's key before the command has it.
    enum class Taker { Nobody, Tree, Button, Field, Viewer, Everything };

    static void bothPanes();
    QList<QAction *> commands() const;
    QList<QKeySequence> keysOf(const QString &prefix) const;
    QWidget *placeNamed(const QString &name, const QString &opener) const;
    void focusOn(const QString &name, const QString &opener = {});
    bool isTaken(const QKeySequence &key, Taker taker) const;
    QVariant askPage(const QString &script) const;

    // The one shows its article as a page, the other as text.
    QTemporaryDir m_home;
    QTemporaryDir m_otherHome;
    std::unique_ptr<TestProgram> m_page;
    std::unique_ptr<TestProgram> m_text;
    TestProgram *m_program = nullptr; // the one that is looked at
};

void TestKeys::initTestCase()
{
    m_page = std::make_unique<TestProgram>(m_home.path());
    m_text =
        std::make_unique<TestProgram>(m_otherHome.path(), NetworkUse::Offline, PaneOptions{nullptr, false});
    for (TestProgram *program : {m_text.get(), m_page.get()}) {
        program->settings.setReadWhen(ReadWhen::ByKeyOnly);
        program->open(TestProgram::seeds() +
                      u"/source/_posts/English/The Quiet Footnote/In Praise of the Footnote, "
                      "and of Whoever Reads It.md"_s);
    }
    m_program = m_page.get();
    QVERIFY(m_text->pane->showsText() && !m_page->pane->showsText());
}

void TestKeys::cleanupTestCase()
{
    m_text.reset();
    m_page.reset();
}

QList<QAction *> TestKeys::commands() const
{
    QList<QAction *> actions = m_program->window.findChildren<QAction *>();
    actions.removeIf([](const QAction *action) { return !action->objectName().startsWith(u"action"_s); });
    return actions;
}

QList<QKeySequence> TestKeys::keysOf(const QString &prefix) const
{
    QList<QKeySequence> keys;
    for (const QAction *action : m_program->window.findChildren<QAction *>()) {
        if (action->objectName().startsWith(prefix))
            keys += action->shortcuts();
    }
    return keys;
}

QVariant TestKeys::askPage(const QString &script) const
{
    return scriptAnswer(
        [this, script](const std::function<void(const QVariant &)> &take) {
            m_page->pane->page()->run(script, take);
        },
        patience);
}

void TestKeys::bothPanes()
{
    QTest::addColumn<bool>("isText");
    QTest::newRow("page") << false;
    QTest::newRow("text") << true;
}

// Brought up where it is not there already.
QWidget *TestKeys::placeNamed(const QString &name, const QString &opener) const
{
    if (name == u"article"_s)
        return m_program->pane;
    auto *notices = m_program->find<NoticeBar>();
    notices->settle(Notice::Export);
    if (name == u"dismiss"_s)
        notices->put(Notice::Export, u"A sentence with a button beside it."_s);
    if (name == u"PictureViewer"_s)
        Q_EMIT m_program->pane->picturesChosen({ViewedPicture()}, 0);
    if (name == u"linkHints"_s)
        m_program->find<HintOverlay>()->open({{{20, 20, 80, 20}, {}}, {{20, 80, 80, 20}, {}}}, {});
    for (const bool isThere : {false, true}) {
        for (auto *widget : m_program->window.findChildren<QWidget *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        if (!isThere && !opener.isEmpty())
            m_program->trigger(opener);
        if (name == u"shortcutSearch"_s) // on a page that is not the first
            m_program->find<QLineEdit>(u"preferencesSearch"_s)->setText(u"newsboat"_s);
    }
    return nullptr;
}

void TestKeys::focusOn(const QString &name, const QString &opener)
{
    m_program->window.activateWindow();
    QWidget *place = placeNamed(name, opener);
    QVERIFY2(place, qPrintable(name));
    place->window()->activateWindow();
    TestProgram::focus(place);
}

void TestKeys::escInTheArticle_goesToTheList()
{
    QFETCH(const bool, isText);
    m_program = isText ? m_text.get() : m_page.get();
    focusOn(u"article"_s);
    press(QKeySequence(Qt::Key_Escape));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->list()->hasFocus(), patience);
}

// Through its links, and out.
void TestKeys::tab_leavesTheArticle()
{
    QFETCH(const bool, isText);
    m_program = isText ? m_text.get() : m_page.get();
    focusOn(u"article"_s);
    const int links = isText ? 1 : askPage(u"document.links.length"_s).toInt();
    QVERIFY(links > 0);
    constexpr int mostStops = 60;
    int stops = 0;
    while (TestProgram::isIn(m_program->pane) && ++stops < mostStops) {
        press(QKeySequence(Qt::Key_Tab));
        if (!isText)
            askPage(u"0"_s); // the page has had the key
        QCoreApplication::processEvents();
    }
    QVERIFY(!TestProgram::isIn(m_program->pane));
    QVERIFY2(stops >= links, qPrintable(QString::number(stops)));
}

bool TestKeys::isTaken(const QKeySequence &key, Taker taker) const
{
    const bool isBare = isForText(key);
    switch (taker) {
    case Taker::Nobody:
        return false;
    case Taker::Tree: // ← closes a branch, or goes to the one around it
        return key == QKeySequence(Qt::Key_Left);
    case Taker::Button: // with Shift it is the article’s
        return key == QKeySequence(Qt::Key_Space);
    case Taker::Field:
        return isBare;
    case Taker::Viewer: // its own, and no letter reaches the article underneath; but help is for the asking
        return (!typedBy(key).isEmpty() && key != QKeySequence(u"?"_s)) || keysOf(u"viewer"_s).contains(key);
    case Taker::Everything:
        return true;
    }
    return false;
}

void TestKeys::key_acts_data()
{
    QTest::addColumn<bool>("isText");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("opener");
    QTest::addColumn<Taker>("taker");
    const QString none;
    QTest::newRow("tree") << false << u"categoryTree"_s << none << Taker::Tree;
    QTest::newRow("views") << false << u"viewList"_s << none << Taker::Nobody;
    QTest::newRow("list") << false << u"articleList"_s << none << Taker::Nobody;
    QTest::newRow("article") << false << u"article"_s << none << Taker::Nobody;
    QTest::newRow("article as text") << true << u"article"_s << none << Taker::Nobody;
    QTest::newRow("button") << false << u"dismiss"_s << none << Taker::Button;
    QTest::newRow("find bar") << false << u"findText"_s << u"actionFind"_s << Taker::Field;
    QTest::newRow("find bar over text") << true << u"findText"_s << u"actionFind"_s << Taker::Field;
    QTest::newRow("palette") << false << u"paletteText"_s << u"actionPalette"_s << Taker::Everything;
    QTest::newRow("history") << false << u"historySearch"_s << u"actionHistory"_s << Taker::Everything;
    QTest::newRow("keys") << false << u"keysSearch"_s << u"actionKeys"_s << Taker::Everything;
    QTest::newRow("preferences") << false << u"preferencesSearch"_s << u"actionPreferences"_s
                                 << Taker::Everything;
    QTest::newRow("shortcuts") << false << u"shortcutSearch"_s << u"actionPreferences"_s << Taker::Everything;
    QTest::newRow("link hints") << false << u"linkHints"_s << none << Taker::Everything;
    QTest::newRow("picture viewer") << false << u"PictureViewer"_s << none << Taker::Viewer;
}

void TestKeys::key_acts()
{
    QFETCH(const bool, isText);
    QFETCH(const QString, place);
    QFETCH(const QString, opener);
    QFETCH(const Taker, taker);
    m_program = isText ? m_text.get() : m_page.get();
    const QSignalBlocker harmless(m_program->find<HintOverlay>()); // there is nothing behind its labels
    CommandWitness witness(commands());
    QStringList wrong;
    for (const QAction *action : commands()) {
        for (const QKeySequence &key : action->shortcuts()) {
            if (key == QKeySequence(Qt::Key_Escape))
                continue; // leaves whatever is open
            focusOn(place, opener);
            if (QTest::currentTestFailed())
                return;
            auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            if (field)
                field->setText({}); // clear() could be taken back
            witness.acted.clear();
            press(key);
            QCoreApplication::processEvents();
            const QStringList expected =
                isTaken(key, taker) ? QStringList() : QStringList(action->objectName());
            if (witness.acted != expected)
                wrong << shownKey(key) + u" did “"_s + witness.acted.join(u' ') + u"” instead of “"_s +
                             expected.join(u' ') + u"”"_s;
            if (field && isForText(key) && field->text() != typedBy(key))
                wrong << shownKey(key) + u" typed “"_s + field->text() + u"”"_s;
        }
    }
    QCOMPARE(wrong.join(u'\n'), QString());
}

// What has the focus inside the page has none of the window's keys, and keeps the focus meanwhile.
void TestKeys::key_actsOnALink()
{
    m_program = m_page.get();
    focusOn(u"article"_s);
    askPage(u"document.querySelector('.page-body a[href]').focus()"_s);
    QVERIFY(askPage(u"document.activeElement.tagName == 'A'"_s).toBool());
    CommandWitness witness(commands());
    for (const QAction *action : commands()) {
        for (const QKeySequence &key : action->shortcuts()) {
            witness.acted.clear();
            press(key);
            QCOMPARE(witness.acted, QStringList(action->objectName()));
        }
    }
    QVERIFY(askPage(u"document.activeElement.tagName == 'A'"_s).toBool());
}

// One for Chinese that is switched on has every letter first, where it is let. In a field it is.
void TestKeys::inputMethod_takesNoKeyOfAReader()
{
    const auto isLetIn = [] {
        const QWidget *focus = QApplication::focusWidget();
        return focus->testAttribute(Qt::WA_InputMethodEnabled) &&
               focus->inputMethodQuery(Qt::ImEnabled).toBool();
    };
    for (TestProgram *program : {m_page.get(), m_text.get()}) {
        m_program = program;
        for (const QString &place : {u"categoryTree"_s, u"viewList"_s, u"articleList"_s, u"article"_s,
                                     u"linkHints"_s, u"PictureViewer"_s}) {
            focusOn(place);
            QVERIFY2(!isLetIn(), qPrintable(place));
        }
        m_program->find<PictureViewer>()->leave();
        focusOn(u"findText"_s, u"actionFind"_s);
        QVERIFY(isLetIn());
    }
}

// The window's own keys that the viewer has as well never do both; the others do nothing outside of it.
void TestKeys::viewersKey_isTheViewersAlone()
{
    m_program = m_page.get();
    CommandWitness witness(commands());
    for (const QKeySequence &key : keysOf(u"viewer"_s)) {
        focusOn(u"PictureViewer"_s);
        if (QTest::currentTestFailed())
            return;
        press(key);
        QVERIFY2(witness.acted.isEmpty(), qPrintable(shownKey(key)));
    }
}

// As Tab does, when it comes into the page.
void TestKeys::findBarThatIsLeft_choosesNoLink()
{
    m_program = m_page.get();
    focusOn(u"articleList"_s);
    askPage(u"document.activeElement.blur()"_s);
    QTRY_COMPARE_WITH_TIMEOUT(askPage(u"document.activeElement.tagName"_s), u"BODY"_s, patience);
    focusOn(u"findText"_s, u"actionFind"_s);
    if (QTest::currentTestFailed())
        return;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->pane->isAncestorOf(QApplication::focusWidget()), patience);
    QCOMPARE(askPage(u"document.activeElement.tagName"_s), u"BODY"_s);
}

int main(int argc, char *argv[])
{
    return runWithEngine<TestKeys>(argc, argv);
}

#include "tst_keys.moc"

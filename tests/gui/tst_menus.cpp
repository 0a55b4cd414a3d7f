#include "tests/gui/testprogram.h"
#include "ui/enginesetup.h"
#include "ui/keyscheme.h"
#include "ui/language.h"

#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QToolBar>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace
{

// Every text that has no letter, and every letter that is given twice in one menu. Names of folders and the
// like have none.
void collectFaults(const QString &menu, const QList<QAction *> &actions, QStringList &faults)
{
    QHash<QKeySequence, QString> taken;
    for (const QAction *action : actions) {
        if (action->isSeparator() || (action->objectName().isEmpty() && !action->menu()))
            continue;
        const QKeySequence letter = QKeySequence::mnemonic(action->text());
        if (letter.isEmpty())
            faults << u"%1: “%2” has no letter"_s.arg(menu, action->text());
        else if (taken.contains(letter))
            faults << u"%1: “%2” and “%3” have one letter"_s.arg(menu, action->text(), taken.value(letter));
        taken.insert(letter, action->text());
        if (action->menu())
            collectFaults(action->text(), action->menu()->actions(), faults);
    }
}

// Without the folders opened before.
void collect(const QList<QAction *> &entries, QList<QAction *> &actions)
{
    for (QAction *entry : entries) {
        if (!entry->menu())
            actions << entry;
        else if (entry->menu()->objectName() != u"menuRecent"_s)
            collect(entry->menu()->actions(), actions);
    }
}

}

// Run once in each language: the environment says in which.
class TestMenus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Without the engine: no page is asked for here.
        m_program =
            std::make_unique<TestProgram>(m_home.path(), NetworkUse::Never, PaneOptions{nullptr, false});
    }

    void cleanupTestCase() { m_program.reset(); }

    void language_isTheOneAskedFor()
    {
        const bool isChinese = qgetenv("LANGUAGE") == "zh_CN";
        const QString title = m_program->window.menuBar()->actions().first()->text();
        QCOMPARE(title, isChinese ? u"文件(&F)"_s : u"&File"_s);
    }

    void letters_areThereAndDiffer()
    {
        QStringList faults;
        collectFaults(u"menu bar"_s, m_program->window.menuBar()->actions(), faults);
        QCOMPARE(faults.join(u'\n'), QString());
    }

    // What style.md and the issue want of every command: all that stands in the menus and in the tool bar,
    // except the folders opened before.
    void commands_areComplete()
    {
        QStringList faults;
        QSet<QString> names;
        QList<QAction *> actions = commands();
        collect(m_program->window.menuBar()->actions(), actions);
        const QList<QAction *> buttons = m_program->find<QToolBar>()->actions();
        actions += buttons;
        for (const QAction *action : std::as_const(actions)) {
            if (action->isSeparator() || qobject_cast<const QWidgetAction *>(action))
                continue; // the room in the tool bar
            if (!action->objectName().startsWith(u"action"_s) || action->text().isEmpty() ||
                action->statusTip().isEmpty() || action->toolTip().isEmpty())
                faults << action->objectName() + u": "_s + action->text();
            if (buttons.contains(action) && action->icon().isNull())
                faults << action->objectName() + u" has no icon"_s;
            names << action->objectName();
        }
        QCOMPARE(faults.join(u'\n'), QString());
        QCOMPARE(names.size(), commands().size()); // each has a name of its own
        QVERIFY(names.size() > 60);
    }

    void defaultKeys_doNotClash()
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

    void presets_nameCommandsThatExist_data()
    {
        QTest::addColumn<QString>("preset");
        for (const QString &preset : keyPresets().mid(1))
            QTest::newRow(qPrintable(preset)) << preset;
    }

    void presets_nameCommandsThatExist()
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

private:
    QList<QAction *> commands() const
    {
        return m_program->window.findChildren<QAction *>(QRegularExpression(u"^action"_s));
    }

    QTemporaryDir m_home;
    std::unique_ptr<TestProgram> m_program;
};

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv))
        return refused;
    QApplication application(argc, argv);
    installLanguage(application);
    TestMenus test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_menus.moc"

#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "ui/keyscheme.h"
#include "ui/language.h"
#include "ui/preferencesdialog.h"
#include "ui/shortcuts.h"

#include <QAbstractButton>
#include <QDialog>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QToolBar>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace
{

// Folder, work: another may stand there tomorrow.
bool standsForOne(const QAction &action)
{
    return action.objectName().startsWith("recentFolder"_L1) || action.objectName().startsWith("stopWork"_L1);
}

// Every text that has no letter, and every letter that is given twice in one menu. Names of folders and the
// like have none.
void collectFaults(const QString &menu, const QList<QAction *> &actions, QStringList &faults)
{
    QHash<QKeySequence, QString> taken;
    for (const QAction *action : actions) {
        const bool isName = standsForOne(*action) || action->objectName().isEmpty();
        if (action->isSeparator() || (isName && !action->menu()))
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
            std::make_unique<TestProgram>(m_home.path(), NetworkUse::Offline, PaneOptions{nullptr, false});
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

    // Two of one letter in one window, and it would choose neither.
    void lettersInDialogs_differ()
    {
        QStringList faults;
        m_program->trigger(u"actionPreferences"_s);
        auto *preferences = m_program->find<PreferencesDialog>();
        auto *names = preferences->findChild<QListWidget *>();
        for (int row = 0; row < names->count(); ++row) {
            names->setCurrentRow(row);
            faults += sharedLettersIn(*preferences);
        }
        preferences->close();
        for (const QString &opener : {u"actionHistory"_s, u"actionMarkings"_s, u"actionReport"_s,
                                      u"actionKeys"_s, u"actionPictureServers"_s, u"actionAbout"_s}) {
            m_program->trigger(opener);
            for (auto *dialog : m_program->window.findChildren<QDialog *>()) {
                faults += sharedLettersIn(*dialog);
                dialog->close();
            }
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    // An id, a name, an icon, a status tip, a key that can be changed: every action has them, also those of
    // the picture viewer. What a window of its own has, and what stands for a folder or a work, is no
    // command.
    void actions_areComplete()
    {
        m_program->settings.addRecentFolder(m_home.path());
        Q_EMIT m_program->find<QMenu>(u"menuRecent"_s)->aboutToShow();
        for (const QString &opener :
             {u"actionHistory"_s, u"actionMarkings"_s, u"actionReport"_s, u"actionKeys"_s,
              u"actionPictureServers"_s, u"actionAbout"_s, u"actionPreferences"_s})
            m_program->trigger(opener);
        QStringList faults;
        const QList<QAction *> commands = m_program->window.findChild<Shortcuts *>()->commands();
        int others = 0;
        for (const QAction *action : m_program->window.findChildren<QAction *>()) {
            if (isPart(*action))
                continue;
            faults += faultsOf(*action);
            if (commands.contains(action))
                continue;
            ++others;
            if (!isOfDialog(*action) && !standsForOne(*action))
                faults << action->objectName() + u" has no key that can be changed"_s;
        }
        QCOMPARE(faults.join(u'\n'), QString());
        QVERIFY(commands.size() > 100 && others > 5);
    }

    // Two of one name would share their keys.
    void ids_differ()
    {
        QStringList names;
        for (const QAction *action : m_program->window.findChild<Shortcuts *>()->commands())
            names << action->objectName();
        QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), names.size());
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
    // Of Qt's own widgets.
    static bool isPart(const QAction &action)
    {
        QObject *owner = action.parent();
        return action.isSeparator() || qobject_cast<const QWidgetAction *>(&action) ||
               qobject_cast<QLineEdit *>(owner) || qobject_cast<QToolBar *>(owner) ||
               owner->inherits("QPlainTextEdit") || owner->inherits("QWidgetTextControl") ||
               (action.menu() && action.objectName().isEmpty());
    }

    static bool isOfDialog(const QAction &action)
    {
        const QObject *owner = action.parent();
        while (owner && !owner->inherits("QDialog"))
            owner = owner->parent();
        return owner;
    }

    static QStringList sharedLettersIn(const QWidget &dialog)
    {
        QStringList texts;
        for (const auto *button : dialog.findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                texts << button->text();
        }
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                texts << label->text();
        }
        QStringList faults;
        QHash<QKeySequence, QString> taken;
        for (const QString &text : texts) {
            const QKeySequence letter = QKeySequence::mnemonic(text);
            if (!letter.isEmpty() && taken.contains(letter))
                faults << u"%1: “%2” and “%3” have one letter"_s.arg(dialog.windowTitle(), text,
                                                                     taken.value(letter));
            taken.insert(letter, text);
        }
        return faults;
    }

    static QStringList faultsOf(const QAction &action)
    {
        const QString name = action.objectName().isEmpty() ? action.text() : action.objectName();
        QStringList faults;
        if (action.objectName().isEmpty())
            faults << name + u" has no id"_s;
        if (action.text().isEmpty())
            faults << name + u" has no text"_s;
        if (action.statusTip().isEmpty())
            faults << name + u" has no status tip"_s;
        if (action.icon().pixmap(16).isNull())
            faults << name + u" has no icon"_s;
        return faults;
    }

    QList<QAction *> commands() const
    {
        return m_program->window.findChildren<QAction *>(QRegularExpression(u"^action"_s));
    }

    QTemporaryDir m_home;
    std::unique_ptr<TestProgram> m_program;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestMenus>(argc, argv,
                                    [](QApplication &application) { installLanguage(application); });
}

#include "tst_menus.moc"

#include "app/library/settings.h"
#include "ui/commandtree.h"
#include "ui/keysdialog.h"
#include "ui/shortcuts.h"
#include "ui/shortcutspage.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestShortcuts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        open();
    }

    void change_isAppliedAndKept()
    {
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"X"_s, u"G, S"_s}));
        QCOMPARE(keys("actionStar"), u"X, G S"_s);
        QVERIFY(m_shortcuts->isOwn(*action("actionStar")));
        QVERIFY(action("actionStar")->toolTip().contains(u"X, G S"_s));
        open();
        QCOMPARE(keys("actionStar"), u"X, G S"_s);
        QCOMPARE(m_settings->ownKeys().keys(), QStringList{u"actionStar"_s});
    }

    void key_isTakenFromItsHolder()
    {
        QCOMPARE(holders(u"J"_s, "actionStar"), u"actionNextArticle J"_s);
        QCOMPARE(holders(u"G"_s, "actionStar"), u"actionFirstArticle G, G"_s);
        QCOMPARE(holders(u"J"_s, "actionNextArticle"), QString());
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"J"_s}));
        QCOMPARE(keys("actionNextArticle"), QString());
        m_shortcuts->reset(*action("actionNextArticle"));
        QCOMPARE(keys("actionNextArticle"), u"J"_s);
        QCOMPARE(keys("actionStar"), QString());
        open();
        QCOMPARE(keys("actionNextArticle"), u"J"_s);
        QCOMPARE(keys("actionStar"), QString());
    }

    void beginningOfASequence_isTakenToo()
    {
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"G"_s}));
        QCOMPARE(keys("actionFirstArticle"), QString());
    }

    void whatIsAsBefore_isNotKept()
    {
        m_shortcuts->setKeys(*action("actionStar"), {});
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"S"_s}));
        QVERIFY(m_settings->ownKeys().isEmpty());
    }

    void noKey_isKept()
    {
        m_shortcuts->setKeys(*action("actionStar"), {});
        open();
        QCOMPARE(keys("actionStar"), QString());
    }

    // Else a reader could lock himself in, or a file of keys do so.
    void wayOut_staysWhateverIsChanged()
    {
        QAction *leave =
            add(m_window->menuBar()->addMenu(u"&Go"_s), "actionLeaveList", u"&Leave"_s, u"Esc"_s);
        leave->setShortcuts(keysFromTexts({u"Esc"_s, u"Q"_s}));
        m_shortcuts->commands();
        m_shortcuts->setKeys(*leave, {});
        QCOMPARE(keys("actionLeaveList"), u"Esc"_s);
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"Esc"_s, u"X"_s}));
        QCOMPARE(keys("actionStar"), u"X"_s);
        QCOMPARE(keys("actionLeaveList"), u"Esc"_s);
        m_shortcuts->reset(*leave);
        QCOMPARE(keys("actionLeaveList"), u"Esc, Q"_s);
    }

    void preset_keepsOwnChanges()
    {
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"X"_s}));
        m_shortcuts->setPreset(u"netnewswire"_s);
        QCOMPARE(keys("actionNextUnread"), u"N, +"_s);
        QCOMPARE(keys("actionStar"), u"X"_s);
        open();
        QCOMPARE(m_shortcuts->preset(), u"netnewswire"_s);
        QCOMPARE(keys("actionNextUnread"), u"N, +"_s);
        m_shortcuts->resetAll();
        QCOMPARE(keys("actionNextUnread"), u"N"_s);
        QCOMPARE(keys("actionStar"), u"S"_s);
        QVERIFY(m_settings->ownKeys().isEmpty());
    }

    void laterAction_isFound()
    {
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"V"_s}));
        QAction *later =
            add(m_window->menuBar()->addMenu(u"&View"_s), "actionPictures", u"&Pictures"_s, u"V"_s);
        QVERIFY(m_shortcuts->commands().contains(later));
        QCOMPARE(keys("actionPictures"), QString()); // what the reader chose stays
        QVERIFY(m_window->actions().contains(later));
        delete later;
        QCOMPARE(holders(u"V"_s, "actionNextArticle"), u"actionStar V"_s);
    }

    // Its keys hold while it is open, and are its own business.
    void viewersAction_isApart()
    {
        QAction viewers(m_window.get());
        viewers.setObjectName(u"viewerNext"_s);
        viewers.setShortcut(QKeySequence(u"J"_s));
        QVERIFY(m_shortcuts->commands().contains(&viewers));
        QVERIFY(!m_window->actions().contains(&viewers));
        QCOMPARE(keys("actionNextArticle"), u"J"_s);
        QCOMPARE(holders(u"J"_s, "actionStar"), u"actionNextArticle J"_s);
        m_shortcuts->setKeys(viewers, keysFromTexts({u"S"_s}));
        QCOMPARE(shownKeys(viewers.shortcuts()), u"S"_s);
        QCOMPARE(keys("actionStar"), u"S"_s);
        const QList<Command> listed = commandList(*m_window->menuBar(), {&viewers});
        QCOMPARE(listed.first().path, QStringList{u"Picture Viewer"_s});
    }

    void dialogsAction_isNoCommand()
    {
        QDialog dialog(m_window.get());
        QAction own(&dialog);
        own.setObjectName(u"actionCopyPath"_s);
        own.setShortcut(QKeySequence::Copy);
        QVERIFY(!m_shortcuts->commands().contains(&own));
        QVERIFY(!m_window->actions().contains(&own));
    }

    void file_carriesEverything()
    {
        const QString file = m_home->filePath(u"keys.json"_s);
        QString error;
        m_shortcuts->setPreset(u"vim"_s);
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"X"_s}));
        QVERIFY2(m_shortcuts->save(file, &error), qPrintable(error));
        m_shortcuts->resetAll();
        QVERIFY2(m_shortcuts->load(file, &error), qPrintable(error));
        QCOMPARE(m_shortcuts->preset(), u"vim"_s);
        QCOMPARE(keys("actionStar"), u"X"_s);
        QVERIFY(!m_shortcuts->save(m_home->filePath(u"nowhere/keys.json"_s), &error));
        QVERIFY(!m_shortcuts->load(m_home->filePath(u"none.json"_s), &error) && !error.isEmpty());
        QCOMPARE(keys("actionStar"), u"X"_s);
    }

    void fileWithClashes_givesEachKeyOnce()
    {
        const QString path = m_home->filePath(u"keys.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"lectern-keys": 1, "keys": {"actionFirstArticle": ["Q"], "actionStar": ["Q"]}})");
        file.close();
        QString error;
        QVERIFY2(m_shortcuts->load(path, &error), qPrintable(error));
        QCOMPARE(keys("actionFirstArticle"), u"Q"_s);
        QCOMPARE(keys("actionStar"), QString());
    }

    void page_recordsASequence()
    {
        ShortcutsPage page(commands(), *m_shortcuts);
        choose(page, "actionStar");
        auto *record = page.findChild<QKeySequenceEdit *>(u"keyRecord"_s);
        press(*record, {Qt::Key_G, Qt::Key_S});
        QTRY_COMPARE(keys("actionStar"), u"S, G S"_s);
        QVERIFY(record->keySequence().isEmpty());
    }

    void page_namesTheHolderAtOnce()
    {
        ShortcutsPage page(commands(), *m_shortcuts);
        page.show();
        choose(page, "actionStar");
        auto *record = page.findChild<QKeySequenceEdit *>(u"keyRecord"_s);
        auto *take = page.findChild<QPushButton *>(u"keyTake"_s);
        QVERIFY(!take->isVisible());
        press(*record, {Qt::Key_J});
        QVERIFY(page.findChild<QLabel *>(u"keyVerdict"_s)->text().contains(u"Next Article"_s));
        QVERIFY(record->accessibleDescription().contains(u"Next Article"_s)); // heard in the field
        QVERIFY(take->isVisible());
        QSignalSpy finished(record, &QKeySequenceEdit::editingFinished);
        QTRY_VERIFY(!finished.isEmpty());
        QCOMPARE(keys("actionNextArticle"), u"J"_s); // nothing changes hands by itself
        take->click();
        QCOMPARE(keys("actionStar"), u"S, J"_s);
        QCOMPARE(keys("actionNextArticle"), QString());
        QVERIFY(!take->isVisible());
    }

    // They are no keys to record: Esc forgets what was, and leaves the dialog; Enter takes it over.
    void page_leavesEscAndEnterTheirMeaning()
    {
        QDialog dialog;
        QSignalSpy left(&dialog, &QDialog::rejected);
        auto *page = new ShortcutsPage(commands(), *m_shortcuts, &dialog);
        dialog.show();
        choose(*page, "actionStar");
        auto *record = page->findChild<QKeySequenceEdit *>(u"keyRecord"_s);
        press(*record, {Qt::Key_J, Qt::Key_Escape});
        QVERIFY(record->keySequence().isEmpty() && left.isEmpty());
        press(*record, {Qt::Key_Return});
        QCOMPARE(keys("actionStar"), u"S"_s);
        press(*record, {Qt::Key_J, Qt::Key_Return});
        QCOMPARE(keys("actionStar"), u"S, J"_s);
        press(*record, {Qt::Key_Escape});
        QCOMPARE(left.size(), 1);
        QCOMPARE(keys("actionStar"), u"S, J"_s);
    }

    void page_takesAKeyOff()
    {
        ShortcutsPage page(commands(), *m_shortcuts);
        choose(page, "actionStar");
        for (auto *chip : page.findChildren<QToolButton *>()) {
            if (chip->accessibleName().contains(u"Take S off"_s))
                chip->click();
        }
        QCOMPARE(keys("actionStar"), QString());
        page.findChild<QPushButton *>(u"keyReset"_s)->click();
        QCOMPARE(keys("actionStar"), u"S"_s);
    }

    void page_offersNoWayOutToTakeOff()
    {
        action("actionStar")->setShortcuts(keysFromTexts({u"Esc"_s, u"S"_s}));
        ShortcutsPage page(commands(), *m_shortcuts);
        choose(page, "actionStar");
        QStringList offered;
        for (const auto *chip : page.findChildren<QToolButton *>())
            offered << chip->accessibleName();
        QVERIFY(offered.contains(u"Take S off this command"_s));
        QVERIFY(!offered.contains(u"Take Esc off this command"_s));
    }

    void page_isSearched()
    {
        ShortcutsPage page(commands(), *m_shortcuts);
        auto *tree = page.findChild<CommandTree *>();
        auto *search = page.findChild<QLineEdit *>(u"shortcutSearch"_s);
        const auto shown = [tree] {
            QStringList names;
            for (int i = 0; i < tree->topLevelItemCount(); ++i) {
                for (int j = 0; j < tree->topLevelItem(i)->childCount(); ++j) {
                    if (!tree->topLevelItem(i)->child(j)->isHidden())
                        names << tree->topLevelItem(i)->child(j)->text(0);
                }
            }
            return names;
        };
        search->setText(u"star"_s);
        QCOMPARE(shown(), QStringList{u"Star"_s});
        QCOMPARE(tree->current(), action("actionStar")); // whose keys are below
        search->setText(u"g g"_s);
        QCOMPARE(shown(), QStringList{u"First Article"_s});
        search->setText(u"zzz"_s);
        QCOMPARE(shown(), QStringList());
        QVERIFY(!tree->current() && !tree->accessibleDescription().isEmpty());
        search->setText({});
        QVERIFY(tree->current() && tree->accessibleDescription().isEmpty());
    }

    void page_choosesAPreset()
    {
        ShortcutsPage page(commands(), *m_shortcuts);
        auto *presets = page.findChild<QComboBox *>(u"shortcutPreset"_s);
        presets->setCurrentIndex(2);
        Q_EMIT presets->activated(2);
        QCOMPARE(m_shortcuts->preset(), u"netnewswire"_s);
        page.findChild<QPushButton *>(u"shortcutResetAll"_s)->click();
        QCOMPARE(presets->currentIndex(), 0);
    }

    // What was changed is not lost by a slip.
    void page_takesBackWhatWasDoneToAll()
    {
        const QString file = m_home->filePath(u"keys.json"_s);
        QString error;
        m_shortcuts->setKeys(*action("actionFirstArticle"), keysFromTexts({u"Q"_s}));
        QVERIFY2(m_shortcuts->save(file, &error), qPrintable(error));
        m_shortcuts->resetAll();
        m_shortcuts->setPreset(u"netnewswire"_s);
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"X"_s}));
        ShortcutsPage page(commands(), *m_shortcuts);
        page.show();
        auto *back = page.findChild<QPushButton *>(u"shortcutTakeBack"_s);
        QVERIFY(!back->isVisible());
        page.findChild<QPushButton *>(u"shortcutResetAll"_s)->click();
        QCOMPARE(keys("actionStar"), u"S"_s);
        QVERIFY(back->isVisible() && page.findChild<QLabel *>(u"shortcutState"_s)->isVisible());
        back->click();
        QCOMPARE(keys("actionStar"), u"X"_s);
        QCOMPARE(m_shortcuts->preset(), u"netnewswire"_s);
        QVERIFY(!back->isVisible());
        page.loadFrom(file);
        QCOMPARE(keys("actionFirstArticle"), u"Q"_s);
        QCOMPARE(keys("actionStar"), u"S"_s);
        back->click();
        QCOMPARE(keys("actionFirstArticle"), u"G G"_s);
        QCOMPARE(keys("actionStar"), u"X"_s);
        page.loadFrom(m_home->filePath(u"none.json"_s));
        QVERIFY(!back->isVisible());
    }

    // It would bring again more than one thinks.
    void wayBack_goesWithTheNextChange()
    {
        ShortcutsPage page(commands(), *m_shortcuts);
        page.show();
        page.findChild<QPushButton *>(u"shortcutResetAll"_s)->click();
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"X"_s}));
        QVERIFY(!page.findChild<QPushButton *>(u"shortcutTakeBack"_s)->isVisible());
    }

    void keysDialog_showsTheKeysInForce()
    {
        m_shortcuts->setKeys(*action("actionStar"), keysFromTexts({u"X"_s, u"Y"_s}));
        m_shortcuts->setKeys(*action("actionNextUnread"), {});
        const KeysDialog dialog(commands());
        auto *tree = dialog.findChild<CommandTree *>();
        QStringList rows;
        for (int j = 0; j < tree->topLevelItem(0)->childCount(); ++j)
            rows << tree->topLevelItem(0)->child(j)->text(0) + u": "_s +
                        tree->topLevelItem(0)->child(j)->text(1);
        QCOMPARE(rows, QStringList({u"Next Article: J"_s, u"First Article: G G"_s, u"Star: X, Y"_s}));
    }

    void keysDialog_beginsWithTheViewerWhileItIsOpen()
    {
        QAction viewers(u"Next Picture"_s, m_window.get());
        viewers.setObjectName(u"viewerNext"_s);
        viewers.setShortcut(QKeySequence(u"J"_s));
        const QList<Command> listed = commandList(*m_window->menuBar(), m_shortcuts->commands());
        for (const bool isOpen : {true, false}) {
            viewers.setEnabled(isOpen);
            const KeysDialog dialog(listed);
            auto *tree = dialog.findChild<CommandTree *>();
            QCOMPARE(tree->topLevelItem(0)->text(0) == u"Picture Viewer"_s, isOpen);
        }
    }

private:
    static QAction *add(QMenu *menu, const char *name, const QString &text, const QString &key)
    {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1StringView(name));
        action->setStatusTip(u"What it does"_s);
        action->setShortcut(QKeySequence(key));
        return action;
    }

    void open()
    {
        m_window = std::make_unique<QMainWindow>();
        QMenu *menu = m_window->menuBar()->addMenu(u"&Article"_s);
        add(menu, "actionNextArticle", u"&Next Article"_s, u"J"_s);
        add(menu, "actionNextUnread", u"Next &Unread"_s, u"N"_s);
        add(menu, "actionFirstArticle", u"&First Article"_s, u"G, G"_s);
        add(menu, "actionStar", u"&Star"_s, u"S"_s);
        m_settings = std::make_unique<Settings>(m_home->filePath(u"settings.ini"_s));
        m_shortcuts = new Shortcuts(*m_window, *m_settings);
    }

    QList<Command> commands() { return commandList(*m_window->menuBar(), m_shortcuts->commands()); }
    QAction *action(const char *name) const
    {
        return m_window->findChild<QAction *>(QLatin1StringView(name));
    }
    QString keys(const char *name) const { return shownKeys(action(name)->shortcuts()); }

    QString holders(const QString &key, const char *besides) const
    {
        QStringList held;
        for (const Shortcuts::Holder &holder : m_shortcuts->holders(QKeySequence(key), action(besides)))
            held << holder.action->objectName() + u' ' + holder.key.toString();
        return held.join(u"; "_s);
    }

    void choose(const ShortcutsPage &page, const char *name) const
    {
        auto *tree = page.findChild<CommandTree *>();
        const QTreeWidgetItem *section = tree->topLevelItem(0);
        for (int j = 0; j < section->childCount(); ++j) {
            tree->setCurrentItem(section->child(j));
            if (tree->current() == action(name))
                return;
        }
        QFAIL("no such row");
    }

    static void press(QWidget &record, const QList<Qt::Key> &pressed)
    {
        for (const Qt::Key key : pressed)
            QTest::keyClick(&record, key);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QMainWindow> m_window;
    Shortcuts *m_shortcuts = nullptr; // the window's
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"

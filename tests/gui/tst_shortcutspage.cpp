#include "tests/gui/shortcutstest.h"
#include "tests/patience.h"
#include "ui/keysdialog.h"
#include "ui/shortcutspage.h"

#include <QComboBox>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

// The page where the keys are changed, and the dialog that shows them.
class TestShortcutsPagePage final : public ShortcutsTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void page_recordsASequence()
    {
        ShortcutsPage page(commands(), *m_shortcuts);
        choose(page, "actionStar");
        auto *record = page.findChild<QKeySequenceEdit *>(u"keyRecord"_s);
        press(*record, {Qt::Key_G, Qt::Key_S});
        QTRY_COMPARE_WITH_TIMEOUT(keys("actionStar"), u"S, G S"_s, patience);
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
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), patience);
        QCOMPARE(keys("actionNextArticle"), u"J"_s); // nothing changes hands by itself
        take->click();
        QCOMPARE(keys("actionStar"), u"S, J"_s);
        QCOMPARE(keys("actionNextArticle"), QString());
        QVERIFY(!take->isVisible());
    }

    // In the field what one presses next would be one more key.
    void keyThatWasChosen_leavesTheField_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"recorded", "taken over", "taken off", "usual ones"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void keyThatWasChosen_leavesTheField()
    {
        QFETCH(const QString, way);
        ShortcutsPage page(commands(), *m_shortcuts);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page, patience));
        choose(page, "actionStar");
        const auto *tree = page.findChild<CommandTree *>();
        auto *record = page.findChild<QKeySequenceEdit *>(u"keyRecord"_s);
        record->setFocus();
        if (way == u"recorded"_s) {
            press(*record, {Qt::Key_X});
        } else if (way == u"taken over"_s) {
            press(*record, {Qt::Key_J});
            auto *take = page.findChild<QPushButton *>(u"keyTake"_s);
            take->setFocus();
            press(*take, {Qt::Key_Space});
        } else if (way == u"taken off"_s) {
            auto *chip = chipOf(page, u"Take S off"_s);
            chip->setFocus();
            press(*chip, {Qt::Key_Space});
        } else {
            m_shortcuts->setKeys(*action("actionStar"), {});
            auto *reset = page.findChild<QPushButton *>(u"keyReset"_s);
            reset->setFocus();
            press(*reset, {Qt::Key_Space});
        }
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), tree, patience);
        QCOMPARE(tree->current(), action("actionStar"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // to press one more
        QCOMPARE(QApplication::focusWidget(), record);
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
        chipOf(page, u"Take S off"_s)->click();
        QCOMPARE(keys("actionStar"), QString());
        page.findChild<QPushButton *>(u"keyReset"_s)->click();
        QCOMPARE(keys("actionStar"), u"S"_s);
    }

    // The buttons beside them would be out of sight, where the text is large.
    void manyKeysAndWords_keepThePageNarrow()
    {
        ShortcutsPage page(commands(), *m_shortcuts);
        page.show();
        action("actionStar")->setStatusTip(u"What it does, and what it does not do. "_s.repeated(5));
        QList<QKeySequence> keys;
        for (const QChar letter : u"ABCDEFGHI"_s)
            keys << QKeySequence(u"Ctrl+Shift+"_s + letter);
        m_shortcuts->setKeys(*action("actionStar"), keys);
        choose(page, "actionStar");
        QCoreApplication::sendPostedEvents();
        QVERIFY(chipOf(page, u"Ctrl+Shift+I"_s)->isVisible());
        constexpr int most = 100; // letters
        QVERIFY2(page.minimumSizeHint().width() < most * page.fontMetrics().averageCharWidth(),
                 qPrintable(QString::number(page.minimumSizeHint().width())));
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

    static QToolButton *chipOf(const ShortcutsPage &page, const QString &name)
    {
        for (auto *chip : page.findChildren<QToolButton *>()) {
            if (chip->accessibleName().contains(name))
                return chip;
        }
        return nullptr;
    }

    static void press(QWidget &record, const QList<Qt::Key> &pressed)
    {
        for (const Qt::Key key : pressed)
            QTest::keyClick(&record, key);
    }
};

QTEST_MAIN(TestShortcutsPagePage)

#include "tst_shortcutspage.moc"

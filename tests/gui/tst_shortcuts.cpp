#include "tests/gui/shortcutstest.h"

#include <QDialog>
#include <QFile>

using namespace Qt::StringLiterals;

// Which keys a command has, and where they are kept.
class TestShortcuts final : public ShortcutsTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

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

private:
    QString holders(const QString &key, const char *besides) const
    {
        QStringList held;
        for (const Shortcuts::Holder &holder : m_shortcuts->holders(QKeySequence(key), action(besides)))
            held << holder.action->objectName() + u' ' + holder.key.toString();
        return held.join(u"; "_s);
    }
};

QTEST_MAIN(TestShortcuts)

#include "tst_shortcuts.moc"

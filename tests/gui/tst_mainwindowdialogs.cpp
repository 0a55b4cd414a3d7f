#include "tests/gui/fetcharchive.h"
#include "tests/gui/windowtest.h"
#include "ui/busystatus.h"
#include "ui/passstatus.h"

#include <QClipboard>
#include <QMessageBox>
#include <QStatusBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

// What the window says and asks: notices, questions, dialogs, and the work that can be stopped.
class TestMainWindowDialogsDialogs final : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    // It stays until the reader has done something about it.
    void refusedLink_canBeCopied()
    {
        TestProgram program(m_home->path(), NetworkUse::Offline, PaneOptions{nullptr, false});
        Q_EMIT program.pane->linkActivated(QUrl(u"file:///etc/passwd"_s), {});
        QVERIFY(program.notices().contains(u"file"_s));
        program.find<NoticeBar>()->findChild<QToolButton *>(u"choice"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), u"file:///etc/passwd"_s);
        QCOMPARE(program.notices(), QString());
    }

    void unusablePictureStore_isSaid()
    {
        QVERIFY(writeFile(m_home->filePath(u"pictures"_s), "a file where the folder should be"));
        TestProgram program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.notices().contains(u"pictures"_s), patience);
    }

    void clearingPictures_asksFirst()
    {
        QVERIFY(writeFetchArchive(*m_home, 1)); // with one picture that is stored
        TestProgram program(m_home->path());
        QSignalSpy sizes(&program.images.loader(), &ImageLoader::storeSize);
        program.find<QAction>(u"actionClearPictures"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QMessageBox>(u"question"_s), patience);
        auto *box = program.find<QMessageBox>(u"question"_s);
        QVERIFY(!box->isModal());
        QVERIFY(box->text().contains(u'1'));
        QCOMPARE(box->button(QMessageBox::Yes)->text(), u"&Delete"_s);
        box->button(QMessageBox::Yes)->click();
        const auto pictures = [&sizes] { return sizes.last().at(1).toLongLong(); };
        QTRY_VERIFY_WITH_TIMEOUT(!sizes.isEmpty() && pictures() == 0, patience);
        program.trigger(u"actionClearPictures"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.window.statusBar()->currentMessage(), u"No pictures are stored."_s,
                                  patience);
        // There is nothing left.
        QTRY_VERIFY_WITH_TIMEOUT(!program.find<QMessageBox>(u"question"_s), patience);
    }

    // The page may raise one at any time.
    void questionOfAPage_leavesOthersOpen()
    {
        QVERIFY(writeFetchArchive(*m_home, 1)); // with one picture that is stored
        TestProgram program(m_home->path());
        program.trigger(u"actionClearPictures"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QMessageBox>(u"question"_s), patience);
        const QPointer<QMessageBox> clearing = program.find<QMessageBox>(u"question"_s);
        Q_EMIT program.pane->linkWanted(QUrl(u"https://example.org/"_s), {});
        QCOMPARE(program.window.findChildren<QMessageBox *>(u"question"_s).size(), 2);
        QVERIFY(clearing && clearing->isVisible());
    }

    // No window of ours holds the others up; what chooses a file holds its own alone.
    void dialogs_holdNothingUp()
    {
        TestProgram program(m_home->path());
        openSeeds(program);
        for (const QString &name :
             {u"actionAbout"_s, u"actionKeys"_s, u"actionPreferences"_s, u"actionReport"_s,
              u"actionHistory"_s, u"actionMarkings"_s, u"actionPictureServers"_s}) {
            program.trigger(name);
            QVERIFY2(program.find<QDialog>(), qPrintable(name));
            QVERIFY2(!QApplication::activeModalWidget(), qPrintable(name));
            delete program.find<QDialog>();
        }
    }

    // By a key: a button in the status bar is out of Tab's way.
    void stop_meansWhatTheStatusBarShows()
    {
        TestProgram program(m_home->path());
        openSeeds(program);
        QAction *stop = program.action(u"actionStop"_s);
        QVERIFY(!stop->shortcuts().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!program.library.isPassRunning(), patience);
        QVERIFY(!stop->isEnabled()); // all is read
        for (auto *status : program.window.findChildren<BusyStatus *>()) {
            QSignalSpy stopped(status, &BusyStatus::stopWanted);
            status->begin(u"Something is done…"_s, BusyStatus::Stopping::Possible);
            QVERIFY(stop->isEnabled());
            stop->trigger();
            QCOMPARE(stopped.size(), 1);
            status->begin(u"It ends…"_s, BusyStatus::Stopping::Impossible);
            QVERIFY(!stop->isEnabled());
            status->end();
        }
        auto *reading = program.find<PassStatus>();
        QSignalSpy stoppable(reading, &PassStatus::stoppableChanged);
        QSignalSpy stopped(reading, &PassStatus::stopWanted);
        Q_EMIT program.library.progressChanged({}); // so few articles are read before anybody says how far
        QVERIFY(stop->isEnabled());
        stop->trigger();
        QCOMPARE(stopped.size(), 1);
        program.trigger(u"actionReload"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stoppable, (QList<QVariantList>{{true}, {false}}), patience);
        QVERIFY(!stop->isEnabled());
    }
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestMainWindowDialogsDialogs>(argc, argv);
}

#include "tst_mainwindowdialogs.moc"

#include "tests/testfolders.h"
#include "ui/reportdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

using namespace Qt::StringLiterals;

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait

namespace
{

struct Shown {
    explicit Shown(const QString &folder, int expected = 0)
        : dialog(new ReportDialog(QFile::encodeName(folder), expected, nullptr))
    {
        dialog->show();
    }
    ~Shown() { delete dialog; }

    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return dialog->findChild<Widget *>(name);
    }
    QTreeView *tree() const { return find<QTreeView>(u"reportTree"_s); }
    QPushButton *button(const QString &name) const { return find<QPushButton>(name); }
    bool isDone() const { return !find<QWidget>(u"reportProgressRow"_s)->isVisible(); }
    QModelIndex line(ReportKind kind) const { return tree()->model()->index(static_cast<int>(kind), 0); }

    QPointer<ReportDialog> dialog;
};

}

class TestReportDialog final : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void take(const QUrl &address) { m_opened << address; }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // never the desktop this runs on
        QDesktopServices::setUrlHandler(u"file"_s, this, "take");
    }

    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"file"_s); }

    void report_isShown()
    {
        Shown shown(seedsFolder());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        QVERIFY(shown.find<QLabel>(u"reportSummary"_s)->text().startsWith(u"47"_s));
        QCOMPARE(shown.line(ReportKind::SameIdentity).siblingAtColumn(1).data(), u"2"_s);
        QVERIFY(shown.tree()->currentIndex().isValid());
        const QString explanation = shown.find<QLabel>(u"reportExplanation"_s)->text();
        QVERIFY(!explanation.isEmpty());
        QCOMPARE(shown.tree()->accessibleDescription(), explanation); // heard where the focus is
        QVERIFY(!shown.button(u"reportShowFile"_s)->isEnabled());
    }

    void enterOnALine_wantsItsArticles()
    {
        Shown shown(seedsFolder());
        QSignalSpy wanted(shown.dialog, &ReportDialog::articlesWanted);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        shown.tree()->setCurrentIndex(shown.line(ReportKind::EncodingGuessed));
        QTest::keyClick(shown.tree(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const auto paths = wanted[0][0].value<QList<QByteArray>>();
        QCOMPARE(paths.size(), 2);
        for (const QByteArray &path : paths)
            QVERIFY(QFile::exists(seedsFolder() + QStringLiteral("/") + QFile::decodeName(path)));
        QCOMPARE(wanted[0][1], shown.line(ReportKind::EncodingGuessed).data());
        QVERIFY(shown.dialog->isVisible());
    }

    void enterOnAFile_showsItsFolder()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"a b"_s));
        QFile file(folder.filePath(u"a b/x.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        Shown shown(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        shown.tree()->setCurrentIndex(shown.line(ReportKind::BodyEmpty));
        QTest::keyClick(shown.tree(), Qt::Key_Right);
        QTest::keyClick(shown.tree(), Qt::Key_Down);
        QVERIFY(shown.button(u"reportShowFile"_s)->isEnabled());
        m_opened.clear();
        QTest::keyClick(shown.tree(), Qt::Key_Return);
        QTRY_COMPARE(m_opened, QList<QUrl>{QUrl::fromLocalFile(folder.filePath(u"a b"_s))});
        QTest::keyClick(shown.tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), file.fileName());
        QVERIFY(shown.dialog->isVisible());
    }

    void table_isWritten()
    {
        const QTemporaryDir folder;
        Shown shown(seedsFolder());
        QVERIFY(!shown.button(u"reportSave"_s)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        QVERIFY(shown.button(u"reportSave"_s)->isEnabled());
        const QString name = folder.filePath(u"report.csv"_s);
        shown.dialog->saveTable(name);
        const auto *said = shown.find<QLabel>(u"reportExplanation"_s);
        QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"report.csv"_s), patience);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readLine().startsWith("\xef\xbb\xbfkind,"));
        QVERIFY(file.readAll().contains("\"encoding-guessed\""));
        shown.dialog->saveTable(folder.filePath(u"nowhere/report.csv"_s));
        QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"nowhere"_s), patience);
    }

    void table_canBeStopped()
    {
        const QTemporaryDir folder;
        Shown shown(seedsFolder());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        const QString name = folder.filePath(u"report.csv"_s);
        shown.dialog->saveTable(name);
        QVERIFY(!shown.isDone() && !shown.button(u"reportSave"_s)->isEnabled());
        QTest::mouseClick(shown.button(u"reportStop"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        // So short a table may be done by then.
        const QString said = shown.find<QLabel>(u"reportExplanation"_s)->text();
        QCOMPARE(said.contains(u"not saved"_s), !QFile::exists(name));
        QVERIFY(shown.button(u"reportSave"_s)->isEnabled());
    }

    // The window does not freeze until a long table is written.
    void table_isStoppedWhenTheReportIsClosed()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"report.csv"_s);
        QThreadPool *threads = QThreadPool::globalInstance();
        const int usual = threads->maxThreadCount();
        QSemaphore goesOn;
        {
            Shown shown(seedsFolder());
            QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
            QVERIFY(threads->waitForDone(patience));
            threads->setMaxThreadCount(1);
            threads->start([&goesOn] { goesOn.acquire(); }); // so that the writing has not begun
            shown.dialog->saveTable(name);
        }
        goesOn.release();
        threads->setMaxThreadCount(usual);
        QVERIFY(threads->waitForDone(patience));
        QVERIFY(!QFile::exists(name));
    }

    void stop_showsWhatWasRead()
    {
        const QTemporaryDir folder;
        for (int i = 0; i < 3000; ++i) {
            QFile file(folder.filePath(u"%1.md"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        Shown shown(folder.path(), 3000);
        QTest::mouseClick(shown.button(u"reportStop"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        QVERIFY(shown.find<QLabel>(u"reportSummary"_s)->text().contains(u"Stopped"_s));
        QVERIFY(!(shown.line(ReportKind::SameBody).flags() & Qt::ItemIsEnabled));
    }

    void absentFolder_saysWhy()
    {
        Shown shown(u"/nonexistent-folder"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        QVERIFY(shown.find<QLabel>(u"reportSummary"_s)->text().contains(qt_error_string(ENOENT)));
        QVERIFY(!shown.button(u"reportSave"_s)->isEnabled());
        QVERIFY(!shown.button(u"reportShowInList"_s)->isEnabled());
    }

    void escape_closesWhileItRuns()
    {
        Shown shown(seedsFolder());
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog);
    }

    void everythingHasAName()
    {
        Shown shown(seedsFolder());
        QVERIFY(!shown.tree()->accessibleName().isEmpty());
        QVERIFY(!shown.find<QWidget>(u"reportProgress"_s)->accessibleName().isEmpty());
        for (const QPushButton *button : shown.dialog->findChildren<QPushButton *>()) {
            QVERIFY(!button->text().isEmpty());
            QVERIFY(!button->autoDefault()); // Enter belongs to the tree
        }
    }

private:
    QList<QUrl> m_opened;
};

QTEST_MAIN(TestReportDialog)

#include "tst_reportdialog.moc"

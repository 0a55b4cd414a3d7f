#include "tests/patience.h"
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

// What is to be done by a thread does not begin before they are released.
class HeldThreads final
{
public:
    HeldThreads()
    {
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->start([goesOn = m_goesOn] { goesOn->acquire(); });
    }
    ~HeldThreads()
    {
        release();
        QThreadPool::globalInstance()->setMaxThreadCount(m_usual);
    }
    void release() const { m_goesOn->release(); }

private:
    int m_usual = QThreadPool::globalInstance()->maxThreadCount();
    std::shared_ptr<QSemaphore> m_goesOn = std::make_shared<QSemaphore>();
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
        QTRY_COMPARE_WITH_TIMEOUT(m_opened, QList<QUrl>{QUrl::fromLocalFile(folder.filePath(u"a b"_s))},
                                  patience);
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

    // Nobody saves a table that he does not want.
    void table_isFinishedBeforeTheReportCloses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("closes");
        QTest::newRow("saved") << u"report.csv"_s << true;
        QTest::newRow("failed") << u"nowhere/report.csv"_s << false; // there is a reason to read
    }

    void table_isFinishedBeforeTheReportCloses()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, closes);
        const QTemporaryDir folder;
        Shown shown(seedsFolder());
        QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
        const HeldThreads held;
        shown.dialog->saveTable(folder.filePath(file));
        for (const bool byKey : {true, false}) {
            byKey ? shown.dialog->reject() : static_cast<void>(shown.dialog->close());
            QVERIFY(shown.dialog && shown.dialog->isVisible());
            QVERIFY(shown.find<QLabel>(u"reportExplanation"_s)->text().contains(u"closes when"_s));
        }
        held.release();
        if (closes)
            QTRY_VERIFY_WITH_TIMEOUT(!shown.dialog, patience);
        else
            QTRY_VERIFY_WITH_TIMEOUT(
                shown.find<QLabel>(u"reportExplanation"_s)->text().contains(u"nowhere"_s), patience);
        QCOMPARE(QFile::exists(folder.filePath(file)), closes);
        QCOMPARE(shown.dialog.isNull(), closes);
    }

    void tableOfAProgramThatEnds_isWritten()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"report.csv"_s);
        {
            Shown shown(seedsFolder());
            QTRY_VERIFY_WITH_TIMEOUT(shown.isDone(), patience);
            shown.dialog->saveTable(name);
        }
        QVERIFY(QFile::exists(name));
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
        QTRY_VERIFY_WITH_TIMEOUT(!shown.dialog, patience);
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

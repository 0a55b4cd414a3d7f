#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"
#include "ui/articlecommands.h"
#include "ui/busystatus.h"

#include <QFileDialog>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

// Mostly with the text in place of the page: it makes its document at once, and needs no engine.
class TestArticleCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_program =
            std::make_unique<TestProgram>(m_home->path(), NetworkUse::Offline, PaneOptions{nullptr, false});
        m_program->open(TestProgram::seeds());
        m_commands = m_program->find<ArticleCommands>();
        QVERIFY(m_commands);
    }

    void cleanup() { m_program.reset(); }

    void article_isSaved()
    {
        const QString name = m_home->filePath(u"article.pdf"_s);
        m_commands->savePdf(name);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(5), QByteArray("%PDF-"));
        QVERIFY(m_program->window.statusBar()->currentMessage().contains(u"article.pdf"_s));
        QCOMPARE(m_program->notices(), QString());
        QVERIFY(busy()->isHidden());
    }

    void placeThatCannotBeWritten_isSaidWithTheReason()
    {
        m_commands->savePdf(m_home->filePath(u"no folder/article.pdf"_s));
        QVERIFY(m_program->notices().contains(u"no folder"_s));
        QVERIFY(m_program->notices().contains(u"No such file"_s));
        auto *elsewhere = m_program->find<NoticeBar>()->findChild<QToolButton *>(u"choice"_s);
        elsewhere->click();
        auto *dialog = m_program->find<QFileDialog>();
        QVERIFY(dialog && dialog->acceptMode() == QFileDialog::AcceptSave);
        dialog->reject();
        m_commands->savePdf(m_home->filePath(u"article.pdf"_s));
        QCOMPARE(m_program->notices(), QString()); // no longer true
    }

    // A second time it is a new failure, though the first was put away.
    void failureThatWasPutAway_isSaidAgain()
    {
        const QString name = m_home->filePath(u"no folder/article.pdf"_s);
        m_commands->savePdf(name);
        m_program->find<NoticeBar>()->findChild<QToolButton *>(u"dismiss"_s)->click();
        QCOMPARE(m_program->notices(), QString());
        m_commands->savePdf(name);
        QVERIFY(!m_program->notices().isEmpty());
    }

    // The engine goes on, and takes no other task until then.
    void stoppedSaving_isNotWritten()
    {
        openWithEngine();
        const QString first = m_home->filePath(u"first.pdf"_s);
        m_commands->savePdf(first);
        QVERIFY(busy()->isVisible() && !canSave() && !canPrint());
        QVERIFY(busy()->findChild<QProgressBar *>()->accessibleName().contains(u"Saving"_s));
        m_commands->savePdf(m_home->filePath(u"meanwhile.pdf"_s)); // refused
        busy()->findChild<QToolButton *>(u"busyStop"_s)->click();
        QVERIFY(busy()->isVisible() && !canSave() && !canPrint()); // and says why
        QVERIFY(busy()->findChild<QToolButton *>(u"busyStop"_s)->isHidden());
        QVERIFY(busy()->findChild<QProgressBar *>()->accessibleName().contains(u"Stopping"_s));
        QTRY_VERIFY_WITH_TIMEOUT(canSave() && canPrint() && busy()->isHidden(), TestProgram::longest);
        const QString second = m_home->filePath(u"second.pdf"_s);
        m_commands->savePdf(second);
        Q_EMIT m_program->pane->pdfMade("a late answer", 1);
        QVERIFY(busy()->isVisible() && !QFile::exists(second));
        QTRY_VERIFY_WITH_TIMEOUT(canSave() && busy()->isHidden(), TestProgram::longest);
        QVERIFY2(QFile::exists(second), qPrintable(m_program->notices()));
        QVERIFY(!QFile::exists(first) && !QFile::exists(m_home->filePath(u"meanwhile.pdf"_s)));
    }

    // Nothing answers after that.
    void pageThatGoesMeanwhile_endsTheSaving()
    {
        openWithEngine();
        m_commands->savePdf(m_home->filePath(u"article.pdf"_s));
        const QSignalSpy made(m_program->pane, &WebPane::pdfMade);
        Q_EMIT m_program->pane->pdfMade({}, 0);
        QVERIFY(busy()->isHidden() && canSave() && canPrint());
        QVERIFY(!m_program->notices().isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 2, TestProgram::longest); // the engine is alive here
        QVERIFY(!QFile::exists(m_home->filePath(u"article.pdf"_s)));
    }

    void printing_isOneAtATime()
    {
        openWithEngine();
        const QString file = m_home->filePath(u"printed.pdf"_s);
        printTo(file);
        QVERIFY(busy()->isVisible() && !canSave() && !canPrint());
        QVERIFY(busy()->findChild<QToolButton *>(u"busyStop"_s)->isHidden());
        Q_EMIT m_program->pane->articleVisible(); // looks at all actions anew
        m_commands->print();
        QVERIFY(!canPrint() && m_program->window.findChildren<QPrintDialog *>().size() <= 1);
        m_commands->savePdf(m_home->filePath(u"meanwhile.pdf"_s));
        QTRY_VERIFY_WITH_TIMEOUT(busy()->isHidden(), TestProgram::longest);
        QVERIFY(canSave() && canPrint());
        QVERIFY2(QFile::exists(file), qPrintable(m_program->notices()));
        QVERIFY(!QFile::exists(m_home->filePath(u"meanwhile.pdf"_s)));
    }

    // Another is read meanwhile: its button printed that one.
    void failedPrint_isOfferedWithItsArticle()
    {
        const QString title = m_program->openTitle().section(u" – "_s, 0, -2);
        printTo(m_home->filePath(u"no folder/printed.pdf"_s));
        QVERIFY(m_program->notices().contains(title));
        const auto *again = m_program->find<NoticeBar>()->findChild<QToolButton *>(u"choice"_s);
        QVERIFY(again->isVisible());
        m_program->trigger(u"actionNextArticle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_program->openTitle().contains(title), TestProgram::longest);
        QVERIFY(m_program->notices().contains(title) && again->isHidden());
        m_program->trigger(u"actionPreviousArticle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->openTitle().contains(title), TestProgram::longest);
        QVERIFY(again->isVisible());
    }

    // Where the numbers of articles begin anew.
    void failedPrint_isNotOfferedInAnotherFolder()
    {
        for (const QString &name : {u"one"_s, u"two"_s}) {
            QVERIFY(QDir(m_home->path()).mkdir(name));
            QFile file(m_home->filePath(name + u"/a.md"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) &&
                    file.write("---\ntitle: " + name.toUtf8() + "\n---\n") > 0);
        }
        m_program->open(m_home->filePath(u"one"_s));
        printTo(m_home->filePath(u"no folder/printed.pdf"_s));
        const auto *again = m_program->find<NoticeBar>()->findChild<QToolButton *>(u"choice"_s);
        QVERIFY(again->isVisible());
        m_program->open(m_home->filePath(u"two"_s));
        QVERIFY(again->isHidden());
    }

    // Where Lectern is started once more, that is opened behind the question.
    void articleThatGoesBehindTheQuestion_isNotPrinted()
    {
        const QString file = m_home->filePath(u"printed.pdf"_s);
        m_program->trigger(u"actionPrint"_s);
        auto *dialog = m_program->find<QPrintDialog>();
        QVERIFY(dialog);
        dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
        dialog->printer()->setOutputFileName(file);
        m_program->window.openPath(m_home->path());
        Q_EMIT dialog->accepted(dialog->printer());
        QVERIFY(busy()->isHidden() && !QFile::exists(file));
    }

    // In another engine the open article is shown anew by then.
    void lostPrint_isOfferedAndNamed()
    {
        openWithEngine();
        const QString title = m_program->openTitle().section(u" – "_s, 0, -2);
        printTo(m_home->filePath(u"printed.pdf"_s));
        QSignalSpy printed(m_program->pane, &WebPane::printed);
        Q_EMIT m_program->pane->printed(WebPane::PrintEnd::Lost);
        QVERIFY(m_program->notices().contains(title) && !m_program->notices().contains(u"anew"_s));
        QVERIFY(m_program->find<NoticeBar>()->findChild<QToolButton *>(u"choice"_s)->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(printed.size(), 2, TestProgram::longest); // the engine is alive here
    }

    void programThatEndsMeanwhile_endsInPeace_data()
    {
        QTest::addColumn<bool>("isPrinting");
        QTest::addColumn<int>("turns"); // of the event loop
        for (const int turns : {0, 1, 3, 10, 30}) {
            QTest::addRow("saving, %d", turns) << false << turns;
            QTest::addRow("printing, %d", turns) << true << turns;
        }
    }

    // Chromium falls over a page that goes while it is made into a document.
    void programThatEndsMeanwhile_endsInPeace()
    {
        QFETCH(const bool, isPrinting);
        QFETCH(const int, turns);
        openWithEngine();
        if (isPrinting)
            printTo(m_home->filePath(u"printed.pdf"_s));
        else
            m_commands->savePdf(m_home->filePath(u"article.pdf"_s));
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        m_program.reset();
    }

    void articleThatIsLeftMeanwhile_isFinished_data()
    {
        QTest::addColumn<bool>("isPrinting");
        QTest::newRow("saving") << false;
        QTest::newRow("printing") << true;
    }

    // Chromium drops the document of a page that goes, and never says so.
    void articleThatIsLeftMeanwhile_isFinished()
    {
        QFETCH(const bool, isPrinting);
        openWithEngine();
        const QString file = m_home->filePath(u"left.pdf"_s);
        const QString left = m_program->openTitle();
        isPrinting ? printTo(file) : m_commands->savePdf(file);
        m_program->visible.clear();
        m_program->trigger(u"actionNextArticle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(canSave() && canPrint() && busy()->isHidden(), TestProgram::longest);
        QVERIFY2(QFileInfo(file).size() > 0, qPrintable(m_program->notices()));
        QTRY_VERIFY_WITH_TIMEOUT(!m_program->visible.isEmpty(), TestProgram::longest);
        QVERIFY(m_program->openTitle() != left);
    }

    void dialogForTheFile_isNotLargerThanTheScreen()
    {
        m_program->trigger(u"actionExport"_s);
        auto *dialog = m_program->find<QFileDialog>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->screen()->availableSize().width() >= dialog->width());
        QVERIFY(dialog->screen()->availableSize().height() >= dialog->height());
        QCOMPARE(dialog->defaultSuffix(), u"pdf"_s);
        dialog->reject();
        QTRY_VERIFY_WITH_TIMEOUT(!m_program->find<QFileDialog>(), patience);
    }

private:
    void printTo(const QString &file) const
    {
        m_program->trigger(u"actionPrint"_s);
        auto *dialog = m_program->find<QPrintDialog>();
        QVERIFY(dialog);
        dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
        dialog->printer()->setOutputFileName(file);
        const QPrinter *printer = dialog->printer();
        Q_EMIT dialog->accepted(dialog->printer());
        dialog->close();
        QVERIFY(printer->resolution() <= 300); // the engine draws every dot
    }
    void openWithEngine()
    {
        m_program.reset();
        m_program = std::make_unique<TestProgram>(m_home->path());
        m_program->open(TestProgram::seeds());
        m_commands = m_program->find<ArticleCommands>();
        QVERIFY(m_commands);
    }
    BusyStatus *busy() const { return m_program->find<BusyStatus>(u"articleBusy"_s); }
    bool canSave() const { return m_program->action(u"actionExport"_s)->isEnabled(); }
    bool canPrint() const { return m_program->action(u"actionPrint"_s)->isEnabled(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestProgram> m_program;
    ArticleCommands *m_commands = nullptr;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestArticleCommands>(
        argc, argv, [](QApplication &) { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); });
}

#include "tst_articlecommands.moc"

#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"
#include "ui/lateclosing.h"

#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;

class TestLateClosing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_program = std::make_unique<TestProgram>(m_home->path());
        m_program->open(TestProgram::seeds());
        m_commands = m_program->find<ArticleCommands>();
        QVERIFY(m_commands && m_program->find<LateClosing>());
    }

    void cleanup() { m_program.reset(); }

    void windowThatNothingHolds_goesAtOnce()
    {
        QVERIFY(m_program->window.close());
        QVERIFY(m_program->window.isHidden());
    }

    void failure_bringsTheWindowBack()
    {
        closeWhileSaving(m_home->filePath(u"no folder/article.pdf"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->window.isVisible(), TestProgram::longest);
        QVERIFY(m_program->notices().contains(u"no folder"_s));
    }

    void windowThatIsOpenedAgain_stays()
    {
        closeWhileSaving(file());
        m_program->window.openLast(); // as a second start does
        m_program->window.show();
        const QSignalSpy ended(m_commands, &ArticleCommands::ended);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, TestProgram::longest);
        QVERIFY(m_program->window.isVisible() && m_program->pane->hasArticle());
        QVERIFY(QFile::exists(file()));
    }

    // Whatever the engine does, the window is not gone for good.
    void longSaving_bringsTheWindowBack()
    {
        m_program->find<LateClosing>()->setPatience(0);
        const QSignalSpy ended(m_commands, &ArticleCommands::ended);
        closeWhileSaving(file());
        QTRY_VERIFY_WITH_TIMEOUT(m_program->window.isVisible(), patience);
        QVERIFY(m_program->notices().contains(u"still being saved"_s));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, TestProgram::longest);
        QCOMPARE(m_program->notices(), QString()); // no longer true
        QVERIFY(m_program->window.isVisible());
    }

    // The last, as it ends the event loop of a program.
    void writtenFile_endsTheProgram()
    {
        const QSignalSpy quit(qApp, &QCoreApplication::aboutToQuit);
        QTimer::singleShot(0, this, [this] { closeWhileSaving(file()); });
        QTimer::singleShot(TestProgram::longest, qApp, [] { QCoreApplication::exit(1); });
        QCOMPARE(QCoreApplication::exec(), 0);
        QCOMPARE(quit.size(), 1);
        QVERIFY(QFile::exists(file()));
        QVERIFY(m_program->window.isHidden());
    }

private:
    void closeWhileSaving(const QString &name)
    {
        m_commands->savePdf(name);
        QVERIFY(!m_program->window.close());
        QVERIFY(m_program->window.isHidden() && !QFile::exists(name));
    }
    QString file() const { return m_home->filePath(u"article.pdf"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestProgram> m_program;
    ArticleCommands *m_commands = nullptr;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestLateClosing>(argc, argv);
}

#include "tst_lateclosing.moc"

#include "tests/gui/testprogram.h"
#include "ui/articlecommands.h"
#include "ui/busystatus.h"

#include <QFileDialog>
#include <QLabel>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

// With the text in place of the page: it makes its document at once, and needs no engine.
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
        QVERIFY(m_program->find<BusyStatus>()->isHidden());
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

    void dialogForTheFile_isNotLargerThanTheScreen()
    {
        m_program->trigger(u"actionExport"_s);
        auto *dialog = m_program->find<QFileDialog>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->screen()->availableSize().width() >= dialog->width());
        QVERIFY(dialog->screen()->availableSize().height() >= dialog->height());
        QCOMPARE(dialog->defaultSuffix(), u"pdf"_s);
        dialog->reject();
        QTRY_VERIFY(!m_program->find<QFileDialog>());
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<TestProgram> m_program;
    ArticleCommands *m_commands = nullptr;
};

int main(int argc, char *argv[])
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    TestArticleCommands test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_articlecommands.moc"

#include "ui/hostrulesdialog.h"

#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestHostRulesDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_areWrittenAndReadBack();
    void wrongLines_areNamed();
    void unwritable_saysSoAndStays();
    void cancelled_writesNothing();

private:
    static QPlainTextEdit *text(const HostRulesDialog &dialog)
    {
        return dialog.findChild<QPlainTextEdit *>(u"hostRulesText"_s);
    }
    static QString state(const HostRulesDialog &dialog)
    {
        return dialog.findChild<QLabel *>(u"hostRulesState"_s)->text();
    }

    QTemporaryDir m_folder;
};

void TestHostRulesDialog::rules_areWrittenAndReadBack()
{
    const QString file = m_folder.filePath(u"data/hosts.txt"_s); // its folder is not there yet
    HostRulesDialog dialog(file);
    const QSignalSpy written(&dialog, &HostRulesDialog::rulesWritten);
    text(dialog)->setPlainText(u"a.example https://b.example/"_s);
    QCOMPARE(state(dialog), QString());
    dialog.accept();
    QCOMPARE(written.size(), 1);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    const HostRulesDialog again(file);
    QCOMPARE(text(again)->toPlainText(), u"a.example https://b.example/\n"_s);
}

void TestHostRulesDialog::wrongLines_areNamed()
{
    HostRulesDialog dialog(m_folder.filePath(u"wrong.txt"_s));
    text(dialog)->setPlainText(u"a.example https://b.example/\n# a comment\na.example\nb.example ftp://c/"_s);
    QVERIFY(state(dialog).contains(u"3, 4"_s));
}

void TestHostRulesDialog::unwritable_saysSoAndStays()
{
    const QString blocked = m_folder.filePath(u"file"_s);
    QFile file(blocked);
    QVERIFY(file.open(QFile::WriteOnly));
    HostRulesDialog dialog(blocked + u"/hosts.txt"_s);
    const QSignalSpy written(&dialog, &HostRulesDialog::rulesWritten);
    dialog.show();
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(!state(dialog).isEmpty());
    QCOMPARE(written.size(), 0);
}

void TestHostRulesDialog::cancelled_writesNothing()
{
    const QString file = m_folder.filePath(u"cancelled.txt"_s);
    HostRulesDialog dialog(file);
    text(dialog)->setPlainText(u"a.example https://b.example/"_s);
    dialog.reject();
    QVERIFY(!QFile::exists(file));
}

QTEST_MAIN(TestHostRulesDialog)
#include "tst_hostrulesdialog.moc"

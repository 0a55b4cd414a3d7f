#include "tests/gui/testprogram.h"
#include "ui/enginesetup.h"
#include "ui/language.h"

#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace
{

// Every text that has no letter, and every letter that is given twice in one menu. Names of folders and the
// like have none.
void collectFaults(const QString &menu, const QList<QAction *> &actions, QStringList &faults)
{
    QHash<QKeySequence, QString> taken;
    for (const QAction *action : actions) {
        if (action->isSeparator() || (action->objectName().isEmpty() && !action->menu()))
            continue;
        const QKeySequence letter = QKeySequence::mnemonic(action->text());
        if (letter.isEmpty())
            faults << u"%1: “%2” has no letter"_s.arg(menu, action->text());
        else if (taken.contains(letter))
            faults << u"%1: “%2” and “%3” have one letter"_s.arg(menu, action->text(), taken.value(letter));
        taken.insert(letter, action->text());
        if (action->menu())
            collectFaults(action->text(), action->menu()->actions(), faults);
    }
}

}

// Run once in each language: the environment says in which.
class TestMenus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Without the engine: no page is asked for here.
        m_program =
            std::make_unique<TestProgram>(m_home.path(), NetworkUse::Never, PaneOptions{nullptr, false});
    }

    void cleanupTestCase() { m_program.reset(); }

    void language_isTheOneAskedFor()
    {
        const bool isChinese = qgetenv("LANGUAGE") == "zh_CN";
        const QString title = m_program->window.menuBar()->actions().first()->text();
        QCOMPARE(title, isChinese ? u"文件(&F)"_s : u"&File"_s);
    }

    void letters_areThereAndDiffer()
    {
        QStringList faults;
        collectFaults(u"menu bar"_s, m_program->window.menuBar()->actions(), faults);
        QCOMPARE(faults.join(u'\n'), QString());
    }

    // What style.md and the issue want of every command.
    void commands_saySomething()
    {
        QStringList faults;
        for (const QAction *action :
             m_program->window.findChildren<QAction *>(QRegularExpression(u"^action"_s))) {
            if (action->statusTip().isEmpty())
                faults << u"%1 has no status tip"_s.arg(action->objectName());
            if (action->text().isEmpty())
                faults << u"%1 has no text"_s.arg(action->objectName());
        }
        QCOMPARE(faults.join(u'\n'), QString());
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<TestProgram> m_program;
};

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv))
        return refused;
    QApplication application(argc, argv);
    installLanguage(application);
    TestMenus test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_menus.moc"

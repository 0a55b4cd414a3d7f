#include "ui/markingsdialog.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

class TestMarkingsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<MarkingsDialog>(nullptr);
        m_turned.clear();
        connect(m_dialog.get(), &MarkingsDialog::turnWanted, this,
                [this](qint64 entry) { m_turned << entry; });
    }

    void empty_offersNothing()
    {
        m_dialog->showJournal({});
        QVERIFY(!turnButton()->isEnabled());
    }

    void line_saysWhatAndOfWhich()
    {
        m_dialog->showJournal({entry(7, Marking::Starred, u"第一篇"_s)});
        const QString what = tree()->topLevelItem(0)->text(0);
        QVERIFY2(what.contains(u"第一篇"_s) && what.contains(u"star"_s), qPrintable(what));
    }

    void button_takesBackAndDoesAgain()
    {
        JournalEntry undone = entry(6, Marking::Read);
        undone.isUndone = true;
        m_dialog->showJournal({entry(7, Marking::Read), undone});
        const QString takeBack = turnButton()->text();
        turnButton()->click();
        QTest::keyClick(tree(), Qt::Key_Down);
        QVERIFY(turnButton()->text() != takeBack);
        turnButton()->click();
        QCOMPARE(m_turned, QList<qint64>({7, 6}));
    }

    void newerMarking_keepsTheCurrentLine()
    {
        m_dialog->showJournal({entry(7, Marking::Read), entry(6, Marking::Read)});
        QTest::keyClick(tree(), Qt::Key_Down);
        m_dialog->showJournal({entry(8, Marking::Read), entry(7, Marking::Read), entry(6, Marking::Read)});
        turnButton()->click();
        QCOMPARE(m_turned, QList<qint64>{6});
    }

private:
    static JournalEntry entry(qint64 id, Marking marking, const QString &title = {})
    {
        JournalEntry made;
        made.id = id;
        made.marking = marking;
        made.at = QDateTime(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);
        made.articles = 1;
        made.title = title;
        return made;
    }
    QTreeWidget *tree() const { return m_dialog->findChild<QTreeWidget *>(); }
    QPushButton *turnButton() const
    {
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text().contains(u"Back"_s) || button->text().contains(u"Again"_s) ||
                button->text().isEmpty())
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<MarkingsDialog> m_dialog;
    QList<qint64> m_turned;
};

QTEST_MAIN(TestMarkingsDialog)
#include "tst_markingsdialog.moc"

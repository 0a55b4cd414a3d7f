#include "ui/commandpalette.h"

#include "tests/patience.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCommandPalette final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 600);
        m_button = new QPushButton(u"Before"_s, m_window.get());
        m_palette = new CommandPalette(m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
        m_button->setFocus();
        m_ran.clear();
    }

    void model_isAModel()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setEntries(entries({u"Star"_s, u"Print"_s}));
        model.setPattern(u"st"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(resets.size(), 2);
    }

    void nothingTyped_offersTheCommands()
    {
        QList<PaletteEntry> all = entries({u"Star"_s, u"Print"_s, u"新媒体"_s});
        all[2].isAlwaysOffered = false;
        m_palette->open(all);
        QCOMPARE(names(), QStringList({u"Star"_s, u"Print"_s}));
    }

    void lowWindow_hasAllOfIt()
    {
        m_window->resize(600, 260);
        QStringList many;
        for (int i = 0; i < 30; ++i)
            many << u"Command %1"_s.arg(i);
        m_palette->open(entries(many));
        QCoreApplication::processEvents();
        const auto *list = m_palette->findChild<QWidget *>(u"paletteList"_s);
        QVERIFY(m_window->rect().contains(m_palette->geometry()));
        QVERIFY(m_palette->rect().contains(list->geometry()));
    }

    void best_comesFirstAndIsRun()
    {
        m_palette->open(entries({u"Last Article"_s, u"Star"_s, u"Print"_s}));
        QTest::keyClicks(text(), u"st"_s);
        QCOMPARE(names(), QStringList({u"Star"_s, u"Last Article"_s}));
        QTest::keyClick(text(), Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"Star"_s});
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_button->hasFocus());
    }

    void arrows_chooseAnother()
    {
        m_palette->open(entries({u"Star"_s, u"Print"_s, u"Quit"_s}));
        QTest::keyClick(text(), Qt::Key_Down);
        QTest::keyClick(text(), Qt::Key_Down);
        QTest::keyClick(text(), Qt::Key_Down); // round
        QTest::keyClick(text(), Qt::Key_Up);   // and back
        QTest::keyClick(text(), Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"Quit"_s});
    }

    // The focus stays in the field: a screen reader hears its description.
    void currentRow_isHeardInTheField()
    {
        m_palette->open(entries({u"Star"_s, u"Print"_s}));
        QVERIFY(text()->accessibleDescription().startsWith(u"Star"_s));
        QTest::keyClick(text(), Qt::Key_Down);
        QVERIFY(text()->accessibleDescription().startsWith(u"Print"_s));
        QTest::keyClicks(text(), u"sta"_s);
        QVERIFY(text()->accessibleDescription().startsWith(u"Star"_s));
        QTest::keyClicks(text(), u"zzz"_s);
        QCOMPARE(text()->accessibleDescription(), u"Nothing has that name."_s);
    }

    void unavailable_comesLastAndIsNotRun()
    {
        QList<PaletteEntry> all = entries({u"Print"_s, u"Print Again"_s});
        all[0].isEnabled = false;
        m_palette->open(all);
        QTest::keyClicks(text(), u"print"_s);
        QCOMPARE(names(), QStringList({u"Print Again"_s, u"Print"_s}));
        QTest::keyClick(text(), Qt::Key_Down);
        QTest::keyClick(text(), Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"Print Again"_s});
        all.removeLast();
        m_palette->open(all);
        QTest::keyClick(text(), Qt::Key_Return);
        QCOMPARE(m_ran.size(), 1);
        QVERIFY(m_palette->isVisible());
    }

    void chineseName_isFoundByPinyin()
    {
        m_palette->open(entries({u"打印"_s, u"新媒体"_s, u"银行"_s}));
        QTest::keyClicks(text(), u"xmt"_s);
        // As soon as the readings are known.
        QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"新媒体"_s}, patience);
        text()->setText(u"yinhang"_s);
        QCOMPARE(names(), QStringList{u"银行"_s});
        QCOMPARE(model()->index(0, 0).data(PaletteModel::MatchRole).value<QList<int>>(), QList<int>({0, 1}));
    }

    void esc_leavesEverythingAsItWas()
    {
        m_palette->open(entries({u"Star"_s}));
        QTest::keyClick(text(), Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_button->hasFocus());
        QVERIFY(m_ran.isEmpty());
    }

    void keys_areItsOwn()
    {
        QShortcut control(QKeySequence(u"Ctrl+J"_s), m_window.get());
        QShortcut function(QKeySequence(u"F5"_s), m_window.get());
        QSignalSpy pressed(&control, &QShortcut::activated);
        QSignalSpy functionPressed(&function, &QShortcut::activated);
        m_palette->open(entries({u"Star"_s}));
        QTest::keyClick(text(), Qt::Key_J, Qt::ControlModifier);
        QTest::keyClick(text(), Qt::Key_F5);
        QVERIFY(pressed.isEmpty() && functionPressed.isEmpty());
    }

    void manyEntries_areBounded()
    {
        QStringList many;
        for (int i = 0; i < 5000; ++i)
            many << u"Category %1"_s.arg(i);
        m_palette->open(entries(many));
        QTest::keyClicks(text(), u"cat"_s);
        QVERIFY(names().size() <= 200);
        QTest::keyClicks(text(), u" 4711"_s);
        QCOMPARE(names().first(), u"Category 4711"_s);
    }

    void narrowWindow_holdsIt()
    {
        m_window->resize(300, 240);
        m_palette->open(entries({u"A rather long name of a command that has many words"_s, u"Print"_s}));
        QVERIFY(m_window->rect().contains(m_palette->geometry().adjusted(14, 0, -14, 0)));
    }

private:
    QList<PaletteEntry> entries(const QStringList &all)
    {
        QList<PaletteEntry> made;
        for (const QString &name : all) {
            PaletteEntry entry;
            entry.name = name;
            entry.run = [this, name] { m_ran << name; };
            made << entry;
        }
        return made;
    }

    QLineEdit *text() const { return m_palette->findChild<QLineEdit *>(u"paletteText"_s); }
    QAbstractItemModel *model() const { return m_palette->findChild<QListView *>(u"paletteList"_s)->model(); }
    QStringList names() const
    {
        QStringList shown;
        for (int row = 0; row < model()->rowCount(); ++row)
            shown << model()->index(row, 0).data().toString();
        return shown;
    }

    std::unique_ptr<QWidget> m_window;
    QPushButton *m_button = nullptr;
    CommandPalette *m_palette = nullptr;
    QStringList m_ran;
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"

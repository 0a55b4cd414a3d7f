#include "tests/gui/enginetest.h"
#include "ui/markcommands.h"

#include "tests/gui/testprogram.h"
#include "tests/patience.h"

#include <QStatusBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace
{
void openSeeds(TestProgram &program, ReadWhen when)
{
    program.settings.setReadWhen(when);
    program.open(TestProgram::seeds());
}

int countOf(const TestProgram &program, CategoryModel::Role role)
{
    return program.library.categories()->index(0, 0).data(role).toInt();
}

int unread(const TestProgram &program)
{
    return countOf(program, CategoryModel::UnreadRole);
}

int articles(const TestProgram &program)
{
    return countOf(program, CategoryModel::ArticlesRole);
}

bool isRead(const TestProgram &program, int row)
{
    return program.library.articles()->article(row).value_or(ArticleRow()).read;
}

JournalEntry lastMarking(TestProgram &program)
{
    QSignalSpy known(&program.library, &Library::journalKnown);
    program.library.requestJournal(1);
    return known.wait(patience) ? known[0][0].value<QList<JournalEntry>>().value(0) : JournalEntry();
}

QString said(const TestProgram &program)
{
    return program.find<QStatusBar>()->currentMessage();
}
}

class TestMarkCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void shownArticle_isReadWhenTheReaderWantsIt_data()
    {
        QTest::addColumn<int>("when");
        QTest::addColumn<bool>("read");
        QTest::newRow("at once") << int(ReadWhen::AtOnce) << true;
        QTest::newRow("after a moment") << int(ReadWhen::AfterAMoment) << true;
        QTest::newRow("by key only") << int(ReadWhen::ByKeyOnly) << false;
    }

    void shownArticle_isReadWhenTheReaderWantsIt()
    {
        QFETCH(int, when);
        QFETCH(bool, read);
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen(when));
        if (read)
            QTRY_VERIFY_WITH_TIMEOUT(isRead(program, 0), patience);
        program.trigger(u"actionMarkRead"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isRead(program, 0), patience);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), articles(program) - 1, patience);
    }

    void articlePassedBy_staysUnread()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        program.settings.setReadWhen(ReadWhen::AfterAMoment);
        program.trigger(u"actionNextArticle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.visible.size() > 1, patience);
        program.trigger(u"actionNextArticle"_s); // within the second
        QTRY_VERIFY_WITH_TIMEOUT(isRead(program, 2), patience);
        QVERIFY(!isRead(program, 1));
    }

    void selection_isMarkedByKey()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        program.list()->selectAll();
        program.trigger(u"actionMarkRead"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), 0, patience);
        program.trigger(u"actionStar"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->article(5)->starred, patience);
        program.trigger(u"actionUndo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!program.library.articles()->article(5)->starred, patience);
        program.trigger(u"actionUndo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), articles(program), patience);
    }

    void wholeList_isMarkedByOneHorizon()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        program.list()->selectAll();
        program.trigger(u"actionMarkRead"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), 0, patience);
        QCOMPARE(lastMarking(program).marking, Marking::ReadHorizon);
        program.trigger(u"actionMarkUnread"_s); // which no horizon can say
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), articles(program), patience);
        QCOMPARE(lastMarking(program).marking, Marking::Unread);
    }

    void wholeViewOfItsOwn_isMarkedOneByOne()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        const QList<ArticleId> two{program.library.articles()->idAt(1), program.library.articles()->idAt(2)};
        program.library.mark(Marking::Starred, two);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.viewCounts().starred, 2, patience);
        program.trigger(u"actionShowStarred"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), 2, patience);
        program.list()->selectAll();
        program.trigger(u"actionMarkRead"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), articles(program) - 2, patience);
        QCOMPARE(lastMarking(program).articles, 2);
        QVERIFY(said(program).contains(u'2'));
    }

    void selectedArticle_isMarkedThoughAnotherIsOpen()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        QItemSelectionModel *selection = program.list()->selectionModel();
        selection->select(program.library.articles()->index(2), QItemSelectionModel::ClearAndSelect);
        program.trigger(u"actionMarkRead"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isRead(program, 2), patience);
        QVERIFY(!isRead(program, 0));
        program.trigger(u"actionStar"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->article(2)->starred, patience);
        QVERIFY(!program.library.articles()->article(0)->starred);
    }

    void below_isReadAndTakenBackAfterARestart()
    {
        {
            TestProgram program(m_home->path());
            openSeeds(program, ReadWhen::ByKeyOnly);
            program.trigger(u"actionNextArticle"_s);
            program.trigger(u"actionNextArticle"_s);
            QTRY_VERIFY_WITH_TIMEOUT(program.pane->articleId() == program.library.articles()->idAt(2),
                                     patience);
            program.trigger(u"actionMarkBelow"_s);
            QTRY_COMPARE_WITH_TIMEOUT(unread(program), 2, patience);
            QVERIFY(!said(program).isEmpty());
        }
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), 2, patience);
        program.trigger(u"actionUndo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), articles(program), patience);
        QVERIFY(!said(program).isEmpty());
        program.trigger(u"actionRedo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), 2, patience);
    }

    void below_inAnotherOrder()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        QSignalSpy changed(&program.library, &Library::listChanged);
        program.trigger(u"actionSortTitle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0, patience);
        program.trigger(u"actionLastArticle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.list()->currentIndex().row() == articles(program) - 1, patience);
        program.trigger(u"actionPreviousArticle"_s);
        const int row = articles(program) - 2;
        QTRY_VERIFY_WITH_TIMEOUT(program.pane->articleId() == program.library.articles()->idAt(row),
                                 patience);
        program.trigger(u"actionMarkBelow"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), row, patience);
        QVERIFY(isRead(program, row) && isRead(program, row + 1) && !isRead(program, row - 1));
    }

    void wholeList_isThatOfTheCategory()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        auto *tree = program.window.findChild<CategoryTree *>();
        QSignalSpy changed(&program.library, &Library::listChanged);
        program.trigger(u"actionNextCategory"_s);
        const QModelIndex category = tree->currentIndex();
        const int count = category.data(CategoryModel::ArticlesRole).toInt();
        QVERIFY(count > 0 && count < articles(program));
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0, patience);
        program.trigger(u"actionMarkAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unread(program), articles(program) - count, patience);
        QCOMPARE(category.data(CategoryModel::UnreadRole).toInt(), 0);
    }

    void takenBack_isNotMarkedAgain()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::AtOnce);
        QTRY_VERIFY_WITH_TIMEOUT(isRead(program, 0), patience);
        program.trigger(u"actionUndo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!isRead(program, 0), patience);
        const auto shown = program.visible.size();
        program.trigger(u"actionNextTheme"_s); // shows the page anew
        QTRY_VERIFY_WITH_TIMEOUT(program.visible.size() > shown, patience);
        QVERIFY(!isRead(program, 0));
    }

    void nothingToTakeBack_isSaid()
    {
        TestProgram program(m_home->path());
        openSeeds(program, ReadWhen::ByKeyOnly);
        program.trigger(u"actionUndo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!said(program).isEmpty(), patience);
    }

    void texts_nameWhatWasMarked()
    {
        JournalEntry entry;
        entry.articles = 3;
        QCOMPARE(markingText(entry).contains(u'3'), true);
        entry.marking = Marking::ReadHorizon;
        const QString day = QLocale().toString(QDate(2021, 11, 23), QLocale::LongFormat);
        entry.horizon.archive = u"/folders/archive"_s;
        entry.horizon.to = QDateTime(QDate(2021, 11, 23), QTime(12, 0)).toMSecsSinceEpoch();
        QCOMPARE(markingText(entry), u"“archive” up to %1 marked as read"_s.arg(day));
        entry.horizon.category = {u"a"_s, u"World"_s};
        entry.horizon.from = entry.horizon.to - 1;
        entry.horizon.to = std::numeric_limits<qint64>::max();
        QCOMPARE(markingText(entry), u"“World” from %1 on marked as read"_s.arg(day));
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestMarkCommands>(argc, argv);
}
#include "tst_markcommands.moc"

#include "ui/markcommands.h"

#include "app/library/library.h"
#include "ui/articlelist.h"
#include "ui/categorytree.h"
#include "ui/enginesetup.h"
#include "ui/imagethread.h"
#include "ui/mainwindow.h"
#include "ui/webpane.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait: the machine may be busy

namespace
{
// The whole program but main(), with folders of its own.
struct Program {
    Program(const QString &home, ReadWhen when)
        : settings(home + u"/settings.ini"_s)
        , images(home + u"/pictures"_s, NetworkUse::Never)
        , library({home + u"/data"_s, home + u"/cache"_s})
        , window(library, settings, images, QStringLiteral(LECTERN_SEEDS))
    {
        settings.setReadWhen(when);
        window.resize(1180, 760);
        window.show();
        window.openPath(QStringLiteral(LECTERN_SEEDS));
    }

    bool isReady() const { return !library.isPassRunning() && pane->hasArticle() && visible.size() > 0; }
    void trigger(const QString &action) const { window.findChild<QAction *>(action)->trigger(); }
    ArticleList *list() const { return window.findChild<ArticleList *>(u"articleList"_s); }
    int unread() const { return library.categories()->index(0, 0).data(CategoryModel::UnreadRole).toInt(); }
    int articles() const
    {
        return library.categories()->index(0, 0).data(CategoryModel::ArticlesRole).toInt();
    }
    bool isRead(int row) const { return library.articles()->article(row).value_or(ArticleRow()).read; }
    JournalEntry lastMarking()
    {
        QSignalSpy known(&library, &Library::journalKnown);
        library.requestJournal(1);
        return known.wait(patience) ? known[0][0].value<QList<JournalEntry>>().value(0) : JournalEntry();
    }
    QString said() const { return window.findChild<QStatusBar *>()->currentMessage(); }

    Settings settings;
    ImageThread images;
    Library library;
    MainWindow window;
    WebPane *pane = window.findChild<WebPane *>();
    QSignalSpy visible{pane, &WebPane::articleVisible};
};
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
        Program program(m_home->path(), ReadWhen(when));
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        if (read)
            QTRY_VERIFY_WITH_TIMEOUT(program.isRead(0), patience);
        program.trigger(u"actionMarkRead"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.isRead(0), patience);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), program.articles() - 1, patience);
    }

    void articlePassedBy_staysUnread()
    {
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        program.settings.setReadWhen(ReadWhen::AfterAMoment);
        program.trigger(u"actionNextArticle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.visible.size() > 1, patience);
        program.trigger(u"actionNextArticle"_s); // within the second
        QTRY_VERIFY_WITH_TIMEOUT(program.isRead(2), patience);
        QVERIFY(!program.isRead(1));
    }

    void selection_isMarkedByKey()
    {
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        program.list()->selectAll();
        program.trigger(u"actionMarkRead"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), 0, patience);
        program.trigger(u"actionStar"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->article(5)->starred, patience);
        program.trigger(u"actionUndo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!program.library.articles()->article(5)->starred, patience);
        program.trigger(u"actionUndo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), program.articles(), patience);
    }

    void wholeList_isMarkedByOneHorizon()
    {
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        program.list()->selectAll();
        program.trigger(u"actionMarkRead"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), 0, patience);
        QCOMPARE(program.lastMarking().marking, Marking::ReadHorizon);
        program.trigger(u"actionMarkUnread"_s); // which no horizon can say
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), program.articles(), patience);
        QCOMPARE(program.lastMarking().marking, Marking::Unread);
    }

    void wholeViewOfItsOwn_isMarkedOneByOne()
    {
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        const QList<ArticleId> two{program.library.articles()->idAt(1), program.library.articles()->idAt(2)};
        program.library.mark(Marking::Starred, two);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.viewCounts().starred, 2, patience);
        program.trigger(u"actionShowStarred"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), 2, patience);
        program.list()->selectAll();
        program.trigger(u"actionMarkRead"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), program.articles() - 2, patience);
        QCOMPARE(program.lastMarking().articles, 2);
        QVERIFY(program.said().contains(u'2'));
    }

    void selectedArticle_isMarkedThoughAnotherIsOpen()
    {
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        QItemSelectionModel *selection = program.list()->selectionModel();
        selection->select(program.library.articles()->index(2), QItemSelectionModel::ClearAndSelect);
        program.trigger(u"actionMarkRead"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.isRead(2), patience);
        QVERIFY(!program.isRead(0));
        program.trigger(u"actionStar"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->article(2)->starred, patience);
        QVERIFY(!program.library.articles()->article(0)->starred);
    }

    void below_isReadAndTakenBackAfterARestart()
    {
        {
            Program program(m_home->path(), ReadWhen::ByKeyOnly);
            QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
            program.trigger(u"actionNextArticle"_s);
            program.trigger(u"actionNextArticle"_s);
            QTRY_VERIFY_WITH_TIMEOUT(program.pane->articleId() == program.library.articles()->idAt(2),
                                     patience);
            program.trigger(u"actionMarkBelow"_s);
            QTRY_COMPARE_WITH_TIMEOUT(program.unread(), 2, patience);
            QVERIFY(!program.said().isEmpty());
        }
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), 2, patience);
        program.trigger(u"actionUndo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), program.articles(), patience);
        QVERIFY(!program.said().isEmpty());
        program.trigger(u"actionRedo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), 2, patience);
    }

    void below_inAnotherOrder()
    {
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        QSignalSpy changed(&program.library, &Library::listChanged);
        program.trigger(u"actionSortTitle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0, patience);
        program.trigger(u"actionLastArticle"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.list()->currentIndex().row() == program.articles() - 1, patience);
        program.trigger(u"actionPreviousArticle"_s);
        const int row = program.articles() - 2;
        QTRY_VERIFY_WITH_TIMEOUT(program.pane->articleId() == program.library.articles()->idAt(row),
                                 patience);
        program.trigger(u"actionMarkBelow"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), row, patience);
        QVERIFY(program.isRead(row) && program.isRead(row + 1) && !program.isRead(row - 1));
    }

    void wholeList_isThatOfTheCategory()
    {
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        auto *tree = program.window.findChild<CategoryTree *>();
        QSignalSpy changed(&program.library, &Library::listChanged);
        program.trigger(u"actionNextCategory"_s);
        const QModelIndex category = tree->currentIndex();
        const int count = category.data(CategoryModel::ArticlesRole).toInt();
        QVERIFY(count > 0 && count < program.articles());
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0, patience);
        program.trigger(u"actionMarkAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.unread(), program.articles() - count, patience);
        QCOMPARE(category.data(CategoryModel::UnreadRole).toInt(), 0);
    }

    void takenBack_isNotMarkedAgain()
    {
        Program program(m_home->path(), ReadWhen::AtOnce);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady() && program.isRead(0), patience);
        program.trigger(u"actionUndo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!program.isRead(0), patience);
        const auto shown = program.visible.size();
        program.trigger(u"actionNextTheme"_s); // shows the page anew
        QTRY_VERIFY_WITH_TIMEOUT(program.visible.size() > shown, patience);
        QVERIFY(!program.isRead(0));
    }

    void nothingToTakeBack_isSaid()
    {
        Program program(m_home->path(), ReadWhen::ByKeyOnly);
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        program.trigger(u"actionUndo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!program.said().isEmpty(), patience);
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
    if (const int refused = prepareEngine(argc, argv, DisplayUse::Window))
        return refused;
    QApplication application(argc, argv);
    TestMarkCommands test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_markcommands.moc"

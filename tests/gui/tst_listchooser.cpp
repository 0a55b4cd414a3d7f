#include "ui/listchooser.h"

#include "app/library/settings.h"
#include "tests/patience.h"
#include "ui/categorytree.h"
#include "ui/viewlist.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QString everything = u"a3 c2 a2 c1 b1 a1"_s;

// Tree, views and list of an archive, without the window around them. Articles a1, a2 and a3 of the category
// "a", b1 of "b" and c1 and c2 of "c"; the later number is the newer article.
struct Chooser {
    explicit Chooser(const QString &home)
        : settings(home + u"/settings.ini"_s)
        , library({home, home})
        , model(library.articles())
        , selection(model)
        , navigator(*model, selection, &parent)
    {
        tree.setModel(library.categories());
        chooser = std::make_unique<ListChooser>(
            ListChooser::Actions{&all, &unread, &starred, &newest, &recent, &hide, &star},
            ListChooser::Parts{library, settings, navigator, tree, views, side}, &parent);
        QSignalSpy finished(&library, &Library::passFinished);
        library.openArchive(home + u"/archive"_s);
        isOpen = finished.wait(20'000);
        tree.expandAll();
    }

    QString listed() const
    {
        QStringList titles;
        for (int row = 0; row < model->rowCount(); ++row)
            titles << model->index(row).data(ArticleModel::TitleRole).toString();
        return titles.join(u' ');
    }
    QString opened() const { return navigator.current() ? navigator.current()->head.title : QString(); }
    QString category() const { return tree.currentIndex().data().toString(); }
    void read(const QString &title)
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto article = model->article(row);
            if (article && article->head.title == title)
                library.setRead(*article, true);
        }
    }

    QObject parent;
    Settings settings;
    Library library;
    ArticleModel *model;
    QItemSelectionModel selection;
    Navigator navigator;
    CategoryTree tree;
    ViewList views;
    QWidget side;
    QAction all, unread, starred, newest, recent, hide, star;
    std::unique_ptr<ListChooser> chooser;
    bool isOpen = false;
};

}

class TestListChooser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneIsChosenAtATime();
    void focus_choosesNothing();
    void keys_stepOverBoth();
    void actions_showWhatIsChosen();
    void unread_goesOnInTheNextCategory_data();
    void unread_goesOnInTheNextCategory();
    void everythingRead_isSaid();
    void hiddenRead_isKept();
    void emptyList_saysWhy();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestListChooser::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QDir(m_home->path()).mkpath(u"archive"_s);
    for (const QString &name : {u"a1"_s, u"a2"_s, u"a3"_s, u"b1"_s, u"c1"_s, u"c2"_s}) {
        QFile file(m_home->filePath(u"archive/%1.md"_s.arg(name)));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(u"---\ntitle: %1\ndate: 2021-11-0%2 08:00:00\ncategories: [%3]\n---\ntext\n"_s
                       .arg(name, name.last(1), name.first(1))
                       .toUtf8());
    }
}

void TestListChooser::oneIsChosenAtATime()
{
    Chooser window(m_home->path());
    QVERIFY(window.isOpen);
    window.tree.setCurrentIndex(window.library.categories()->indexOf({u"a"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(window.listed(), u"a3 a2 a1"_s, patience);
    window.views.setView(ArticleView::Newest);
    QTRY_COMPARE_WITH_TIMEOUT(window.listed(), u"a3"_s, patience);
    QVERIFY(!window.tree.currentIndex().isValid());
    QVERIFY(window.tree.selectionModel()->selectedIndexes().isEmpty());
    window.tree.setCurrentIndex(window.library.categories()->indexOf({u"b"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(window.listed(), u"b1"_s, patience);
    QCOMPARE(window.views.view(), ArticleView::Category);
}

void TestListChooser::focus_choosesNothing()
{
    Chooser window(m_home->path());
    window.tree.show();
    window.views.show();
    const auto focus = [](QWidget &widget) {
        widget.activateWindow();
        widget.setFocus();
        return QTest::qWaitForWindowActive(&widget) && QTest::qWaitFor([&] { return widget.hasFocus(); });
    };
    window.tree.setCurrentIndex(window.library.categories()->indexOf({u"b"_s}));
    QVERIFY(focus(window.views));
    QCOMPARE(window.views.view(), ArticleView::Category);
    QCOMPARE(window.category(), u"b"_s);
    window.views.setView(ArticleView::Starred);
    QVERIFY(focus(window.tree));
    QCOMPARE(window.views.view(), ArticleView::Starred);
    QVERIFY(!window.tree.currentIndex().isValid());
}

void TestListChooser::keys_stepOverBoth()
{
    Chooser window(m_home->path());
    window.tree.setCurrentIndex(window.library.categories()->indexOf(wholeArchive));
    window.chooser->step(-1);
    QCOMPARE(window.views.view(), ArticleView::RecentlyRead);
    for (int step = 0; step < 5; ++step)
        window.chooser->step(-1);
    QCOMPARE(window.views.view(), ArticleView::Unread);
    for (int step = 0; step < 4; ++step)
        window.chooser->step(1);
    QCOMPARE(window.views.view(), ArticleView::Category);
    QCOMPARE(window.category(), u"archive"_s);
    QTest::keyClick(&window.tree, Qt::Key_Up);
    QCOMPARE(window.views.view(), ArticleView::RecentlyRead);
    QTest::keyClick(&window.views, Qt::Key_Down);
    QCOMPARE(window.category(), u"archive"_s);
}

void TestListChooser::actions_showWhatIsChosen()
{
    Chooser window(m_home->path());
    window.starred.trigger();
    QTRY_COMPARE_WITH_TIMEOUT(window.model->rowCount(), 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(window.starred.isChecked(), patience);
    window.all.trigger();
    QTRY_COMPARE_WITH_TIMEOUT(window.listed(), everything, patience);
    QTRY_VERIFY_WITH_TIMEOUT(window.all.isChecked(), patience);
    QVERIFY(!window.starred.isChecked());
    window.tree.setCurrentIndex(window.library.categories()->indexOf({u"b"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!window.all.isChecked(), patience);
}

void TestListChooser::unread_goesOnInTheNextCategory_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QString>("category"); // empty: the whole archive
    QTest::addColumn<bool>("isForward");
    QTest::addColumn<QString>("opened");
    QTest::addColumn<QString>("shown");

    QTest::newRow("in the same") << u"a3"_s << u"a"_s << true << u"a2"_s << u"a"_s;
    QTest::newRow("in the next") << u"a1 a2 a3"_s << u"a"_s << true << u"b1"_s << u"b"_s;
    QTest::newRow("over one that is read") << u"a1 a2 a3 b1"_s << u"a"_s << true << u"c2"_s << u"c"_s;
    QTest::newRow("round the end") << u"c1 c2 a3"_s << u"c"_s << true << u"a2"_s << u"a"_s;
    QTest::newRow("back to the one before") << u"b1 a1"_s << u"b"_s << false << u"a2"_s << u"a"_s;
    QTest::newRow("back round the beginning") << u"a1 a2 a3"_s << u"a"_s << false << u"c1"_s << u"c"_s;
}

void TestListChooser::unread_goesOnInTheNextCategory()
{
    QFETCH(QString, read);
    QFETCH(QString, category);
    QFETCH(bool, isForward);
    QFETCH(QString, opened);
    QFETCH(QString, shown);
    Chooser window(m_home->path());
    QTRY_COMPARE_WITH_TIMEOUT(window.listed(), everything, patience);
    const QStringList titles = read.split(u' ');
    for (const QString &title : titles)
        window.read(title);
    const auto whole = [&window] { return window.library.categories()->indexOf(wholeArchive); };
    QTRY_COMPARE_WITH_TIMEOUT(whole().data(CategoryModel::UnreadRole).toInt(), 6 - titles.size(), patience);
    window.tree.setCurrentIndex(window.library.categories()->indexOf({category}));
    QTRY_VERIFY_WITH_TIMEOUT(window.listed().startsWith(category) && !window.listed().contains(u"?"_s),
                             patience);
    QTRY_COMPARE_WITH_TIMEOUT(window.model->rowCount(),
                              window.tree.currentIndex().data(CategoryModel::ArticlesRole).toInt(), patience);
    window.navigator.goUnread(isForward ? Navigator::Step::Next : Navigator::Step::Previous);
    QTRY_COMPARE_WITH_TIMEOUT(window.opened(), opened, patience);
    QCOMPARE(window.category(), shown);
}

void TestListChooser::everythingRead_isSaid()
{
    Chooser window(m_home->path());
    QTRY_COMPARE_WITH_TIMEOUT(window.listed(), everything, patience);
    for (const QString &title : {u"a1"_s, u"a2"_s, u"a3"_s, u"b1"_s, u"c1"_s, u"c2"_s})
        window.read(title);
    QSignalSpy said(window.chooser.get(), &ListChooser::said);
    QTRY_COMPARE_WITH_TIMEOUT(
        window.library.categories()->indexOf(wholeArchive).data(CategoryModel::UnreadRole).toInt(), 0,
        patience);
    window.navigator.goUnread(Navigator::Step::Next);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patience);
    QVERIFY(window.opened().isEmpty());
}

void TestListChooser::hiddenRead_isKept()
{
    {
        Chooser window(m_home->path());
        QTRY_COMPARE_WITH_TIMEOUT(window.listed(), everything, patience);
        window.read(u"b1"_s);
        QSignalSpy known(&window.library, &Library::journalKnown);
        window.library.requestJournal(1);
        QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, patience);
        window.hide.setCheckable(true);
        window.hide.setChecked(true);
        QTRY_COMPARE_WITH_TIMEOUT(window.listed(), u"a3 c2 a2 c1 a1"_s, patience);
    }
    Chooser again(m_home->path());
    QTRY_COMPARE_WITH_TIMEOUT(again.listed(), u"a3 c2 a2 c1 a1"_s, patience);
}

void TestListChooser::emptyList_saysWhy()
{
    Chooser window(m_home->path());
    window.chooser->showView(ArticleView::Starred);
    QTRY_COMPARE_WITH_TIMEOUT(window.model->rowCount(), 0, patience);
    const QString starred = window.chooser->emptyText();
    window.chooser->showView(ArticleView::RecentlyRead);
    QVERIFY(!starred.isEmpty());
    QVERIFY(starred != window.chooser->emptyText());
}

QTEST_MAIN(TestListChooser)
#include "tst_listchooser.moc"

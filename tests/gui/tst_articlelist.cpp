#include "tests/patience.h"
#include "ui/articledelegate.h"
#include "ui/articlelist.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

constexpr int perDay = 4;

namespace
{

const QDate newestDay(2024, 5, 1);

// `count` articles, four a day, the newest first, numbered upwards from `firstId`.
ArticleSet articles(int count, ArticleId firstId = 1)
{
    ArticleSet set;
    for (int row = 0; row < count; ++row) {
        set.ids << firstId + row;
        if (row % perDay == 0)
            set.days << DaySection{row, newestDay.addDays(-row / perDay)};
    }
    return set;
}

// The same with `count` new ones of a new day at the top.
ArticleSet prepended(const ArticleSet &old, int count, ArticleId firstId)
{
    ArticleSet set;
    set.days << DaySection{0, newestDay.addDays(1)};
    for (int row = 0; row < count; ++row)
        set.ids << firstId + row;
    set.ids += old.ids;
    for (const DaySection &section : old.days)
        set.days << DaySection{section.firstRow + count, section.day};
    return set;
}

}

using namespace Qt::StringLiterals;

class TestArticleList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shown = {};
        m_model = std::make_unique<ArticleModel>();
        m_list = std::make_unique<ArticleList>();
        m_list->setItemDelegate(new ArticleDelegate(m_list.get()));
        m_list->setArticleModel(m_model.get());
        m_list->resize(300, 500);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_list.get(), patience));
    }

    void everyRow_isWhereItIsDrawn()
    {
        show(articles(200));
        for (int row : {0, 1, 3, 4, 5, 99, 198, 199}) {
            const QModelIndex index = m_model->index(row);
            m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
            const QRect place = m_list->visualRect(index);
            QCOMPARE(m_list->indexAt(place.center()), index);
            QCOMPARE(m_list->indexAt(place.topLeft()), index);
            QCOMPARE(m_list->indexAt(place.bottomLeft()), index);
            QVERIFY(m_list->viewport()->rect().contains(place.center()));
        }
    }

    void rowsInSight_areThoseThatShow()
    {
        show({});
        QVERIFY(m_list->rowsInSight().first > m_list->rowsInSight().second);
        show(articles(2));
        QCOMPARE(m_list->rowsInSight(), std::pair(0, 1));
        show(articles(200));
        m_list->scrollTo(m_model->index(100), QAbstractItemView::PositionAtCenter);
        const auto [first, last] = m_list->rowsInSight();
        const QRect view = m_list->viewport()->rect();
        for (int row = first; row < last; ++row) // of the last one perhaps the header alone
            QVERIFY(view.intersects(m_list->visualRect(m_model->index(row))));
        QVERIFY(!view.intersects(m_list->visualRect(m_model->index(first - 1))));
        QVERIFY(!view.intersects(m_list->visualRect(m_model->index(last + 1))));
    }

    void largeSelection_staysWithItsArticles()
    {
        const ArticleSet old = articles(5000);
        show(old);
        m_list->setCurrentIndex(m_model->index(7));
        m_list->selectAll();
        show(prepended(old, 3, 10'000));
        const QItemSelectionModel *selection = m_list->selectionModel();
        QCOMPARE(selection->currentIndex().row(), 10);
        QCOMPARE(selection->selection().size(), 1);
        QCOMPARE(selection->selection().first().top(), 3);
        QCOMPARE(selection->selection().first().bottom(), 5002);
        ArticleSet fewer = old;
        fewer.ids.remove(1000, 2000);
        fewer.days.clear();
        std::reverse(fewer.ids.begin(), fewer.ids.end());
        show(fewer);
        QCOMPARE(selection->selection().size(), 1);
        QCOMPARE(selection->selectedRows().size(), 3000);
    }

    void headers_standAboveTheFirstRowOfADay()
    {
        show(articles(perDay * 3));
        const auto gapAbove = [this](int row) {
            return m_list->visualRect(m_model->index(row)).top() -
                   m_list->visualRect(m_model->index(row - 1)).bottom() - 1;
        };
        QVERIFY(gapAbove(perDay) > 0);
        QCOMPARE(gapAbove(perDay * 2), gapAbove(perDay));
        QCOMPARE(gapAbove(1), 0);
        // A header is no row.
        const int aboveSecondDay = m_list->visualRect(m_model->index(perDay)).top() - 1;
        QVERIFY(!m_list->indexAt(QPoint(5, aboveSecondDay)).isValid());
    }

    // A narrow list, or large text: the day in fewer letters, not cut off.
    void narrowHeader_hasTheWholeDay()
    {
        show(articles(perDay));
        const int margin = m_list->fontMetrics().height();
        const QString shortest = QLocale().toString(newestDay, QLocale::ShortFormat);
        m_list->resize(m_list->fontMetrics().horizontalAdvance(shortest) + 3 * margin, 500);
        const QImage image = m_list->viewport()->grab().toImage();
        const int end = m_list->viewport()->width() - margin - 1;
        const QColor ground = m_list->palette().color(QPalette::AlternateBase);
        bool hasInk = false;
        for (int y = 0; y < m_list->visualRect(m_model->index(0)).top(); ++y) {
            QCOMPARE(image.pixelColor(end, y), ground);
            for (int x = margin; x < end; ++x)
                hasInk = hasInk || image.pixelColor(x, y) != ground;
        }
        QVERIFY(hasInk);
    }

    void scrolling_keepsTheRowClearOfTheStickyHeader()
    {
        show(articles(200));
        m_list->scrollTo(m_model->index(150));
        m_list->scrollTo(m_model->index(101));
        QCOMPARE(m_list->indexAt(m_list->visualRect(m_model->index(101)).topLeft()), m_model->index(101));
    }

    void keys_move()
    {
        show(articles(200));
        m_list->setCurrentIndex(m_model->index(0));
        QTest::keyClick(m_list.get(), Qt::Key_Down);
        QCOMPARE(m_list->currentIndex().row(), 1);
        QTest::keyClick(m_list.get(), Qt::Key_End);
        QCOMPARE(m_list->currentIndex().row(), 199);
        QTest::keyClick(m_list.get(), Qt::Key_PageUp);
        const int above = m_list->currentIndex().row();
        QVERIFY(above < 199 && above > 180);
        QTest::keyClick(m_list.get(), Qt::Key_Home);
        QCOMPARE(m_list->currentIndex().row(), 0);
    }

    void rowsAbove_doNotMoveWhatIsRead()
    {
        const ArticleSet list = articles(200, 1000);
        show(list);
        m_list->setCurrentIndex(m_model->index(50));
        m_list->scrollTo(m_model->index(50), QAbstractItemView::PositionAtCenter);
        const int before = m_list->visualRect(m_model->index(50)).top();
        show(prepended(list, 6, 1));
        QCOMPARE(m_model->rowOf(1050), 56);
        QTRY_COMPARE_WITH_TIMEOUT(m_list->visualRect(m_model->index(56)).top(), before, patience);
    }

    void otherList_isSeenFromItsBeginning()
    {
        const ArticleSet list = articles(200, 1000);
        show(list);
        m_list->scrollTo(m_model->index(50), QAbstractItemView::PositionAtTop);
        QTRY_VERIFY_WITH_TIMEOUT(m_list->verticalScrollBar()->value() > 0, patience);
        ArticleSet other; // of the one that was at the top, nothing is left
        other.days << DaySection{0, newestDay};
        other.ids = list.ids.mid(60);
        show(other, true);
        QTRY_COMPARE_WITH_TIMEOUT(m_list->verticalScrollBar()->value(), 0, patience);
    }

    void otherList_isSeenWhereTheOpenArticleIs()
    {
        const ArticleSet list = articles(200, 1000);
        show(list);
        m_list->setCurrentIndex(m_model->index(120));
        ArticleSet other;
        other.days << DaySection{0, newestDay};
        other.ids = list.ids.mid(60);
        show(other, true);
        QCOMPARE(m_list->currentIndex().row(), 60);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_list->viewport()->rect().contains(m_list->visualRect(m_list->currentIndex())), patience);
    }

    void aMillionRows_scrollToTheirEnd()
    {
        show(articles(1'000'000));
        m_list->scrollToBottom();
        QCOMPARE(m_list->verticalScrollBar()->value(), m_list->verticalScrollBar()->maximum());
        const QRect last = m_list->visualRect(m_model->index(999'999));
        QCOMPARE(last.bottom() + 1, m_list->viewport()->height());
    }

    void typedTitle_isAskedForAndLoadsNothing()
    {
        show(articles(1'000));
        m_list->setCurrentIndex(m_model->index(3));
        const QSignalSpy wanted(m_list.get(), &ArticleList::titleWanted);
        const QSignalSpy pages(m_model.get(), &ArticleModel::pageWanted);
        QTest::keyClicks(m_list.get(), u"7x"_s);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[0], QVariantList({u"7"_s, m_model->idAt(4)}));
        QCOMPARE(wanted[1], QVariantList({u"7x"_s, m_model->idAt(3)}));
        QCOMPARE(pages.size(), 0);
    }

    void noRows_asksTheModelForNone()
    {
        QSignalSpy wanted(m_model.get(), &ArticleModel::pageWanted);
        const QSignalSpy painted(m_list.get(), &ArticleList::rowsPainted);
        m_list->setEmptyText(QStringLiteral("nothing"));
        m_list->grab();
        QCOMPARE(wanted.count(), 0);
        QCOMPARE(painted.count(), 0);
        show(articles(3));
        m_list->grab();
        QVERIFY(wanted.count() > 0);
        QVERIFY(painted.count() > 0);
    }

private:
    void show(const ArticleSet &set, bool isFresh = false)
    {
        ArticleChange change = changeBetween(m_shown, set);
        change.isFresh = isFresh;
        m_shown = set;
        m_model->apply(change);
    }

    ArticleSet m_shown;
    std::unique_ptr<ArticleModel> m_model;
    std::unique_ptr<ArticleList> m_list;
};

QTEST_MAIN(TestArticleList)

#include "tst_articlelist.moc"

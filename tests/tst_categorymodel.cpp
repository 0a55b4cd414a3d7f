#include "app/library/categorymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

// "Archive(b c(d))", in the order of the rows.
QString shape(const CategoryModel &model, const QModelIndex &index)
{
    QStringList children;
    for (int row = 0; row < model.rowCount(index); ++row)
        children << shape(model, model.index(row, 0, index));
    const QString name = index.data().toString();
    return children.isEmpty() ? name : name + u'(' + children.join(u' ') + u')';
}

QString shape(const CategoryModel &model)
{
    return shape(model, model.index(0, 0));
}

const QList<CategoryRow> some{{0, 0, {}, 9, 7},
                              {1, 0, u"b"_s, 3, 2},
                              {2, 0, u"A"_s, 6, 5},
                              {3, 2, u"part 10"_s, 2, 2},
                              {4, 2, u"part 9"_s, 4, 3}};

}

class TestCategoryModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); } // the C locale compares bytes
    void init();
    void cleanup();
    void emptyTree_hasTheArchive();
    void siblings_areCollated();
    void counts_andPaths();
    void newCategories_areInserted();
    void goneCategories_areRemoved();
    void sameTree_saysNothing();
    void newCounts_areOneSignalPerParent();
    void noCategories_emptyTheArchive();
    void newNumbers_keepRows();
    void orphans_arePassedOver();
    void unread_goesUp();
    void indexOf_deepestPartThatExists();
    void manyChildren_comeInOneRun();

private:
    std::unique_ptr<CategoryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestCategoryModel::init()
{
    m_model = std::make_unique<CategoryModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_model->setArchiveName(u"Archive"_s);
}

void TestCategoryModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestCategoryModel::emptyTree_hasTheArchive()
{
    QCOMPARE(shape(*m_model), u"Archive"_s);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->indexOf(wholeArchive), m_model->index(0, 0));
}

void TestCategoryModel::siblings_areCollated()
{
    m_model->setCategories(some);
    QCOMPARE(shape(*m_model), u"Archive(A(part 9 part 10) b)"_s);
}

void TestCategoryModel::counts_andPaths()
{
    m_model->setCategories(some);
    const QModelIndex part = m_model->indexOf(CategoryId(4));
    QCOMPARE(part.data(CategoryModel::ArticlesRole), 4);
    QCOMPARE(part.data(CategoryModel::UnreadRole), 3);
    QCOMPARE(part.data(CategoryModel::IdRole), 4);
    QCOMPARE(part.data(CategoryModel::PathRole), QStringList({u"A"_s, u"part 9"_s}));
    QCOMPARE(m_model->index(0, 0).data(CategoryModel::PathRole), QStringList());
    QCOMPARE(m_model->index(0, 0).data(CategoryModel::ArticlesRole), 9);
}

void TestCategoryModel::newCategories_areInserted()
{
    m_model->setCategories(some);
    const QPersistentModelIndex b = m_model->indexOf(CategoryId(1));
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setCategories(
        some + QList<CategoryRow>{{5, 0, u"aa"_s, 1, 1}, {6, 0, u"z"_s, 1, 1}, {7, 6, u"y"_s, 1, 1}});
    QCOMPARE(shape(*m_model), u"Archive(A(part 9 part 10) aa b z(y))"_s);
    QCOMPARE(inserted.size(), 2); // what is below a new one came with it
    QCOMPARE(reset.size(), 0);
    QCOMPARE(b.row(), 2);
}

void TestCategoryModel::goneCategories_areRemoved()
{
    m_model->setCategories(some);
    const QPersistentModelIndex b = m_model->indexOf(CategoryId(1));
    const QPersistentModelIndex part = m_model->indexOf(CategoryId(3));
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->setCategories({some[0], some[1]});
    QCOMPARE(shape(*m_model), u"Archive(b)"_s);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(b.row(), 0);
    QVERIFY(!part.isValid());
    QVERIFY(!m_model->indexOf(CategoryId(3)).isValid());
}

void TestCategoryModel::sameTree_saysNothing()
{
    m_model->setCategories(some);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->setCategories(some);
    QCOMPARE(changed.size() + inserted.size(), 0);
    QList<CategoryRow> other = some;
    other[1].unread = 0;
    m_model->setCategories(other);
    QCOMPARE(changed.size(), 1);
}

// A view looks for every row it hears of: thousands of signals would hold the window up.
void TestCategoryModel::newCounts_areOneSignalPerParent()
{
    m_model->setCategories(some);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QList<CategoryRow> marked = some;
    for (CategoryRow &row : marked)
        row.unread = 0;
    m_model->setCategories(marked);
    QCOMPARE(changes.size(), 3); // the archive, its two categories, and the two parts
    for (const CategoryRow &row : std::as_const(marked))
        QCOMPARE(m_model->indexOf(row.id).data(CategoryModel::UnreadRole).toInt(), 0);
    const QModelIndex above = m_model->index(0, 0);
    const auto isBetween = [&above](const QList<QVariant> &signal) {
        return signal[0].toModelIndex() == above.model()->index(0, 0, above) &&
               signal[1].toModelIndex() == above.model()->index(1, 0, above);
    };
    QCOMPARE(std::count_if(changes.cbegin(), changes.cend(), isBetween), 1);
}

void TestCategoryModel::noCategories_emptyTheArchive()
{
    m_model->setCategories(some);
    m_model->setCategories({});
    QCOMPARE(shape(*m_model), u"Archive"_s);
    QCOMPARE(m_model->index(0, 0).data(CategoryModel::ArticlesRole).toInt(), 0);
}

void TestCategoryModel::newNumbers_keepRows()
{
    m_model->setCategories(some);
    const QPersistentModelIndex part = m_model->indexOf(CategoryId(3));
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_model->setCategories({some[0],
                            {1, 0, u"A"_s, 6, 5},
                            {2, 1, u"part 10"_s, 2, 2},
                            {3, 1, u"part 9"_s, 4, 3},
                            {4, 0, u"b"_s, 3, 2}});
    QCOMPARE(removed.size(), 0);
    QVERIFY(part.isValid());
    QCOMPARE(part.data(CategoryModel::IdRole), 2);
    QCOMPARE(QModelIndex(part), m_model->indexOf(CategoryId(2)));
}

void TestCategoryModel::orphans_arePassedOver()
{
    m_model->setCategories(some + QList<CategoryRow>{{8, 77, u"orphan"_s, 1, 1}});
    QCOMPARE(shape(*m_model), u"Archive(A(part 9 part 10) b)"_s);
}

void TestCategoryModel::unread_goesUp()
{
    m_model->setCategories(some);
    m_model->addUnread(4, -1);
    m_model->addUnread(12345, -1);
    QCOMPARE(m_model->indexOf(CategoryId(4)).data(CategoryModel::UnreadRole), 2);
    QCOMPARE(m_model->indexOf(CategoryId(2)).data(CategoryModel::UnreadRole), 4);
    QCOMPARE(m_model->index(0, 0).data(CategoryModel::UnreadRole), 6);
    QCOMPARE(m_model->indexOf(CategoryId(1)).data(CategoryModel::UnreadRole), 2);
}

void TestCategoryModel::indexOf_deepestPartThatExists()
{
    m_model->setCategories(some);
    QCOMPARE(m_model->indexOf({u"A"_s, u"part 9"_s, u"gone"_s}), m_model->indexOf(CategoryId(4)));
    QCOMPARE(m_model->indexOf({u"gone"_s}), m_model->index(0, 0));
    QCOMPARE(m_model->indexOf(QStringList()), m_model->index(0, 0));
}

void TestCategoryModel::manyChildren_comeInOneRun()
{
    QList<CategoryRow> rows{some[0]};
    for (CategoryId id = 1; id <= 5000; ++id)
        rows << CategoryRow{id, 0, u"c%1"_s.arg(id), 1, 1};
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->setCategories(rows);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(m_model->index(4999, 0, m_model->index(0, 0)).data(), u"c5000"_s);
}

QTEST_GUILESS_MAIN(TestCategoryModel)
#include "tst_categorymodel.moc"

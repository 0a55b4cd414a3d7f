#include "app/library/categorymodel.h"
#include "ui/categorydelegate.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCategoryDelegate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_hasNameAndCount()
    {
        QVERIFY(image(u"Gardening"_s, 14'646, 30) != image(u"Gardening"_s, 14'647, 30));
        QVERIFY(image(u"Gardening"_s, 14'646, 30) != image(u"Gardeners"_s, 14'646, 30));
    }

    // With large text there may be no room for both.
    void narrowRow_ratherHasItsName()
    {
        constexpr int width = 6; // heights of the font
        QCOMPARE(image(u"使作全长"_s, 1'214'646, width), image(u"使作全长"_s, 1'214'647, width));
        QVERIFY(image(u"使作全长"_s, 1'214'646, width) != image(u"使作全短"_s, 1'214'646, width));
    }

    // Much of it tells what it is.
    void longName_isCutBesideItsCount()
    {
        const QString name = u"Everything that was ever written of gardens and their keepers"_s;
        QVERIFY(image(name, 14'646, 14) != image(name, 14'647, 14));
        QCOMPARE(image(name + u" here"_s, 14'646, 14), image(name + u" there"_s, 14'646, 14));
    }

private:
    // Of a row that is so many heights of its font wide.
    static QImage image(const QString &name, int articles, int width)
    {
        QStandardItemModel model;
        auto *item = new QStandardItem(name);
        item->setData(articles, CategoryModel::ArticlesRole);
        model.appendRow(item);
        const CategoryDelegate delegate(nullptr);
        QStyleOptionViewItem option;
        option.font = QApplication::font();
        option.fontMetrics = QFontMetrics(option.font);
        option.state = QStyle::State_Enabled;
        option.rect = {0, 0, width * option.fontMetrics.height(), 2 * option.fontMetrics.height()};
        QImage picture(option.rect.size(), QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        delegate.paint(&painter, option, model.index(0, 0));
        return picture;
    }
};

QTEST_MAIN(TestCategoryDelegate)

#include "tst_categorydelegate.moc"

#include "ui/articlelistaccess.h"

#include "app/library/articlemodel.h"
#include "ui/articlelist.h"

#include <QPointer>

namespace
{

// Row number so and so, whatever stands there now.
class AccessibleRow final : public QAccessibleInterface
{
public:
    AccessibleRow(ArticleList *list, int row)
        : m_list(list)
        , m_row(row)
    {
    }

    int number() const { return m_row; }

    bool isValid() const override { return m_list && index().isValid(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_list); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return index().data(Qt::AccessibleTextRole).toString();
        return kind == QAccessible::Description ? categories() : QString();
    }

    QRect rect() const override
    {
        const QRect place = isValid() ? m_list->visualRect(index()) : QRect();
        return place.isEmpty() ? QRect()
                               : QRect(m_list->viewport()->mapToGlobal(place.topLeft()), place.size());
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = state.selectable = state.multiSelectable = true;
        state.selected = m_list->selectionModel()->isSelected(index());
        state.focused = m_list->hasFocus() && m_list->currentIndex() == index();
        state.offscreen = !m_list->viewport()->rect().intersects(m_list->visualRect(index()));
        return state;
    }

private:
    // Where it is filed, from the outside in.
    QString categories() const
    {
        const auto *model = qobject_cast<const ArticleModel *>(m_list->model());
        const std::optional<ArticleRow> article = model ? model->article(m_row) : std::nullopt;
        return article ? article->head.categories.join(QStringLiteral(" › ")) : QString();
    }

    QModelIndex index() const { return m_list->model() ? m_list->model()->index(m_row, 0) : QModelIndex(); }

    QPointer<ArticleList> m_list;
    int m_row = 0;
};

}

AccessibleArticleList::AccessibleArticleList(ArticleList *list)
    : QAccessibleWidget(list, QAccessible::List)
{
}

AccessibleArticleList::~AccessibleArticleList()
{
    for (const QAccessible::Id id : std::as_const(m_rows))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *AccessibleArticleList::make(const QString &, QObject *object)
{
    auto *list = qobject_cast<ArticleList *>(object);
    return list ? new AccessibleArticleList(list) : nullptr;
}

ArticleList *AccessibleArticleList::list() const
{
    return static_cast<ArticleList *>(widget());
}

int AccessibleArticleList::childCount() const
{
    return list()->model() ? list()->model()->rowCount() : 0;
}

QAccessibleInterface *AccessibleArticleList::child(int row) const
{
    if (row < 0 || row >= childCount())
        return nullptr;
    const auto known = m_rows.constFind(row);
    if (known != m_rows.cend())
        return QAccessible::accessibleInterface(*known);
    auto *made = new AccessibleRow(list(), row);
    m_rows.insert(row, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface *AccessibleArticleList::childAt(int x, int y) const
{
    const QModelIndex index = list()->indexAt(list()->viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? child(index.row()) : nullptr;
}

QAccessibleInterface *AccessibleArticleList::focusChild() const
{
    const QModelIndex index = list()->currentIndex();
    return index.isValid() ? child(index.row()) : nullptr;
}

int AccessibleArticleList::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *row = dynamic_cast<const AccessibleRow *>(child);
    return row ? row->number() : -1;
}

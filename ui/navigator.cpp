#include "ui/navigator.h"

#include <QItemSelectionModel>

Navigator::Navigator(ArticleModel &model, QItemSelectionModel &selection, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_selection(selection)
{
    connect(&selection, &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index, const QModelIndex &previous) {
                // Qt goes to a neighbour of a row that is removed: the reader has not chosen that.
                if (!previous.isValid() || !m_model.isLeaving(previous.row()))
                    openWhenLoaded(index.row());
            });
    connect(&model, &ArticleModel::listReplaced, this, [this] {
        if (m_current && m_model.rowOf(m_current->id) < 0)
            m_selection.clear();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, &Navigator::modelChanged);
    connect(&model, &QAbstractItemModel::dataChanged, this, &Navigator::noteMarks);
    connect(&model, &ArticleModel::applied, this, &Navigator::openWantedUnread);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_wantedUnread = 0; });
}

void Navigator::clear()
{
    m_current.reset();
    m_wanted = m_wantedUnread = 0;
}

void Navigator::setMarks(bool read, bool starred)
{
    if (!m_current)
        return;
    m_current->read = read;
    m_current->starred = starred;
    Q_EMIT marksChanged();
}

// What was marked elsewhere, or taken back.
void Navigator::noteMarks(const QModelIndex &first, const QModelIndex &last)
{
    const int row = m_selection.currentIndex().row();
    if (!m_current || row < first.row() || row > last.row() || m_model.idAt(row) != m_current->id)
        return;
    const std::optional<ArticleRow> article = m_model.article(row);
    if (article && (article->read != m_current->read || article->starred != m_current->starred))
        setMarks(article->read, article->starred);
}

void Navigator::open(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    m_wantedUnread = 0;
    m_selection.setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
}

void Navigator::openWhenLoaded(int row)
{
    m_wanted = m_model.idAt(row);
    modelChanged();
}

void Navigator::modelChanged()
{
    if (m_wanted != 0) {
        const std::optional<ArticleRow> article = m_model.article(m_model.rowOf(m_wanted));
        if (article) {
            m_wanted = 0;
            const bool isAnother = !m_current || m_current->id != article->id;
            m_current = article;
            if (isAnother)
                Q_EMIT opened(*article);
        }
    }
}

void Navigator::go(Step step)
{
    const QModelIndex current = m_selection.currentIndex();
    const int row = current.isValid() ? current.row() : (step == Step::Next ? -1 : m_model.rowCount());
    const int next = step == Step::Next ? row + 1 : row - 1;
    if (next < 0 || next >= m_model.rowCount())
        Q_EMIT endReached(step);
    else
        open(next);
}

void Navigator::goFirst()
{
    open(0);
}

void Navigator::goLast()
{
    open(m_model.rowCount() - 1);
}

void Navigator::show(const ArticleRow &article)
{
    m_wanted = m_wantedUnread = 0;
    m_current = article;
    Q_EMIT opened(article);
}

// What is selected beside, or in place of, the one that is current already stays so.
void Navigator::goTo(ArticleId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0 || row != m_selection.currentIndex().row() || !m_selection.hasSelection())
        open(row);
}

void Navigator::goUnread(Step step)
{
    const int difference = step == Step::Next ? 1 : -1;
    const QModelIndex current = m_selection.currentIndex();
    const int place = current.isValid() ? current.row() : (step == Step::Next ? -1 : m_model.rowCount());
    int row = place + difference;
    for (; m_model.index(row).data(ArticleModel::LoadedRole).toBool(); row += difference) {
        if (!m_model.index(row).data(ArticleModel::ReadRole).toBool()) {
            open(row);
            return;
        }
    }
    m_unreadStep = step;
    Q_EMIT unreadWanted(m_model.idAt(row - difference), step);
}

void Navigator::goUnreadFromEnd(Step step)
{
    m_unreadStep = step;
    Q_EMIT unreadWanted(0, step);
}

void Navigator::openUnread(ArticleId id)
{
    m_wantedUnread = id;
    if (id == 0)
        Q_EMIT unreadEndReached(m_unreadStep);
    else
        openWantedUnread();
}

void Navigator::openWantedUnread()
{
    const int row = m_wantedUnread == 0 ? -1 : m_model.rowOf(m_wantedUnread);
    if (row >= 0)
        open(row);
}

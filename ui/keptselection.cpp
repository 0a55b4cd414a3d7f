#include "ui/keptselection.h"

#include "app/library/articlemodel.h"

#include <QItemSelectionModel>

#include <algorithm>
#include <utility>

constexpr int fewRows = 1000; // which Qt carries over in less than a millisecond

KeptSelection::KeptSelection(const ArticleModel &model, QItemSelectionModel &selection, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_selection(selection)
{
    connect(&model, &ArticleModel::orderAboutToChange, this, &KeptSelection::putAside);
    connect(&model, &ArticleModel::orderChanged, this, &KeptSelection::bringBack);
}

void KeptSelection::putAside()
{
    const QItemSelection selected = m_selection.selection();
    int rows = 0;
    for (const QItemSelectionRange &range : selected)
        rows += range.height();
    if (rows <= fewRows)
        return;
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto id = static_cast<size_t>(m_model.idAt(row));
            if (id >= m_kept.size())
                m_kept.resize(std::max(id + 1, 2 * m_kept.size()));
            m_kept[id] = true;
        }
    }
    m_selection.clearSelection(); // the current row stays current
}

void KeptSelection::bringBack()
{
    const std::vector<bool> kept = std::exchange(m_kept, {});
    if (kept.empty())
        return;
    const auto isKept = [&](int row) {
        const auto id = static_cast<size_t>(m_model.idAt(row));
        return id < kept.size() && kept[id];
    };
    QItemSelection selection;
    const int rows = m_model.rowCount();
    for (int first = 0; first < rows; ++first) {
        if (!isKept(first))
            continue;
        int last = first;
        while (last + 1 < rows && isKept(last + 1))
            ++last;
        selection.append(QItemSelectionRange(m_model.index(first), m_model.index(last)));
        first = last;
    }
    m_selection.select(selection, QItemSelectionModel::Select);
}

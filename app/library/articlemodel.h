#pragma once

#include "app/library/articleset.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>

#include <functional>
#include <optional>

// The articles of one category in one order. Keeps 8 bytes a row and the pages near what was last asked for;
// data() never waits: a row that is not here yet answers nothing but LoadedRole, pageWanted() is emitted, and
// dataChanged() follows.
class ArticleModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::DisplayRole,
        IdRole = Qt::UserRole, // ArticleId
        LoadedRole,            // bool
        AuthorRole,
        DateRole,        // QDateTime
        DateIsGuessRole, // bool
        ReadRole,        // bool
        StarredRole,     // bool
    };
    static constexpr int pageSize = 128; // rows

    explicit ArticleModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    // nullopt where the row is not loaded yet (it is asked for) or out of range.
    std::optional<ArticleRow> article(int row) const;
    int rowOf(ArticleId id) const; // -1 where it is not in the list
    ArticleId idAt(int row) const; // 0 out of range
    // What a row says to those who do not see it, Qt::AccessibleTextRole: sentences are made elsewhere.
    using Speech = std::function<QString(const ArticleRow &)>;
    void setSpeech(const Speech &speech) { m_speech = speech; }
    // Those of the rows from `first` to `last`, both included, as far as there are such rows.
    QList<ArticleId> idsBetween(int first, int last) const;
    // While apply() is at work: the row is about to be removed.
    bool isLeaving(int row) const { return row >= m_articles.ids.size(); }
    QList<ArticleId> loadedIds() const { return m_rows.keys(); }
    // Folders below the archive's of the loaded articles near the row that was asked for last: who paints a
    // list asks for what is on the screen.
    QList<QByteArray> foldersInSight() const;
    // Empty where the list is not sorted by date.
    const QList<DaySection> &sections() const { return m_articles.days; }

public Q_SLOTS:
    // Another list, or the same one as it is now. Every article that is in both stays what it was for those
    // who hold a persistent index of it: the selection, the place of a view.
    void apply(const ArticleChange &change);
    void clear();
    // One page that was asked for. Rows that left the list meanwhile are passed over.
    void setRows(const QList<ArticleRow> &rows);
    void setMarks(Identity identity, bool read, bool starred);
    // These articles are others now under the same number: what is kept of them is asked for anew.
    void refresh(const QList<ArticleId> &ids);

Q_SIGNALS:
    void pageWanted(const QList<ArticleId> &ids) const;
    // Around layoutAboutToBeChanged() and layoutChanged(): earlier than the first, later than the second.
    void orderAboutToChange();
    void orderChanged();
    void applied(); // apply() is done: rowOf() knows what came
    // apply() has shown a list that was asked for: another category, or another order.
    void listReplaced();

private:
    void wantPageOf(int row) const;
    void reorder(const ArticleChange &change);
    QHash<ArticleId, int> rowsOf(const QList<ArticleId> &ids) const;
    void emitChanged(QList<int> rows);

    ArticleSet m_articles;
    Speech m_speech;
    QList<ArticleId> m_tail;                // below them, while apply() is at work
    QCache<ArticleId, ArticleRow> m_rows;   // by number, so that insertions above move nothing
    mutable QHash<ArticleId, int> m_wanted; // asked for, with the row it had then
    mutable int m_lastAsked = 0;            // row
};

#pragma once

#include "app/catalog/catalogtypes.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>

#include <optional>

// A run of rows of one day, while the list is sorted by date. The header above it is the view's business.
struct DaySection {
    int firstRow = 0;
    QDate day; // invalid for the articles without a date, which come last
    bool operator==(const DaySection &) const = default;
};

// The articles of one category in one order. Keeps 16 bytes a row and the pages near what was last asked for;
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
    QList<ArticleId> loadedIds() const { return m_rows.keys(); }
    // Empty where the list is not sorted by date.
    const QList<DaySection> &sections() const;

public Q_SLOTS:
    // A new list. Where the old one was a list of the same thing (`reset` false), rows are inserted and
    // removed in runs, so that selections and the view's place survive.
    void setKeys(const QList<ArticleKey> &keys, bool groupedByDay, bool reset);
    // One page that was asked for. Rows that left the list meanwhile are passed over.
    void setRows(const QList<ArticleRow> &rows);
    void setMarks(Identity identity, bool read, bool starred);
    // These articles are others now under the same number: what is kept of them is asked for anew.
    void refresh(const QList<ArticleId> &ids);

Q_SIGNALS:
    void pageWanted(const QList<ArticleId> &ids) const;

private:
    struct Run {
        int first = 0;
        int count = 0;
    };

    void wantPageOf(int row) const;
    bool replaceInRuns(const QList<ArticleKey> &keys);
    void removeRuns(const QList<Run> &runs);
    void insertRuns(const QList<Run> &runs, const QList<ArticleKey> &keys);
    static std::optional<QList<Run>> runsWithout(const QList<ArticleKey> &longer,
                                                 const QList<ArticleKey> &shorter);
    void touched();
    QHash<ArticleId, int> rowsOf(const QList<ArticleRow> &rows) const;
    void emitChanged(QList<int> rows);

    QList<ArticleKey> m_keys;
    bool m_groupedByDay = false;
    mutable QList<DaySection> m_sections;
    mutable bool m_sectionsKnown = false;
    QCache<ArticleId, ArticleRow> m_rows;   // by number, so that insertions above move nothing
    mutable QHash<ArticleId, int> m_wanted; // asked for, with the row it had then
    mutable QHash<ArticleId, int> m_rowOf;  // made once rowOf() is asked often
    mutable int m_searches = 0;             // of rowOf() since the list changed
};

#pragma once

#include "app/library/articlemodel.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QPersistentModelIndex>

#include <utility>

// The list of articles: rows of one height with a header above each day, the topmost header sticking to the
// edge. A place in the list is computed from the model's day sections, so a million rows cost nothing.
// The view keeps its place when rows come and go above it.
class ArticleList final : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit ArticleList(QWidget *parent = nullptr);

    void setArticleModel(ArticleModel *model);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;
    void doItemsLayout() override;

    // Typing a title's beginning jumps to it. Asking every row would load them all, so whoever knows all
    // titles is asked by titleWanted().
    void keyboardSearch(const QString &text) override;

    // The first and the last row of which a part, or the header, is in sight; -1 and -2 where there is none.
    std::pair<int, int> rowsInSight() const;

    // What stands in the middle while there are no rows.
    void setEmptyText(const QString &text);

Q_SIGNALS:
    // `from`: where to begin, that one included.
    void titleWanted(const QString &beginning, ArticleId from);
    void rowsPainted(); // each time, where there are any

protected:
    bool event(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void paintEvent(QPaintEvent *event) override;
    void updateGeometries() override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void scrollContentsBy(int dx, int dy) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    bool isTyping() const;
    void measure();
    int rowTop(int row) const;    // from the top of the content
    int rowAt(int y) const;       // likewise; a header counts as the row below it; -1 where there is none
    int sectionOf(int row) const; // -1 where there are none
    int sectionTop(int section) const;
    int contentHeight() const;
    int pageRows() const;
    void keepPlace();
    void showOtherList();
    void notePlace();
    void paintRows(QPainter &painter, const QRect &area);
    void paintHeader(QPainter &painter, int section, int top) const;
    void paintEmpty(QPainter &painter) const;
    QString dayText(QDate day) const;

    ArticleModel *m_articles = nullptr;
    QString m_emptyText;
    QString m_typed; // of a title
    QElapsedTimer m_sinceTyped;
    int m_rowHeight = 1;
    int m_headerHeight = 0;
    QPersistentModelIndex m_anchor; // the topmost visible row …
    int m_anchorOffset = 0;         // … and how far its top lies above the edge, in pixels
};

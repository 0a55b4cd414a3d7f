#pragma once

#include "app/library/library.h"

#include <QObject>

class QItemSelectionModel;

// Which article is open, and the way to the next. A row that the model has not loaded yet is waited for, so
// every step works at any place of any list.
class Navigator final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Next, Previous };

    Navigator(ArticleModel &model, QItemSelectionModel &selection, QObject *parent);

    const std::optional<ArticleRow> &current() const { return m_current; }

public Q_SLOTS:
    void go(Step step);
    void goUnread(Step step);
    void goFirst();
    void goLast();
    void goTo(ArticleId id); // nothing where it is not in the list
    // The open article's marks changed.
    void setMarks(bool read, bool starred);
    // Forgets the open article, as a new archive is opened.
    void clear();

Q_SIGNALS:
    void opened(const ArticleRow &article);
    void marksChanged(); // of the open article
    // There is no further article that way.
    void endReached(Navigator::Step step);

private:
    void open(int row);
    void openWhenLoaded(int row);
    void walk();
    void modelChanged();
    void noteMarks(const QModelIndex &first, const QModelIndex &last);

    ArticleModel &m_model;
    QItemSelectionModel &m_selection;
    std::optional<ArticleRow> m_current;
    ArticleId m_wanted = 0; // the article to open as soon as it is loaded; 0 for none
    int m_walkRow = -1;     // where a walk to the next unread waits; -1 for none
    Step m_walkStep = Step::Next;
};

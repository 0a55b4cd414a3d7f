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
    // To the next unread article as far as the list is loaded, else unreadWanted().
    void goUnread(Step step);
    void goUnreadFromEnd(Step step); // which this list has, from its beginning or end
    // The answer to unreadWanted(), which may come before the list has it; 0 where there is none.
    void openUnread(ArticleId id);
    void goFirst();
    void goLast();
    void goTo(ArticleId id); // nothing where it is not in the list
    // Opens an article whose row the list may not have yet; goTo() chooses it once it has.
    void show(const ArticleRow &article);
    // The open article's marks changed.
    void setMarks(bool read, bool starred);
    // Forgets the open article, as a new archive is opened.
    void clear();

Q_SIGNALS:
    void opened(const ArticleRow &article);
    void marksChanged(); // of the open article
    // There is no further article that way.
    void endReached(Navigator::Step step);
    void unreadWanted(ArticleId from, Navigator::Step step); // from 0: from the list's beginning or end
    void unreadEndReached(Navigator::Step step);

private:
    void open(int row);
    void openWhenLoaded(int row);
    void openWantedUnread();
    void modelChanged();
    void noteMarks(const QModelIndex &first, const QModelIndex &last);

    ArticleModel &m_model;
    QItemSelectionModel &m_selection;
    std::optional<ArticleRow> m_current;
    ArticleId m_wanted = 0;       // the article to open as soon as it is loaded; 0 for none
    ArticleId m_wantedUnread = 0; // found in a list that is still coming; 0 for none
    Step m_unreadStep = Step::Next;
};

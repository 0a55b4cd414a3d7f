#pragma once

#include "app/library/library.h"
#include "ui/navigator.h"

#include <QObject>

class CategoryTree;
class QAction;
class Settings;
class ViewList;

// What the list shows: a category or a view, of which one is chosen at a time; and the way to the next unread
// article across all of them.
class ListChooser final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *all;
        QAction *unread;
        QAction *starred;
        QAction *newest;
        QAction *recentlyRead;
        QAction *hideRead;
        QAction *star; // named where a list of starred articles is empty
    };
    struct Parts {
        Library &library;
        Settings &settings;
        Navigator &navigator;
        CategoryTree &tree;
        ViewList &views;
        QWidget &side; // around both
    };
    ListChooser(const Actions &actions, const Parts &parts, QObject *parent);

    void showView(ArticleView view); // Category: the whole archive
    void step(int difference);       // the next category or view below, or the one above
    // Why the list is empty.
    QString emptyText() const;

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void connectActions();
    void chooseCategory(const QModelIndex &index);
    void chooseView(ArticleView view);
    void updateCounts();
    void updateActions();
    void goOn(Navigator::Step step);
    QModelIndex nextUnreadCategory(Navigator::Step step) const;

    Actions m_actions;
    Parts m_parts;
    int m_hops = 0; // from list to list, since an article was opened
};

#pragma once

#include "app/catalog/mark.h"
#include "app/library/bulkmarking.h"
#include "app/library/settings.h"

#include <QObject>
#include <QTimer>

class ArticleList;
class BusyStatus;
class Library;
class Navigator;
class QAction;
class QMenu;
class WebPane;
struct MarkingWork;

// Marking articles as read, unread and starred: the open one for being seen, those that are selected by key,
// parts of the list; and taking it back.
class MarkCommands final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *read;
        QAction *unread;
        QAction *star;
        QAction *below;
        QAction *older;
        QAction *all;
        QAction *undo;
        QAction *redo;
        QMenu *whenSeen; // gets the choices of ReadWhen
    };
    struct Parts {
        Library &library;
        Settings &settings;
        Navigator &navigator;
        WebPane &pane;
        ArticleList &list;
        BusyStatus &status; // shown while many are marked
    };
    MarkCommands(const Actions &actions, const Parts &parts, QObject *parent);

    void updateActions();

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void offerReadWhen();
    void noteSeen();
    void markSeen();
    void mark(Marking marking);
    void tellMarked(Marking marking);
    void setStarred(bool starred);
    void markOpen(bool read);
    void markFrom(ListPart part);
    void markAll();
    bool isOwnList() const;
    QList<ArticleId> selected() const;
    bool isOpenAlone(const QList<ArticleId> &ids) const;
    void showWork(const MarkingWork &work);
    void endWork(const MarkingWork &work);
    void sayPartMarked(ListPart part);
    void turned(const JournalEntry &entry);

    Actions m_actions;
    Parts m_parts;
    ArticleId m_seen = 0; // the article last marked for being seen
    int m_shown = 0;      // the number of the work in the status bar
    QTimer m_moment;
};

// What was marked, as a noun: "3 articles as read", "everything in “World” as read".
QString markingText(const JournalEntry &entry);

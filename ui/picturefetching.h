#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/images/picturecollector.h"

#include <QObject>
#include <QPointer>

class ArticleList;
class FetchReport;
class FetchStatus;
class ImageThread;
class Library;
class PictureModes;
class QAction;
class QDialog;
class StartNotes;

// How one article's pictures are found, for PictureCollector: noted meanwhile as the pane notes it, for it
// may kill the program. None for an article that did so before. `notes` may be null and outlives the
// function.
PictureCollector::Article picturesOf(const ArticleHead &head, const QByteArray &root,
                                     const StartNotes *notes);

// The reader's command to fetch the pictures of many articles, and what becomes of it.
class PictureFetching final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *list;
        QAction *selection;
        QAction *pause; // checkable
        QAction *stop;
        QAction *report;
    };
    struct Parts {
        Library &library;
        ImageThread &images;
        const PictureModes &modes;
        ArticleList &list;
        FetchStatus &status;
        const StartNotes *notes;
    };
    PictureFetching(const Actions &actions, const Parts &parts, QObject *parent);

    void updateActions();

private:
    void connectActions();
    void fetchList();
    void fetch(const QList<ArticleId> &articles);
    void fetchAgain();
    bool mayBegin();
    void setRunning(bool running);
    void requestNext();
    void giveArticles(const QList<ArticleRow> &articles);
    void end(const CollectTally &tally, CollectEnd end);
    void leaveArchive();
    void showReport();

    Actions m_actions;
    Parts m_parts;
    QList<ArticleId> m_articles; // of this run
    qsizetype m_next = 0;        // the first of these that was not asked for
    QByteArray m_root;
    bool m_isRunning = false;
    bool m_isWaiting = false; // for the library
    CollectTally m_tally;     // of the last run
    CollectEnd m_end = CollectEnd::Done;
    QPointer<FetchReport> m_report;
    QPointer<QDialog> m_question;
};

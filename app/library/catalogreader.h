#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/marks.h"
#include "app/catalog/readstate.h"
#include "app/catalog/statement.h"
#include "app/library/articleset.h"
#include "app/library/bulkmarking.h"
#include "app/library/jobqueue.h"
#include "app/library/markingwork.h"
#include "app/library/turningjob.h"

#include <QHash>
#include <QObject>

// Answers short questions about the catalogue and the marks, and writes the marks. Lives on a thread of its
// own; every slot may be called by queued connection only, every answer is a signal and carries the number of
// its request. What takes long, lists and counts, is the business of ListReader and CategoryReader.
class CatalogReader final : public QObject
{
    Q_OBJECT

public:
    // `now` gives the time of a mark.
    explicit CatalogReader(QDateTime (*now)());

public Q_SLOTS:
    void openMarks(const QString &file);
    // The marks' file is damaged: mends it; answered by marksRepaired(). Lists that were coming do not come.
    void mendMarks();
    // `databaseName` is Catalog::databaseName(); empty closes. To be called again after the catalogue was
    // made anew. `epoch` comes back with catalogueBroken().
    void openCatalogue(quint64 epoch, const QString &databaseName, const QString &archive = {});

    // What ListReader found, with the content of the rows that will be looked at first.
    void completeList(quint64 request, const ArticleChange &change, const QList<ArticleId> &shown,
                      bool isWhole);
    void readRows(quint64 request, const QList<ArticleId> &ids);
    // The same for somebody else than the list; answered by articlesRead().
    void readArticles(quint64 epoch, const QList<ArticleId> &ids);
    void locate(quint64 request, Identity identity);
    void locatePath(quint64 request, const QByteArray &path);

    // `id` is the row that somebody marked; its copies are found by identity.
    void setRead(ArticleId id, Identity identity, bool read);
    void setStarred(ArticleId id, Identity identity, bool starred);
    // Many at once, in parts between which all else is answered; answered by marksChanged() and
    // markingEnded(). What comes after in this group waits until that is done.
    void markAll(Marking marking, const QList<ArticleId> &ids);
    void stopMarking(int number);          // see MarkingWork; also of one that is turned
    void markPart(const PartOfList &part); // as read; answered by marksChanged() and partMarked()
    // Answered by turned() and marksChanged(), or by nothingToTurn(); where it is stopped, by markingEnded().
    void undo();
    void redo();
    void revert(qint64 entry);
    void readJournal(int most);
    void readHistory(); // what was read in this archive, at most mostRecentlyRead
    // Whether somebody else wrote marks, another Lectern or a shared folder: answered by marksChanged() then.
    void lookForMarks();
    void visit(Identity identity); // an article that is read was read once more
    void setPosition(Identity identity, double position);
    void readPosition(Identity identity);
    void close(); // what was marked is on disk

Q_SIGNALS:
    void catalogueOpened(quint64 epoch, const QString &databaseName, const QString &marksName,
                         const QString &archive);
    void listRead(quint64 request, const ArticleChange &change, const QList<ArticleRow> &rows, bool isWhole);
    void rowsRead(quint64 request, const QList<ArticleRow> &rows);
    // 0 where it is not there. `wanted` is what was asked for; the article's own where that was a path.
    void located(quint64 request, ArticleId id, CategoryId category, Identity wanted);
    void rowLocated(quint64 request, const ArticleRow &row); // after it, where it is there
    void articlesRead(quint64 epoch, const QList<ArticleRow> &articles);
    // What is on disk now. `categories` are those of every copy whose read mark changed.
    void marked(Identity identity, const Mark &mark, const QList<CategoryId> &categories);
    void markingProgressed(const MarkingWork &work); // of one that takes more than one part
    void markingEnded(const MarkingWork &work);
    void partMarked(ListPart part);
    // Any number of articles: whatever shows marks has to ask anew.
    void marksChanged();
    void turned(const JournalEntry &entry);
    void nothingToTurn();
    void journalRead(const QList<JournalEntry> &entries);
    void historyRead(const QList<ReadArticle> &articles); // the last read first
    void marksRepaired(const MarksRepair &repair);
    void positionRead(Identity identity, double position);
    void catalogueBroken(quint64 epoch, const QString &reason);
    void marksOpened(const QString &file); // not where memory stands in
    void marksAreNewer();                  // the file was written by a newer program; it is not touched
    void marksUnusable(const QString &reason);

private:
    bool attach(const QString &databaseName, QString *error);
    bool isIndexed();
    QList<ArticleRow> rows(const QList<ArticleId> &ids, QString *error);
    ArticleRow row(ArticleId id, const Statement &statement, Statement &category);
    const QStringList &categoryPath(CategoryId id, Statement &category);
    QString titleOf(Identity identity);
    void answerLocated(quint64 request, Statement &statement, Identity wanted);
    void mark(ArticleId id, Identity identity, Marking marking);
    void answerMarked(ArticleId id, Identity identity, const ReadOpinion &before);
    // What a change of the marks ended in; a damaged file is mended.
    void endMarking(bool isDone, const QString &error);
    void turn(const TurningJob::Find &find);
    void endJob(JobState state, const QString &error);
    void endStopped(MarkingWork work);
    void endTurning(const TurningJob &job, JobState state, const QString &error);
    void sweep();

    QDateTime (*const m_now)();
    Marks m_marks;
    QString m_marksFile;
    QString m_archive;
    ReadState m_readState;
    quint64 m_epoch = 0;
    QString m_catalogueName;
    Database m_database; // in memory itself; the two files are attached to it
    bool m_isIndexed = false;
    JobQueue m_jobs;
    int m_newestMarking = 0;  // every work has a number, and they are done in that order
    int m_stoppedMarking = 0; // the one that is to be stopped, or was
    QHash<CategoryId, QStringList> m_paths;
};

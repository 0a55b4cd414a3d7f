#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/marks.h"
#include "app/catalog/readstate.h"
#include "app/catalog/statement.h"
#include "app/library/bulkmarking.h"
#include "app/library/keycollector.h"
#include "app/library/pathresolver.h"

#include <QHash>
#include <QObject>
#include <QTimeZone>

#include <atomic>
#include <memory>

// Answers questions about the catalogue and the marks, and writes the marks. Lives on a thread of its own;
// every slot may be called by queued connection only, every answer is a signal and carries the number of its
// request. A long list is read in slices, so that pages of rows and marks never wait for it.
class CatalogReader final : public QObject
{
    Q_OBJECT

public:
    // `zone` decides which day an article belongs to; `now` gives the time of a mark.
    CatalogReader(const QTimeZone &zone, QDateTime (*now)());
    ~CatalogReader() override;

    // Any thread: a list of an older request is not read to its end.
    void abandonListsBefore(quint64 request) { m_oldestList = request; }

public Q_SLOTS:
    void openMarks(const QString &file);
    // The marks' file is damaged: mends it; answered by marksRepaired(). Lists that were coming do not come.
    void mendMarks();
    // The archive's folder, absolute: whose horizons count. Before its catalogue is opened.
    void setArchive(const QString &archive);
    // `databaseName` is Catalog::databaseName(); empty closes. To be called again after the catalogue was
    // made anew. `epoch` comes back with catalogueBroken().
    void openCatalogue(quint64 epoch, const QString &databaseName);

    // All categories that have articles, the whole archive first.
    void readCategories(quint64 request);
    // The articles of a category and all below it. With `preview` the first rows come at once, as a list of
    // their own and with their content, before all keys do.
    void readList(quint64 request, CategoryId category, const ArticleSort &sort, bool preview);
    // The articles of these files, as far as the catalogue knows them; answered by listRead().
    void readPaths(quint64 request, const QList<QByteArray> &paths, const ArticleSort &sort);
    void readRows(quint64 request, const QList<ArticleId> &ids);
    void locate(quint64 request, Identity identity);
    void locatePath(quint64 request, const QByteArray &path);

    void setRead(Identity identity, bool read);
    void setStarred(Identity identity, bool starred);
    // Many at once; answered by marksChanged().
    void markAll(Marking marking, const QList<ArticleId> &ids);
    void markPart(const PartOfList &part); // as read
    // Answered by turned() and marksChanged(), or by nothingToTurn().
    void undo();
    void redo();
    void revert(qint64 entry);
    void readJournal(int most);
    void visit(Identity identity); // an article that is read was read once more
    void setPosition(Identity identity, double position);
    void readPosition(Identity identity);
    void close(); // what was marked is on disk

Q_SIGNALS:
    void categoriesRead(quint64 request, const QList<CategoryRow> &rows);
    void previewRead(quint64 request, const QList<ArticleKey> &keys, const QList<ArticleRow> &rows);
    void listRead(quint64 request, const QList<ArticleKey> &keys);
    void rowsRead(quint64 request, const QList<ArticleRow> &rows);
    void located(quint64 request, ArticleId id, CategoryId category); // 0 where it is not there
    // What is on disk now. `categories` are those of every copy whose read mark changed.
    void marked(Identity identity, const Mark &mark, const QList<CategoryId> &categories);
    // Any number of articles: whatever shows marks has to ask anew.
    void marksChanged();
    void turned(const JournalEntry &entry);
    void nothingToTurn();
    void journalRead(const QList<JournalEntry> &entries);
    void marksRepaired(const MarksRepair &repair);
    void positionRead(Identity identity, double position);
    void catalogueBroken(quint64 epoch, const QString &reason);
    void marksOpened(const QString &file); // not where memory stands in
    void marksAreNewer();                  // the file was written by a newer program; it is not touched
    void marksUnusable(const QString &reason);

private:
    struct ListRequest {
        quint64 number = 0;
        CategoryId category = wholeArchive;
        ArticleSort sort;
        QString ids; // PathResolver::ids() in place of a category; else empty
    };
    struct PathsJob {
        ListRequest request;
        PathResolver paths;
    };
    struct ListJob {
        ListRequest request;
        Statement statement;
        KeyCollector keys;
    };

    bool attach(const QString &databaseName, QString *error);
    bool startList(const ListRequest &request, int most, Statement *statement, QString *error);
    void preview(const ListRequest &request);
    void beginList(const ListRequest &request);
    void continueList();
    void continuePaths();
    QList<ArticleRow> rows(const QList<ArticleId> &ids, QString *error);
    ArticleRow row(ArticleId id, const Statement &statement);
    const QStringList &categoryPath(CategoryId id);
    void answerLocated(quint64 request, Statement &statement);
    void mark(Identity identity, Marking marking);
    void answerMarked(Identity identity, const ReadOpinion &before);
    // What a change of the marks ended in; a damaged file is mended.
    void endMarking(bool isDone, const QString &error);
    void turn(const std::optional<JournalEntry> &entry, const QString &error);

    const QTimeZone m_zone;
    QDateTime (*const m_now)();
    std::atomic<quint64> m_oldestList = 0;
    Marks m_marks;
    QString m_marksFile;
    QString m_archive;
    ReadState m_readState;
    quint64 m_epoch = 0;
    QString m_catalogueName;
    Database m_database; // in memory itself; the two files are attached to it
    std::unique_ptr<ListJob> m_list;
    std::unique_ptr<PathsJob> m_wantedPaths;
    QHash<CategoryId, QStringList> m_paths;
};

#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/marks.h"
#include "app/catalog/statement.h"
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
    void positionRead(Identity identity, double position);
    void catalogueBroken(quint64 epoch, const QString &reason);
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
    std::optional<QHash<CategoryId, int>> readCounts(QString *error);
    QList<ArticleRow> rows(const QList<ArticleId> &ids, QString *error);
    ArticleRow row(ArticleId id, const Statement &statement);
    const QStringList &categoryPath(CategoryId id);
    void answerLocated(quint64 request, Statement &statement);
    void answerMarked(Identity identity, bool wasRead);

    const QTimeZone m_zone;
    QDateTime (*const m_now)();
    std::atomic<quint64> m_oldestList = 0;
    Marks m_marks;
    quint64 m_epoch = 0;
    Database m_database; // in memory itself; the two files are attached to it
    std::unique_ptr<ListJob> m_list;
    std::unique_ptr<PathsJob> m_wantedPaths;
    QHash<CategoryId, QStringList> m_paths;
};

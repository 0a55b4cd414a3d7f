#pragma once

#include "app/catalog/readstate.h"
#include "app/library/articleset.h"
#include "app/library/unsortedarticles.h"
#include "app/library/viewquery.h"

#include <QObject>

#include <atomic>
#include <optional>

// A list that somebody wants to see.
struct ListRequest {
    quint64 number = 0;
    CategoryId category = wholeArchive;
    ArticleSort sort;
    bool isFresh = false; // another list than before: its first rows come at once, as a list of their own
    ArticleId around = 0; // begin with the rows around this one, if it belongs to the list
    std::optional<QList<QByteArray>> paths = {}; // in place of a category; as in FileEntry
    ArticleView view = ArticleView::Category;    // any other: in place of a category
    bool isReadHidden = false;                   // a category without what is read
    ArticleId revealed = 0;                      // belongs to the list whatever hides it
};

// Finds which articles a list has, and how it differs from the one before. Lives on a thread of its own with
// a connection of its own, so that nobody waits for a million rows; what reads many rows looks between them
// whether it is still wanted. What belonged to a view stays in it until another list is asked for.
class ListReader final : public QObject
{
    Q_OBJECT

public:
    // `zone` decides which day an article belongs to, `now` which is the newest.
    ListReader(const QTimeZone &zone, QDateTime (*now)());

    // Any thread: a list of an older request is not read to its end.
    void abandonBefore(quint64 request) { m_oldest = request; }

public Q_SLOTS:
    // `databaseName` is Catalog::databaseName(); empty closes. `epoch` comes back with catalogueBroken().
    void openCatalogue(quint64 epoch, const QString &databaseName);
    // The marks of the same catalogue; lists that depend on them wait until then. `archive` is the folder
    // whose horizons count.
    void attachMarks(quint64 epoch, const QString &databaseName, const QString &marksName,
                     const QString &archive);
    void readList(const ListRequest &request);
    // What a list without indexes keeps for the next one: rows are others now, or the indexes are there.
    void forgetRows() { m_unsorted.clear(); }
    // The next article of the list that was found last whose title begins with `text`, ASCII letters alike:
    // at `from` or below it, else from the top. Answered by titleFound().
    void findTitle(quint64 request, const QString &text, ArticleId from);
    // The next unread article of that list after `from`, or before it; from its beginning or end where that
    // is 0 or not in it. Answered by unreadFound().
    void findUnread(quint64 request, ArticleId from, bool isForward);

Q_SIGNALS:
    // `shown` are those that somebody will look at first. Comes twice where the list is fresh and long.
    void listFound(quint64 request, const ArticleChange &change, const QList<ArticleId> &shown, bool isWhole);
    void titleFound(quint64 request, ArticleId id);  // 0 where there is none
    void unreadFound(quint64 request, ArticleId id); // 0 where there is none
    void catalogueBroken(quint64 epoch, const QString &reason);

private:
    bool isAbandoned() const { return m_request.number < m_oldest; }
    bool find(QString *error);
    bool findUnsorted(const ListScope &scope, QString *error);
    bool previewUnsorted(const ListScope &scope, QString *error);
    bool findSorted(const ListScope &scope, QString *error);
    bool findPaths(QString *error);
    bool findView(QString *error);
    bool findRecent(QString *error);
    bool findChosen(const QList<ArticleId> &ids, QString *error);
    bool leaveOutRead(ListScope *scope, QString *error);
    bool refreshRead(std::vector<bool> *exceptions, QString *error);
    bool walk(const ListScope &scope, QString *error);
    bool preview(const ListScope &scope, QString *error);
    bool isInList(const ListScope &scope, QString *error) const;
    void answer(const ArticleSet &articles, bool isWhole);
    KeyCollector collector(qsizetype expected) const;

    const QTimeZone m_zone;
    QDateTime (*const m_now)();
    std::atomic<quint64> m_oldest = 0;
    quint64 m_epoch = 0;
    Database m_database;
    bool m_hasMarks = false;
    bool m_isWaiting = false; // for the marks
    QString m_archive;
    ReadState m_readState;
    std::vector<RecentlyRead> m_recent; // as they were when that view was asked for
    ListRequest m_request;
    ArticleSet m_shown; // the list that was found last
    UnsortedArticles m_unsorted;
};

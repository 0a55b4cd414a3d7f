#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/marks.h"
#include "app/catalog/statement.h"
#include "app/library/articleset.h"

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
    // `databaseName` is Catalog::databaseName(); empty closes. To be called again after the catalogue was
    // made anew. `epoch` comes back with catalogueBroken().
    void openCatalogue(quint64 epoch, const QString &databaseName);

    // What ListReader found, with the content of the rows that will be looked at first.
    void completeList(quint64 request, const ArticleChange &change, const QList<ArticleId> &shown,
                      bool isWhole);
    void readRows(quint64 request, const QList<ArticleId> &ids);
    void locate(quint64 request, Identity identity);
    void locatePath(quint64 request, const QByteArray &path);

    // `id` is the row that somebody marked; its copies are found by identity.
    void setRead(ArticleId id, Identity identity, bool read);
    void setStarred(ArticleId id, Identity identity, bool starred);
    void setPosition(Identity identity, double position);
    void readPosition(Identity identity);
    void close(); // what was marked is on disk

Q_SIGNALS:
    void catalogueOpened(quint64 epoch, const QString &databaseName, const QString &marksName);
    void listRead(quint64 request, const ArticleChange &change, const QList<ArticleRow> &rows, bool isWhole);
    void rowsRead(quint64 request, const QList<ArticleRow> &rows);
    void located(quint64 request, ArticleId id, CategoryId category); // 0 where it is not there
    // What is on disk now. `categories` are those of every copy whose read mark changed.
    void marked(Identity identity, const Mark &mark, const QList<CategoryId> &categories);
    void positionRead(Identity identity, double position);
    void catalogueBroken(quint64 epoch, const QString &reason);
    void marksUnusable(const QString &reason);

private:
    bool attach(const QString &databaseName, QString *error);
    bool isIndexed();
    QList<ArticleRow> rows(const QList<ArticleId> &ids, QString *error);
    ArticleRow row(ArticleId id, const Statement &statement);
    const QStringList &categoryPath(CategoryId id);
    void answerLocated(quint64 request, Statement &statement);
    void answerMarked(ArticleId id, Identity identity, bool wasRead);

    QDateTime (*const m_now)();
    Marks m_marks;
    quint64 m_epoch = 0;
    Database m_database; // in memory itself; the two files are attached to it
    bool m_isIndexed = false;
    QHash<CategoryId, QStringList> m_paths;
};

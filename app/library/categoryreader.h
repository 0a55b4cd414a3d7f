#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/readstate.h"
#include "app/library/newestday.h"
#include "app/library/starredfile.h"

#include <QHash>
#include <QObject>
#include <QTimeZone>

#include <atomic>
#include <optional>

// Reads the tree of categories and counts what is read in each, on a thread of its own with a connection of
// its own: the marks grow with every article that was ever read.
class CategoryReader final : public QObject
{
    Q_OBJECT

public:
    // `zone` decides which day an article belongs to, `now` which is the newest.
    CategoryReader(const QTimeZone &zone, QDateTime (*now)());

    // Any thread: nothing is counted to its end any more.
    void stop() { m_isStopped = true; }

public Q_SLOTS:
    // As Catalog::databaseName() and Marks::databaseName() say.
    // `archive` is the folder whose horizons count.
    void openCatalogue(quint64 epoch, const QString &databaseName, const QString &marksName,
                       const QString &archive = {});
    // All categories that have articles, the whole archive first; as soon as the catalogue of this epoch is
    // open. The first time the names come before the counting is over, with nothing unread.
    void readCategories(quint64 epoch);
    // Rows are others now under the same numbers.
    void forgetRows() { m_newest.clear(); }
    // Answered by starredRead() where the catalogue is still that one and can be read.
    void readStarred(quint64 epoch);

Q_SIGNALS:
    void categoriesRead(quint64 epoch, const QList<CategoryRow> &rows, bool isCounted);
    void viewsCounted(quint64 epoch, const ViewCounts &counts); // after the categories
    void starredRead(quint64 epoch, const QList<StarredFile> &files);
    void catalogueBroken(quint64 epoch, const QString &reason);

private:
    bool readTree(QList<CategoryRow> *rows, QString *error) const;
    std::optional<QHash<CategoryId, int>> readCounts(QString *error);

    QDateTime (*const m_now)();
    std::atomic<bool> m_isStopped = false;
    quint64 m_epoch = 0;
    quint64 m_wanted = 0; // the epoch whose categories somebody waits for
    QString m_archive;
    ReadState m_readState;
    NewestDay m_newest;
    Database m_database; // in memory itself; the two files are attached to it
    bool m_isNew = true; // nobody has seen this catalogue's categories yet
};

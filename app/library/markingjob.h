#pragma once

#include "app/catalog/marks.h"

// How a job that is done in parts stands.
enum class JobState : quint8 { Unfinished, Done, Failed };

// Marks many articles, part by part: whoever reads or marks one in between waits for some milliseconds. Has a
// connection of its own, as the archive may be another one before the last part is done.
class MarkingJob final
{
public:
    // `catalogue` as Catalog::databaseName(), for the rows `ids`; those that are gone are passed over, copies
    // are marked once. `marks` outlives this.
    MarkingJob(Marks &marks, const QString &catalogue, Marking marking, const QList<ArticleId> &ids,
               const QDateTime &now);

    JobState doPart(QString *error);
    double done() const; // from 0 to 1

private:
    bool open(QString *error);
    JobState lookUp(QString *error);
    void putInOrder();
    JobState markSome(QString *error);

    Marks &m_marks;
    QString m_catalogueName;
    Database m_catalogue; // in memory itself; the catalogue is attached to it
    Marking m_marking;
    QDateTime m_now;
    QList<ArticleId> m_ids;
    QList<Identity> m_articles;
    qsizetype m_next = 0; // in m_ids, then in m_articles
    bool m_isLookedUp = false;
    std::optional<JournalStamp> m_stamp; // where one transaction is not enough
};

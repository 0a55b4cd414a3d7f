#pragma once

#include "app/images/imageladder.h"

#include <QSet>

#include <functional>
#include <optional>

class QSqlDatabase;
class QVariant;

// Kept as numbers: append only.
enum class StandIn : quint8 {
    No, // it was suspected, and is not to be suspected again
    Suspected,
    Certain,
    Refused,  // by the reader: Certain, and not shown where it is kept either
    Accepted, // by the reader: none, whatever the rules say
};

// What is known of bytes that a host sends for several addresses; see standins.h.
struct StandInRecord {
    StandIn verdict = StandIn::No;
    int vainClimbs = 0;
    bool operator==(const StandInRecord &) const = default;
};

// How a picture of a host was had last.
struct WorkedWay {
    Rung rung = Rung::Plain;
    // Of the address that worked, with OtherScheme; empty with other rungs, and where an older version noted
    // it.
    QString scheme{};
    bool operator==(const WorkedWay &) const = default;
};

// What was learnt of picture hosts, in one SQLite file (write-ahead log): the rung that worked, the pictures
// that are gone, the hosts that do not resolve, what they send in place of pictures. A file that is damaged
// or cannot be used is done without: then it is remembered for this run alone. One thread only, that of
// open(), which comes first. Times are milliseconds since 1970-01-01 UTC.
class HostMemory final
{
public:
    // A host that does not resolve is left alone for so long.
    static constexpr qint64 restOfTheDead = 24 * 3'600'000;

    HostMemory();
    ~HostMemory();
    Q_DISABLE_COPY_MOVE(HostMemory)

    // False where it is remembered for this run alone, with the reason; an empty `file` wants that.
    bool open(const QString &file, QString *error);

    std::optional<WorkedWay> worked(const QString &host) const;
    void setWorked(const QString &host, const WorkedWay &way);

    // The status, 404 or 410, with which a server said that it is gone; empty where none did. `referrer` is
    // the one that its host is known to want: another is another question.
    QString gone(const QUrl &address, const QUrl &referrer = {}) const;
    void setGone(const QUrl &address, const QString &status, const QUrl &referrer = {});

    bool isDead(const QString &host, qint64 now) const;
    void setDead(const QString &host, qint64 now);

    // `digest` is that of the bytes. At most mostStandIns are kept, the newest.
    static constexpr int mostStandIns = 4'096;
    std::optional<StandInRecord> standIn(const QString &host, const QByteArray &digest) const;
    void setStandIn(const QString &host, const QByteArray &digest, const StandInRecord &record);
    bool hasStandIns(const QString &host) const { return m_standInHosts.contains(host); }

    void forgetWorked(const std::function<bool(const QString &host)> &isMeant);

    // As if nothing had failed at this address, asked so, and this host. What worked stays known.
    void forgetFailures(const QUrl &address, const QUrl &referrer = {});

private:
    bool use(const QString &name, QString *error);
    bool prepare(QString *error) const;
    void readStandInHosts();
    QVariant value(const QString &sql, const QVariant &key) const;
    void run(const QString &sql, const QList<QVariant> &values) const;
    QSqlDatabase database() const;

    QString m_connectionName;
    QSet<QString> m_standInHosts; // so that nobody asks the file for each picture
};

#pragma once

#include "app/images/imageladder.h"

#include <optional>

class QSqlDatabase;
class QVariant;

// What was learnt of picture hosts, in one SQLite file (write-ahead log): the rung that worked, the pictures
// that are gone, the hosts that do not resolve. A file that is damaged or cannot be used is done without:
// then it is remembered for this run alone. One thread only, that of open(), which comes first. Times are
// milliseconds since 1970-01-01 UTC.
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

    std::optional<Rung> worked(const QString &host) const;
    void setWorked(const QString &host, Rung rung);

    // The status, 404 or 410, with which a server said that it is gone; empty where none did.
    QString gone(const QUrl &address) const;
    void setGone(const QUrl &address, const QString &status);

    bool isDead(const QString &host, qint64 now) const;
    void setDead(const QString &host, qint64 now);

    // As if nothing had failed at this address and this host. What worked stays known.
    void forgetFailures(const QUrl &address);

private:
    bool use(const QString &name, QString *error) const;
    bool prepare(QString *error) const;
    QVariant value(const QString &sql, const QVariant &key) const;
    void run(const QString &sql, const QList<QVariant> &values) const;
    QSqlDatabase database() const;

    QString m_connectionName;
};

#pragma once

#include "app/catalog/mark.h"
#include "app/catalog/statement.h"

// Everything that is kept of one article, with the versions that say which is later.
struct MarkRecord {
    Identity identity{};
    ReadOpinion opinion;
    qint64 readAt = -1; // milliseconds since 1970-01-01 UTC; -1 for never
    MarkVersion readVersion = 0;
    bool starred = false;
    MarkVersion starredVersion = 0;
    double position = 0;
    MarkVersion positionVersion = 0;
    bool operator==(const MarkRecord &) const = default;
};

struct HorizonRecord {
    qint64 id = 0; // above 0
    Horizon horizon;
    MarkVersion since = 0;
    bool active = true;
    MarkVersion version = 0;
    bool operator==(const HorizonRecord &) const = default;
};

// Adds marks that were written elsewhere: of each thing the later version wins, and of two different ones of
// the same version the one that is larger as a number. So it does not matter in which order, how often, or on
// which side marks are merged. Called inside a transaction.
class MarksMerger final
{
public:
    explicit MarksMerger(Database &database);

    // False where the database refuses. What cannot be a record (isSound()) must not be handed in.
    bool merge(const MarkRecord &record, QString *error);
    bool merge(const HorizonRecord &record, QString *error);
    // Whether anything was later than what was known.
    bool hasChanged() const;
    // After the last one: what is marked from now on is later than everything that was merged, and so is
    // marksVersion() where something changed.
    bool finish(QString *error);

private:
    const qint64 m_changesBefore;
    MarkVersion m_latest = 0;
    Database &m_database;
    Statement m_read, m_starred, m_position, m_horizon;
};

// One number for everything that is marked: every change makes it a larger one.
std::optional<MarkVersion> marksVersion(const Database &database, QString *error);

// What can be believed of a file from elsewhere, or a damaged one: the end of the year 2199.
constexpr MarkVersion latestMarkVersion = 7'258'118'399'999;

// Whether the values can have been written by a program like this one: no version later than `latest`.
bool isSound(const MarkRecord &record, MarkVersion latest);
bool isSound(const HorizonRecord &record, MarkVersion latest);

// For every one of a database, in the order of their identities or backwards, until `take` says false.
// False, with the reason, where the reading failed. Of this schema or the one before, as a damaged file may
// be.
bool eachMark(const Database &database, Qt::SortOrder order,
              const std::function<bool(const MarkRecord &)> &take, QString *error);
bool eachHorizon(const Database &database, const std::function<bool(const HorizonRecord &)> &take,
                 QString *error);

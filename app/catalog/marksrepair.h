#pragma once

#include "app/catalog/database.h"

#include <QDate>
#include <QMetaType>

#include <optional>

// What became of marks whose file was damaged or lost.
struct MarksRepair {
    QString setAside;    // where the damaged file is now; empty where there was none
    QDate backup;        // the day of the copy that stands in; invalid where no copy was sound
    qint64 salvaged = 0; // articles whose marks were read out of the damaged file
};

// Sets the damaged file aside under a name of its own, puts the newest sound backup in its place, and adds
// what can still be read of the damaged one. Nobody has the file open. nullopt where it cannot be done; then
// nothing is lost either.
std::optional<MarksRepair> repairMarks(const QString &file, QString *error);

// Held while these marks are repaired: a QLockFile that never gets stale by its age.
QString marksLock(const QString &file);

// Adds what can be read of the marks in `file` to those in `into`, as MarksMerger does; the number of
// articles. Damage is no error: it ends the reading, which then goes on from the other end.
qint64 salvageMarks(const QString &file, Database &into, QString *error);

Q_DECLARE_METATYPE(MarksRepair)

#include "app/catalog/marksrepair.h"

#include "app/catalog/marksbackup.h"
#include "app/catalog/marksmerger.h"
#include "app/catalog/marksschema.h"

#include <QFile>
#include <QLockFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

const QStringList partSuffixes{QString(), u"-wal"_s, u"-shm"_s};

bool anyPartOf(const QString &file)
{
    return std::any_of(partSuffixes.cbegin(), partSuffixes.cend(),
                       [&file](const QString &part) { return QFile::exists(file + part); });
}

QString freeName(const QString &file)
{
    int number = 1;
    while (anyPartOf(file + u".damaged-%1"_s.arg(number)))
        ++number;
    return file + u".damaged-%1"_s.arg(number);
}

// The log goes along: beside another file it would be played into that.
bool setAside(const QString &file, const QString &name, QString *error)
{
    for (const QString &part : partSuffixes) {
        QFile old(file + part);
        if (old.exists() && !old.rename(name + part)) {
            *error = old.errorString();
            return false;
        }
    }
    return true;
}

// For eachMark(): the first schema kept no versions.
bool openReadable(Database &database, const QString &file, DatabaseUse use)
{
    QString ignored;
    const int schema = database.open(file, use, &ignored) ? database.schemaNumber(&ignored).value_or(0) : 0;
    return schema > 1 && schema <= marksSchemaNumber;
}

QDate restore(const QString &file)
{
    for (const QString &backup : marksBackups(file)) {
        QString ignored;
        if (areSoundMarks(backup, &ignored) && copySafely(backup, file, &ignored))
            return marksBackupDay(backup);
    }
    return {};
}

}

std::optional<MarksRepair> repairMarks(const QString &file, QString *error)
{
    QLockFile lock(marksLock(file));
    lock.setStaleLockTime(0); // a crash leaves it; who holds it is told by its process
    if (!lock.tryLock(10'000)) {
        *error = u"locked"_s;
        return std::nullopt;
    }
    QString damage;
    if (areSoundMarks(file, &damage))
        return MarksRepair(); // another program was quicker
    MarksRepair repair;
    if (anyPartOf(file)) {
        repair.setAside = freeName(file);
        if (!setAside(file, repair.setAside, error))
            return std::nullopt;
    }
    repair.backup = restore(file);
    Database fresh;
    if (!fresh.open(file, DatabaseUse::Precious, error) || !bringMarksUpToDate(fresh, error))
        return std::nullopt;
    if (!repair.setAside.isEmpty())
        repair.salvaged = salvageMarks(repair.setAside, fresh, error);
    error->clear(); // what could not be salvaged is where it was
    return repair;
}

QString marksLock(const QString &file)
{
    return file + u".lock"_s;
}

qint64 salvageMarks(const QString &file, Database &into, QString *error)
{
    QString damage;
    Database from;
    // Where nothing can be written beside the file, SQLite reads it only as one that nobody writes.
    if (!openReadable(from, file, DatabaseUse::Reading) && !openReadable(from, file, DatabaseUse::Unchanging))
        return 0;
    qint64 count = 0;
    const auto work = [&](QString *reason) {
        MarksMerger merger(into);
        QSet<Identity> seen;
        const auto take = [&](const MarkRecord &record) {
            if (isSound(record, latestMarkVersion) && !seen.contains(record.identity)) {
                seen.insert(record.identity);
                merger.merge(record, reason);
            }
            return reason->isEmpty();
        };
        const auto takeHorizon = [&](const HorizonRecord &record) {
            return !isSound(record, latestMarkVersion) || merger.merge(record, reason);
        };
        if (!eachMark(from, Qt::AscendingOrder, take, &damage)) {
            damage.clear();
            eachMark(from, Qt::DescendingOrder, take, &damage);
        }
        damage.clear();
        eachHorizon(from, takeHorizon, &damage);
        count = seen.size();
        return reason->isEmpty() && merger.finish(reason);
    };
    return into.transact(work, error) ? count : 0;
}

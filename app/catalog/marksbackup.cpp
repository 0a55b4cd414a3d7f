#include "app/catalog/marksbackup.h"

#include "app/catalog/database.h"
#include "app/catalog/marksschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace
{

const QString dayFormat = u"'marks-'yyyy-MM-dd'.sqlite'"_s;

QString backupFolder(const QString &file)
{
    return QFileInfo(file).path() + u"/backups"_s;
}

bool makeBackupFolder(const QString &file, QString *error)
{
    if (QDir().mkpath(backupFolder(file)))
        return true;
    *error = backupFolder(file);
    return false;
}

// Another program may make the same copy at the same time.
QString unfinishedName(const QString &backup)
{
    return backup + u".%1.part"_s.arg(QCoreApplication::applicationPid());
}

// By way of a file that is not yet a backup: what a crash leaves of it is never taken for one.
bool copyMarks(Database &marks, const QString &backup, QString *error)
{
    const QString part = unfinishedName(backup);
    QFile::remove(part);
    const bool isCopied =
        marks.copyInto(part, error) && areSoundMarks(part, error) && copySafely(part, backup, error);
    QFile::remove(part);
    return isCopied;
}

}

QStringList marksBackups(const QString &file)
{
    QStringList found;
    const QDir folder(backupFolder(file));
    for (const QString &name : folder.entryList({u"marks-*.sqlite"_s}, QDir::Files, QDir::Name)) {
        if (marksBackupDay(name).isValid())
            found.prepend(folder.filePath(name));
    }
    return found;
}

QDate marksBackupDay(const QString &backup)
{
    return QDate::fromString(QFileInfo(backup).fileName(), dayFormat);
}

BackupOutcome backUpMarks(const QString &file, const QDate &day, QString *error)
{
    const QString backup = backupFolder(file) + u'/' + day.toString(dayFormat);
    if (QFile::exists(backup))
        return BackupOutcome::Done;
    Database marks;
    const bool isOpen = marks.open(file, DatabaseUse::Reading, error);
    if (!isOpen || !marks.checkIntegrity(error))
        return isOpen || marks.isDamaged() ? BackupOutcome::Damaged : BackupOutcome::Failed;
    if (!makeBackupFolder(file, error) || !copyMarks(marks, backup, error))
        return BackupOutcome::Failed;
    const QStringList all = marksBackups(file);
    for (const QString &old : all.mid(marksBackupsKept)) {
        if (old != backup) // whose day is an early one where the clock went back
            QFile::remove(old);
    }
    return BackupOutcome::Done;
}

bool keepEarlierSchema(const QString &file, int schema, QString *error)
{
    const QString kept = backupFolder(file) + u"/schema-%1.sqlite"_s.arg(schema);
    if (QFile::exists(kept))
        return true;
    Database marks;
    return makeBackupFolder(file, error) && marks.open(file, DatabaseUse::Reading, error) &&
           copyMarks(marks, kept, error);
}

bool areSoundMarks(const QString &file, QString *error)
{
    Database database;
    if (!database.open(file, DatabaseUse::Unchanging, error) || !database.checkIntegrity(error))
        return false;
    const int schema = database.schemaNumber(error).value_or(0);
    if (schema >= 1 && schema <= marksSchemaNumber)
        return true;
    *error = u"schema %1"_s.arg(schema);
    return false;
}

bool copySafely(const QString &from, const QString &to, QString *error)
{
    constexpr qint64 atOnce = 1 << 20;
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly)) {
        *error = source.isOpen() ? target.errorString() : source.errorString();
        return false;
    }
    while (!source.atEnd()) {
        const QByteArray part = source.read(atOnce);
        if (part.isEmpty() || target.write(part) != part.size()) {
            *error = part.isEmpty() ? source.errorString() : target.errorString();
            return false;
        }
    }
    const bool isWritten = target.commit();
    if (!isWritten)
        *error = target.errorString();
    return isWritten;
}

#pragma once

#include <QDate>
#include <QStringList>

// Copies of the marks' file that stand in its folder's folder "backups": one a day, the newest seven. All by
// connections of their own, so that any thread may make one while another marks.

constexpr int marksBackupsKept = 7;

// The copies of marksBackUp(), newest first.
QStringList marksBackups(const QString &file);

// The day of a copy, by its name; invalid for any other file.
QDate marksBackupDay(const QString &backup);

enum class BackupOutcome : quint8 {
    Done,    // or there was nothing to do: this day has its copy
    Damaged, // the marks themselves do not hold together; the copies are as they were
    Failed,
};

// Checks the marks, copies them, checks the copy, and only then removes what is too many.
BackupOutcome backUpMarks(const QString &file, const QDate &day, QString *error);

// Before a migration: a copy beside the others, under a name of its own, that is never removed.
bool keepEarlierSchema(const QString &file, int schema, QString *error);

// Whether a file holds marks of this schema or an earlier one, whole.
bool areSoundMarks(const QString &file, QString *error);

// Synced to the disk, and in the place of what was there in one step.
bool copySafely(const QString &from, const QString &to, QString *error);

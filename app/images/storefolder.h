#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

// The files of the picture store: "<folder>/ab/ab34…", named by a key of 64 lower-case hex digits. Nothing is
// known here of what they hold. Free functions; any thread.

// The SHA-256 of the address in hex: nothing from outside ever becomes part of a file name.
QString storeKey(const QUrl &address);
QString storedFile(const QString &folder, const QString &key);

// nullopt where the file cannot be read just now, which says nothing against it; empty where it is missing or
// something else than a file of this length (bytes).
std::optional<QByteArray> readStoredFile(const QString &path, qint64 length);

// Written to a temporary file beside it, synced and renamed.
bool writeStoredFile(const QString &path, const QByteArray &bytes, QString *error);

// "00" to "ff".
QStringList storeParts();

// At most so many files of one part that are named by a key which is not in `known`.
QStringList strayKeys(const QString &folder, const QString &part, const QStringList &known, int most);

// Removes what the store has left behind in one part: files named by a key that is not in `known`, and
// temporary files, last written before `before` (milliseconds since 1970-01-01 UTC). Other names stay.
void sweepStorePart(const QString &folder, const QString &part, const QStringList &known, qint64 before);

#include "app/catalog/marksshare.h"

#include "app/catalog/marksexchange.h"
#include "app/catalog/marksmerger.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>
#include <QSysInfo>

using namespace Qt::StringLiterals;

constexpr qint64 linesAtOnce = 2000; // some 20 ms: whoever marks an article meanwhile does not wait longer

MarksShare::MarksShare(const QString &folder, const QString &device)
    : m_folder(folder)
    , m_device(device)
{
}

QString MarksShare::ownFile() const
{
    return QDir(m_folder).filePath(u"lectern-marks-%1.jsonl"_s.arg(m_device));
}

MarksShare::Stamp MarksShare::stampOf(const QString &file)
{
    const QFileInfo info(file);
    return {info.size(), info.lastModified()};
}

std::optional<SharedMarks> MarksShare::exchange(Database &marks, QString *error)
{
    const QDir folder(m_folder);
    if (!folder.exists()) {
        *error = qt_error_string(ENOENT);
        return std::nullopt;
    }
    SharedMarks shared;
    for (const QString &name : folder.entryList({u"lectern-marks-*.jsonl"_s}, QDir::Files, QDir::Name)) {
        // One's own is read as well: the marks may have been lost since it was written.
        const QString file = folder.filePath(name);
        shared.devices += file != ownFile() ? 1 : 0;
        if (!take(file, marks, &shared, error))
            return std::nullopt;
    }
    return give(marks, error) ? std::optional(shared) : std::nullopt;
}

bool MarksShare::take(const QString &name, Database &marks, SharedMarks *shared, QString *error)
{
    const Stamp stamp = stampOf(name);
    if (m_taken.value(name) == stamp) {
        if (m_unreadable.contains(name))
            shared->unreadable << QFileInfo(name).fileName();
        return true;
    }
    QFile file(name);
    QString reason;
    std::optional<ImportedMarks> imported;
    if (file.open(QIODevice::ReadOnly))
        imported = importMarks(file, marks, &reason, linesAtOnce);
    if (!imported && !reason.isEmpty()) { // of the marks, not of this file
        *error = reason;
        return false;
    }
    m_unreadable.removeAll(name);
    if (!imported) {
        m_unreadable << name;
        shared->unreadable << QFileInfo(name).fileName();
    } else {
        shared->hasChanged = imported->hasChanged || shared->hasChanged;
    }
    m_taken.insert(name, stamp);
    return true;
}

bool MarksShare::give(const Database &marks, QString *error)
{
    const std::optional<MarkVersion> version = marksVersion(marks, error);
    if (!version)
        return false;
    QFile old(ownFile());
    if (old.open(QIODevice::ReadOnly) && marksVersionOf(old) == version)
        return true;
    QSaveFile file(ownFile());
    if (!file.open(QIODevice::WriteOnly)) {
        *error = file.errorString();
        return false;
    }
    if (!exportMarks(marks, file, error))
        return false;
    if (!file.commit()) {
        *error = file.errorString();
        return false;
    }
    m_taken.insert(ownFile(), stampOf(ownFile()));
    return true;
}

QString shareDevice(const QString &marksFile)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray machine = QSysInfo::machineUniqueId();
    hash.addData(machine.isEmpty() ? QSysInfo::machineHostName().toUtf8() : machine);
    hash.addData(QDir::cleanPath(marksFile).toUtf8());
    constexpr qsizetype enough = 16; // characters: 64 bits, for a handful of devices
    return QString::fromLatin1(hash.result().toHex().left(enough));
}

#include "app/images/storefolder.h"

#include "app/images/sha256.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSet>

using namespace Qt::StringLiterals;

QString storeKey(const QUrl &address)
{
    const QByteArray written = address.toEncoded(QUrl::FullyEncoded | QUrl::RemoveFragment);
    return QString::fromLatin1(sha256(written).toHex());
}

QString storedFile(const QString &folder, const QString &key)
{
    return folder + u'/' + key.first(2) + u'/' + key;
}

std::optional<QByteArray> readStoredFile(const QString &path, qint64 length)
{
    const QFileInfo info(path);
    if (!info.isFile() || info.size() != length)
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(length);
    return bytes.size() == length ? std::optional(bytes) : std::nullopt;
}

bool writeStoredFile(const QString &path, const QByteArray &bytes, QString *error)
{
    const QString parent = QFileInfo(path).path();
    if (!QDir().mkpath(parent)) {
        *error = u"%1: cannot be created"_s.arg(parent);
        return false;
    }
    // commit() syncs, then renames: a crash leaves the old file, the new one, or none.
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    *error = file.errorString();
    return false;
}

QStringList storeParts()
{
    QStringList parts;
    for (int i = 0; i < 256; ++i)
        parts << QString::number(i, 16).rightJustified(2, u'0');
    return parts;
}

QStringList strayKeys(const QString &folder, const QString &part, const QStringList &known, int most)
{
    static const QRegularExpression key(u"^[0-9a-f]{64}$"_s);
    const QSet<QString> keys(known.cbegin(), known.cend());
    QStringList stray;
    QDirIterator files(folder + u'/' + part, QDir::Files | QDir::NoSymLinks);
    while (files.hasNext() && stray.size() < most) {
        files.next();
        if (!keys.contains(files.fileName()) && key.match(files.fileName()).hasMatch())
            stray << files.fileName();
    }
    return stray;
}

void sweepStorePart(const QString &folder, const QString &part, const QStringList &known, qint64 before)
{
    // A key, and behind it what QSaveFile appends to temporary ones.
    static const QRegularExpression ours(u"^[0-9a-f]{64}(\\.[A-Za-z0-9]{6})?$"_s);
    const QSet<QString> keys(known.cbegin(), known.cend());
    QDirIterator files(folder + u'/' + part, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    while (files.hasNext()) {
        files.next();
        const bool isLeft = !keys.contains(files.fileName()) && ours.match(files.fileName()).hasMatch();
        if (isLeft && files.fileInfo().lastModified().toMSecsSinceEpoch() < before)
            QFile::remove(files.filePath());
    }
}

#include "app/images/imagestore.h"

#include "app/images/imageindex.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace
{

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

// The SHA-256 of the address in hex: nothing from outside ever becomes part of a file name.
QString keyOf(const QUrl &address)
{
    return QString::fromLatin1(sha256(address.toEncoded(QUrl::FullyEncoded | QUrl::RemoveFragment)).toHex());
}

// nullopt where the file cannot be read just now, which says nothing against it; empty where it is something
// else than a file of this length.
std::optional<QByteArray> readFile(const QString &path, qint64 length)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {};
    if (!info.isFile() || info.size() != length || length > maximumImageBytes)
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(length);
    return bytes.size() == length ? std::optional(bytes) : std::nullopt;
}

bool writeFile(const QString &path, const QByteArray &bytes, QString *error)
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

} // namespace

struct ImageStore::Private {
    QString folder; // empty while closed
    ImageIndex index;

    QString path(const QString &key) const { return folder + u'/' + key.first(2) + u'/' + key; }
};

ImageStore::ImageStore()
    : d(std::make_unique<Private>())
{
}

ImageStore::~ImageStore() = default;

bool ImageStore::open(const QString &folder, QString *error)
{
    d->folder.clear();
    if (!QDir().mkpath(folder)) {
        *error = u"%1: cannot be created"_s.arg(folder);
        return false;
    }
    if (!d->index.open(folder + "/index.sqlite"_L1, error))
        return false;
    d->folder = folder;
    return true;
}

std::optional<StoredImage> ImageStore::load(const QUrl &address)
{
    if (d->folder.isEmpty())
        return {};
    const QString key = keyOf(address);
    const std::optional<ImageFacts> facts = d->index.facts(key);
    if (!facts)
        return {};
    const std::optional<QByteArray> bytes = readFile(d->path(key), facts->length);
    if (!bytes)
        return {};
    // Judged as if it had just come from the network: the limits of today hold for what was kept long ago.
    if (sha256(*bytes) != facts->sha256 || checkImage(*bytes) != ImageFailure::None) {
        QFile::remove(d->path(key));
        d->index.remove(key);
        return {};
    }
    return StoredImage{*bytes, imageType(*bytes), imageSize(*bytes)};
}

bool ImageStore::save(const QUrl &address, const QByteArray &bytes, qint64 now, QString *error)
{
    if (d->folder.isEmpty()) {
        *error = u"the store is not open"_s;
        return false;
    }
    if (checkImage(bytes) != ImageFailure::None) {
        *error = u"no picture within the limits"_s;
        return false;
    }
    const QString key = keyOf(address);
    const ImageFacts facts{bytes.size(), sha256(bytes), int(imageType(bytes)), imageSize(bytes), now};
    return writeFile(d->path(key), bytes, error) && d->index.setFacts(key, facts, error);
}

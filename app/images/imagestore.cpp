#include "app/images/imagestore.h"

#include "app/images/sha256.h"
#include "app/images/storefolder.h"
#include "app/images/straypictures.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace
{

QString ending(ImageType type)
{
    switch (type) {
    case ImageType::Png:
        return u".png"_s;
    case ImageType::Jpeg:
        return u".jpg"_s;
    case ImageType::Gif:
        return u".gif"_s;
    case ImageType::WebP:
        return u".webp"_s;
    case ImageType::Unknown:
        break;
    }
    return {};
}

// What another store may be writing just now is younger.
constexpr qint64 surelyLeftBehind = 3'600'000; // milliseconds

// So many at once, of which a kill may lose the times: it costs nothing but a little of the order.
constexpr qsizetype shownAtOnce = 128;

// Pictures that are looked at, and may make room, in one slice of tidy().
constexpr int goneAtOnce = 64;

// For so long nothing is looked for after everything was found to be kept, or it could not be told what is.
constexpr qint64 restOfTheKept = 60'000; // milliseconds

} // namespace

struct ImageStore::Private {
    QString folder; // empty while closed
    ImageIndex index;
    StrayPictures strays{index};
    qint64 limit = usualStoreLimit;
    QHash<QString, qint64> shown; // not written yet
    QSet<QString> sweptParts;     // in this run
    QStringList cleared;          // parts whose files are to go
    bool isMakingRoom = false;    // from beyond the limit down to a twentieth below it
    IndexedImage place;           // what came before it was looked at since that began
    KeptOwners keptOwners;
    AllKeptOwners allKeptOwners;
    qint64 vainUntil = 0; // nothing that is left may go

    std::optional<ImageFacts> facts(const QString &key);
    std::optional<StoredImage> load(const QString &key);
    void forget(const QString &key);
    void sweep(const QString &part, qint64 before);
    bool mayMakeRoom(qint64 now) const;
    bool makeRoom(qint64 now);
    bool letFoundGo();
    std::optional<QSet<quint64>> kept(const QList<IndexedImage> &pictures) const;
};

std::optional<ImageFacts> ImageStore::Private::facts(const QString &key)
{
    const std::optional<ImageFacts> known = index.facts(key);
    return known || !strays.adopt(key) ? known : index.facts(key);
}

std::optional<StoredImage> ImageStore::Private::load(const QString &key)
{
    if (folder.isEmpty())
        return {};
    const std::optional<ImageFacts> facts = this->facts(key);
    if (!facts)
        return {};
    const bool isPossible = facts->length <= maximumImageBytes;
    const std::optional<QByteArray> bytes =
        isPossible ? readStoredFile(storedFile(folder, key), facts->length) : QByteArray();
    if (!bytes)
        return {};
    // Judged as if it had just come from the network: the limits of today hold for what was kept long ago.
    if (sha256(*bytes) != facts->sha256 || checkImage(*bytes) != ImageFailure::None) {
        forget(key);
        return {};
    }
    const QSize size = imageSize(*bytes);
    if (size != facts->size) // noted when what cameras say of it was not followed yet
        index.setSize(key, size);
    return StoredImage{*bytes, imageType(*bytes), size};
}

// The facts first: a file without them is swept up some day, but facts without a file would count for ever.
void ImageStore::Private::forget(const QString &key)
{
    index.remove(key);
    QFile::remove(storedFile(folder, key));
}

void ImageStore::Private::sweep(const QString &part, qint64 before)
{
    if (const std::optional<QStringList> known = index.keysIn(part))
        sweepStorePart(folder, part, *known, before);
}

bool ImageStore::Private::mayMakeRoom(qint64 now) const
{
    const bool isVain = now < vainUntil && vainUntil - now <= restOfTheKept; // a clock may go back
    return index.size().bytes > limit && !isVain;
}

// true while there is not enough. A twentieth is set free, so that not every new picture has to look for an
// old one; false, too, where nothing is left that may go.
bool ImageStore::Private::makeRoom(qint64 now)
{
    const QList<IndexedImage> pictures = index.leastRecentlyShown(goneAtOnce, place);
    const std::optional<QSet<quint64>> keeping = kept(pictures);
    if (pictures.isEmpty() && letFoundGo()) {
        place = {};
        return true;
    }
    if (pictures.isEmpty() || !keeping) {
        vainUntil = now + restOfTheKept;
        return false;
    }
    qint64 tooMuch = index.size().bytes - (limit - limit / 20);
    QStringList gone;
    for (const IndexedImage &picture : pictures) {
        if (tooMuch <= 0)
            break;
        place = picture;
        if (picture.owners.intersects(*keeping))
            continue;
        tooMuch -= picture.length;
        gone << picture.key;
    }
    if (!index.removeAll(gone))
        return false;
    for (const QString &key : std::as_const(gone))
        QFile::remove(storedFile(folder, key));
    return tooMuch > 0;
}

// What is nobody's now belongs to no starred article. false where that is not known, or nothing was kept.
bool ImageStore::Private::letFoundGo()
{
    if (!allKeptOwners || !index.hasKept())
        return false;
    const std::optional<QSet<quint64>> owners = allKeptOwners();
    return owners &&
           std::all_of(owners->cbegin(), owners->cend(),
                       [this](quint64 article) { return index.isOwnerKnown(article); }) &&
           index.letKeptGo();
}

std::optional<QSet<quint64>> ImageStore::Private::kept(const QList<IndexedImage> &pictures) const
{
    QSet<quint64> owners;
    for (const IndexedImage &picture : pictures)
        owners.unite(picture.owners);
    return owners.isEmpty() || !keptOwners ? QSet<quint64>() : keptOwners(owners);
}

ImageStore::ImageStore()
    : d(std::make_unique<Private>())
{
}

ImageStore::~ImageStore()
{
    flush();
}

bool ImageStore::open(const QString &folder, QString *error)
{
    flush();
    d->folder.clear();
    d->sweptParts.clear();
    d->cleared.clear();
    if (!QDir().mkpath(folder)) {
        *error = u"%1: cannot be created"_s.arg(folder);
        return false;
    }
    if (!d->index.open(folder + "/index.sqlite"_L1, error))
        return false;
    d->strays.open(folder);
    d->folder = folder;
    return true;
}

bool ImageStore::has(const QUrl &address)
{
    return !d->folder.isEmpty() && d->facts(storeKey(address)).has_value();
}

std::optional<StoredImage> ImageStore::load(const QUrl &address)
{
    return d->load(storeKey(address));
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
    const QString key = storeKey(address);
    const QString part = key.first(2);
    if (!d->sweptParts.contains(part) && !d->index.isStray(part)) {
        d->sweptParts.insert(part);
        d->sweep(part, now - surelyLeftBehind);
    }
    const ImageFacts facts{bytes.size(), sha256(bytes), int(imageType(bytes)), imageSize(bytes), now};
    if (!writeStoredFile(storedFile(d->folder, key), bytes, error))
        return false;
    if (d->index.setFacts(key, facts, error))
        return true;
    d->forget(key); // the disk may be full: the room is worth more to others
    return false;
}

void ImageStore::remove(const QUrl &address)
{
    if (!d->folder.isEmpty())
        d->forget(storeKey(address));
}

void ImageStore::noteShown(const QUrl &address, qint64 now)
{
    if (d->folder.isEmpty())
        return;
    d->shown.insert(storeKey(address), now);
    if (d->shown.size() >= shownAtOnce)
        flush();
}

bool ImageStore::flush()
{
    const QHash<QString, qint64> times = std::exchange(d->shown, {});
    return d->folder.isEmpty() || d->index.setShown(times);
}

void ImageStore::addOwner(const QUrl &address, quint64 article)
{
    if (!d->folder.isEmpty())
        d->index.addOwner(storeKey(address), article);
}

void ImageStore::setOwner(quint64 article, const QList<QUrl> &addresses)
{
    if (d->folder.isEmpty())
        return;
    QStringList keys;
    for (const QUrl &address : addresses)
        keys << storeKey(address);
    d->index.setOwner(article, keys);
}

bool ImageStore::isOwnerKnown(quint64 article) const
{
    return !d->folder.isEmpty() && d->index.isOwnerKnown(article);
}

void ImageStore::setKeptOwners(const KeptOwners &kept, const AllKeptOwners &all)
{
    d->keptOwners = kept;
    d->allKeptOwners = all;
}

void ImageStore::setLimit(qint64 bytes)
{
    d->limit = std::max<qint64>(0, bytes);
    d->isMakingRoom = false; // from the beginning again
    d->vainUntil = 0;
}

StoreSize ImageStore::size() const
{
    return d->folder.isEmpty() ? StoreSize() : d->index.size();
}

bool ImageStore::keepsFound() const
{
    return !d->folder.isEmpty() && d->index.hasKept();
}

bool ImageStore::clear(QString *error)
{
    if (d->folder.isEmpty()) {
        *error = u"the store is not open"_s;
        return false;
    }
    d->shown.clear();
    if (!d->index.clear(error))
        return false;
    d->cleared = storeParts();
    return true;
}

bool ImageStore::tidy(qint64 now)
{
    if (d->folder.isEmpty())
        return false;
    if (!d->cleared.isEmpty()) {
        constexpr qint64 second = 1'000; // file systems round the times of files
        d->sweep(d->cleared.takeFirst(), now + second);
        return true;
    }
    if (d->strays.adoptSome())
        return true;
    if (!d->isMakingRoom && d->mayMakeRoom(now)) {
        d->isMakingRoom = true;
        d->place = {};
    }
    d->isMakingRoom = d->isMakingRoom && flush() && d->makeRoom(now);
    return d->isMakingRoom;
}

bool ImageStore::exportTo(const QString &folder, const ExportStep &step, QString *error)
{
    const qint64 all = size().pictures;
    qint64 done = 0;
    for (const QString &part : storeParts()) {
        const std::optional<QStringList> keys = d->folder.isEmpty() ? std::nullopt : d->index.keysIn(part);
        if (!keys) {
            *error = u"the store cannot be read"_s;
            return false;
        }
        for (const QString &key : *keys) {
            const std::optional<StoredImage> picture = d->load(key);
            if (picture &&
                !writeStoredFile(folder + u'/' + key + ending(picture->type), picture->bytes, error))
                return false;
            if (!step(++done, all, picture.has_value()))
                return true;
        }
    }
    return true;
}

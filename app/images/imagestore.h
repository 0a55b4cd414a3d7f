#pragma once

#include "app/images/imageindex.h"
#include "app/images/imagepolicy.h"

#include <functional>
#include <memory>
#include <optional>

struct StoredImage {
    QByteArray bytes;
    ImageType type = ImageType::Unknown;
    QSize size; // pixels
};

// Which of these articles, named as in addOwner(), are to keep their pictures; nullopt where that cannot be
// told just now.
using KeptOwners = std::function<std::optional<QSet<quint64>>(const QSet<quint64> &articles)>;
// All such articles, also those that the store knows nothing of.
using AllKeptOwners = std::function<std::optional<QSet<quint64>>()>;

// What the store may take unless the reader says otherwise.
constexpr qint64 usualStoreLimit = qint64(2) * 1024 * 1024 * 1024; // bytes

// Pictures kept until the reader says otherwise or the room is needed: one file a picture, named by the
// SHA-256 of its address, in folders of two hex digits; facts (length, SHA-256 of the bytes, type, size, when
// stored and shown) in SQLite beside them. A picture whose bytes do not match its facts counts as absent and
// is removed. Opening walks and counts nothing. Killed or out of room at any moment, it believes no half of a
// picture: the file comes before its facts, and goes after them. What is left behind that way is removed once
// something is saved in its folder. Where the facts are lost, they are found out anew from the files, which
// then never make room until the pictures of every starred article are known: the store may be beyond its
// limit. One thread only, but several stores may use one folder. Times are milliseconds since 1970-01-01 UTC.
class ImageStore final
{
public:
    ImageStore();
    ~ImageStore();

    // Opens or makes the store. false, with the reason, where the folder cannot be used; load() then finds
    // nothing and save() fails, and everything else goes on.
    bool open(const QString &folder, QString *error);

    // Whether load() would look for it: from its facts alone, the file is not touched.
    bool has(const QUrl &address);
    std::optional<StoredImage> load(const QUrl &address);
    // Written to a temporary file, synced and renamed.
    bool save(const QUrl &address, const QByteArray &bytes, qint64 now, QString *error);

    // What somebody found to be no picture.
    void remove(const QUrl &address);

    // Written by flush(), by the destructor, or together with many others.
    void noteShown(const QUrl &address, qint64 now);
    bool flush();
    // An article shows this picture, if it is stored; until it goes.
    void addOwner(const QUrl &address, quint64 article);
    // The same of all that a starred article shows, be it stored or not; and whether that was said of it, be
    // it in another run.
    void setOwner(quint64 article, const QList<QUrl> &addresses);
    bool isOwnerKnown(quint64 article) const;
    // Their pictures never make room. Asked anew each time room is made, so they need not be told here.
    // Once all of them are known here, what nobody knew the owners of makes room as well.
    void setKeptOwners(const KeptOwners &kept, const AllKeptOwners &all = {});

    // Bytes of pictures, without what the disk needs to hold them. tidy() does what follows from it.
    void setLimit(qint64 bytes);
    StoreSize size() const;
    // Some make no room, as their facts were lost and it is not known yet who shows them.
    bool keepsFound() const;
    // Nothing is found any more; the files go with tidy().
    bool clear(QString *error);
    // A slice of the work that is left (some milliseconds): what lost its facts gets them anew; beyond the
    // limit the least recently shown go, until there is some air; never those of kept owners, nor any where
    // these cannot be told. true while there is more to do.
    bool tidy(qint64 now);

    // Told after each picture how many of all of them are done, and whether this one was whole; false stops.
    using ExportStep = std::function<bool(qint64 done, qint64 all, bool isWhole)>;
    // Copies every picture into `folder`, named by its key and type. false, with the reason, at the first
    // that cannot be written; pictures that are damaged are left out. Takes its time: for a store of its own
    // on another thread, which storeexporter.h has.
    bool exportTo(const QString &folder, const ExportStep &step, QString *error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

#pragma once

#include "app/images/imagepolicy.h"

#include <memory>
#include <optional>

struct StoredImage {
    QByteArray bytes;
    ImageType type = ImageType::Unknown;
    QSize size; // pixels
};

// Pictures kept until the reader says otherwise: one file a picture, named by the SHA-256 of its address, in
// folders of two hex digits; facts (length, SHA-256 of the bytes, type, size, when stored) in SQLite beside
// them. A picture whose bytes do not match its facts counts as absent and is removed. One thread only.
class ImageStore final
{
public:
    ImageStore();
    ~ImageStore();

    // Opens or makes the store. false, with the reason, where the folder cannot be used; load() then finds
    // nothing and save() fails, and everything else goes on.
    bool open(const QString &folder, QString *error);

    std::optional<StoredImage> load(const QUrl &address);
    // Written to a temporary file, synced and renamed. `now` is milliseconds since 1970-01-01 UTC.
    bool save(const QUrl &address, const QByteArray &bytes, qint64 now, QString *error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

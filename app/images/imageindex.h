#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QSize>
#include <QString>
#include <QVariant>

#include <optional>

class QSqlDatabase;
class QSqlError;

struct ImageFacts {
    qint64 length = 0; // bytes
    QByteArray sha256; // of the bytes, raw
    int type = 0;      // ImageType as a number
    QSize size{};      // pixels, standing upright
    qint64 stored = 0; // milliseconds since 1970-01-01 UTC
    bool operator==(const ImageFacts &) const = default;
};

struct StoreSize {
    qint64 bytes = 0;
    qint64 pictures = 0;
    bool operator==(const StoreSize &) const = default;
};

struct IndexedImage {
    QString key;
    qint64 length = 0;      // bytes
    qint64 shown = 0;       // milliseconds since 1970-01-01 UTC
    QSet<quint64> owners{}; // articles that show it
    bool operator==(const IndexedImage &) const = default;
};

// The facts of the pictures in the store, in one SQLite file (write-ahead log). A damaged file is renamed to
// "<path>.damaged" and a new one begun: the facts are then gone until somebody finds them out anew. A file
// with a newer schema is left alone and not opened. One thread only; one connection an object.
class ImageIndex final
{
public:
    ImageIndex();
    ~ImageIndex();
    Q_DISABLE_COPY_MOVE(ImageIndex)

    bool open(const QString &path, QString *error);
    std::optional<ImageFacts> facts(const QString &key);
    bool setFacts(const QString &key, const ImageFacts &facts, QString *error);
    // The same of a picture whose facts were lost, and with them who shows it: as it may be a starred
    // article, it never makes room until such a one is known to show it, or letKeptGo().
    bool setFound(const QString &key, const ImageFacts &facts);
    bool hasKept() const;
    bool letKeptGo();
    void setSize(const QString &key, const QSize &size);
    // Its size is remembered, as with removeAll() and clear(): knownsizes.h.
    void remove(const QString &key);

    // All of them, from a sum that is kept: no counting.
    StoreSize size() const;
    // When pictures were last shown, by key, in one transaction; milliseconds since 1970-01-01 UTC. Until
    // then a picture counts as shown when it was stored.
    bool setShown(const QHash<QString, qint64> &times);
    // An article shows this picture, which is stored; it is forgotten with the picture.
    void addOwner(const QString &key, quint64 article);
    // The same of all that a starred article shows, stored or not, and for good: what comes later, or comes
    // back, has its owner then. isOwnerKnown() then, also in later runs. One transaction.
    void setOwner(quint64 article, const QStringList &keys);
    bool isOwnerKnown(quint64 article) const;
    // At most so many, least recently shown first: those that come after this one.
    QList<IndexedImage> leastRecentlyShown(int most, const IndexedImage &after = {}) const;
    // Those whose keys begin with two hex digits; nullopt where they cannot be read.
    std::optional<QStringList> keysIn(const QString &twoDigits) const;
    // Parts, as two hex digits, that may have whole pictures of which nothing is known here: all of a file
    // that is begun anew, until somebody has looked.
    QStringList strayParts() const;
    bool isStray(const QString &part) const;
    bool setLookedAt(const QStringList &parts);
    bool removeAll(const QStringList &keys);
    // Forgets every picture. What starred articles show stays known.
    bool clear(QString *error);

private:
    void close();
    bool replace(QString *error);
    QSqlDatabase database() const;
    QSqlError openFile();
    QSqlError prepareSchema();
    QSqlError read(const QString &key, std::optional<ImageFacts> *facts) const;
    QSet<quint64> owners(const QString &key) const;
    QSqlError write(const QString &key, const ImageFacts &facts) const;
    bool runForEach(const QString &sql, const QList<QVariantList> &rows) const;

    QString m_path;
    QString m_connectionName;
    bool m_hasStrays = false; // so that nobody asks the file for each picture that is not there
};

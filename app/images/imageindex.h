#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <optional>

class QSqlDatabase;
class QSqlError;

struct ImageFacts {
    qint64 length = 0; // bytes
    QByteArray sha256; // of the bytes, raw
    int type = 0;      // ImageType as a number
    QSize size{};      // pixels
    qint64 stored = 0; // milliseconds since 1970-01-01 UTC
    bool operator==(const ImageFacts &) const = default;
};

// The facts of the pictures in the store, in one SQLite file (write-ahead log). A damaged file is renamed to
// "<path>.damaged" and a new one begun: the facts are then gone, and with them the pictures until they are
// fetched again. A file with a newer schema is left alone and not opened. One thread only; one connection an
// object.
class ImageIndex final
{
public:
    ImageIndex();
    ~ImageIndex();
    Q_DISABLE_COPY_MOVE(ImageIndex)

    bool open(const QString &path, QString *error);
    std::optional<ImageFacts> facts(const QString &key);
    bool setFacts(const QString &key, const ImageFacts &facts, QString *error);
    void remove(const QString &key);

private:
    void close();
    bool replace(QString *error);
    QSqlDatabase database() const;
    QSqlError openFile();
    QSqlError prepareSchema();
    QSqlError read(const QString &key, std::optional<ImageFacts> *facts) const;
    QSqlError write(const QString &key, const ImageFacts &facts) const;

    QString m_path;
    QString m_connectionName;
};

#pragma once

#include "ui/thumbnailreader.h"

#include <QCache>
#include <QPixmap>
#include <QThread>

// The thumbnails of the article list, as far as they are known. Asking for one touches memory only; what is
// wanted is read elsewhere, and changed() follows.
class Thumbnails final : public QObject
{
    Q_OBJECT

public:
    // `storeFolder` as in ThumbnailReader.
    explicit Thumbnails(const QString &storeFolder, QObject *parent = nullptr);
    ~Thumbnails() override;

    struct Picture {
        bool isThere = false; // the row leaves room for it
        QPixmap pixmap;       // null until it is read
    };
    Picture of(const ArticleHead &head) const;

    // What to draw from now on: size in CSS pixels, times the ratio of the screen. What has another shape is
    // forgotten.
    void setShape(const QSize &size, double radius, double ratio);
    QSize size() const { return m_size; }
    // Reads those that are not known yet, the first of them first. What was wanted before and is not wanted
    // now is given up.
    void want(const QByteArray &root, const QList<ArticleHead> &articles);

public Q_SLOTS:
    // Pictures came: what was not there may be.
    void forgetMissing();
    void forgetAll();

Q_SIGNALS:
    void changed();

private:
    enum class State : quint8 { Missing, Coming, Read };
    struct Entry {
        State state = State::Coming;
        QPixmap pixmap;
    };
    static QString keyOf(const ArticleHead &head);
    void noteLooked(quint64 number, const QHash<QString, bool> &isThere);
    void noteMade(quint64 number, const QString &key, const QImage &thumbnail);

    QSize m_size;
    double m_ratio = 1;
    ThumbnailShape m_shape;
    quint64 m_number = 0;
    quint64 m_oldest = 0;             // what was asked before forgetAll() is not believed
    QCache<QString, Entry> m_entries; // costs: KiB
    QThread m_thread;
    ThumbnailReader *m_reader; // deleted by its thread
};

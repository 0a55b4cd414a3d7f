#include "ui/thumbnails.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostMemory = 24 * 1024; // KiB: some hundred thumbnails on a sharp screen

}

Thumbnails::Thumbnails(const QString &storeFolder, QObject *parent)
    : QObject(parent)
    , m_entries(mostMemory)
    , m_reader(new ThumbnailReader(storeFolder))
{
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    connect(m_reader, &ThumbnailReader::looked, this, &Thumbnails::noteLooked);
    connect(m_reader, &ThumbnailReader::made, this, &Thumbnails::noteMade);
    m_thread.setObjectName(u"thumbnails"_s);
    m_thread.start(QThread::LowPriority);
}

Thumbnails::~Thumbnails()
{
    m_reader->abandonBefore(std::numeric_limits<quint64>::max());
    m_thread.quit();
    m_thread.wait();
}

// What the picture's address depends on.
QString Thumbnails::keyOf(const ArticleHead &head)
{
    const QString base = head.originalLink.isEmpty() ? QString::fromLatin1(head.path) : head.originalLink;
    return head.headImage + u'\n' + base;
}

Thumbnails::Picture Thumbnails::of(const ArticleHead &head) const
{
    const Entry *entry = head.headImage.isEmpty() ? nullptr : m_entries.object(keyOf(head));
    if (!entry || entry->state == State::Missing)
        return {};
    return {true, entry->pixmap};
}

void Thumbnails::setShape(const QSize &size, double radius, double ratio)
{
    const ThumbnailShape shape{(QSizeF(size) * ratio).toSize(), radius * ratio};
    m_size = size;
    m_ratio = ratio;
    if (shape == m_shape)
        return;
    m_shape = shape;
    forgetAll();
}

void Thumbnails::want(const QByteArray &root, const QList<ArticleHead> &articles)
{
    ThumbnailRequest request{++m_number, root, m_shape, {}};
    m_reader->abandonBefore(m_number);
    for (const ArticleHead &head : articles) {
        if (head.headImage.isEmpty())
            continue;
        const QString key = keyOf(head);
        const Entry *entry = m_entries.object(key);
        if (!entry || entry->state == State::Coming)
            request.rows << RowPicture{key, head.headImage, head.originalLink, head.path};
    }
    if (request.rows.isEmpty())
        return;
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, request] { reader->read(request); }, Qt::QueuedConnection);
}

void Thumbnails::noteLooked(quint64 number, const QHash<QString, bool> &isThere)
{
    if (number < m_oldest)
        return;
    bool isNew = false;
    for (const auto &[key, there] : isThere.asKeyValueRange()) {
        isNew = isNew || (there && !m_entries.contains(key));
        m_entries.insert(key, new Entry{there ? State::Coming : State::Missing, {}});
    }
    if (isNew)
        Q_EMIT changed();
}

void Thumbnails::noteMade(quint64 number, const QString &key, const QImage &thumbnail)
{
    if (number < m_oldest)
        return;
    QPixmap pixmap = QPixmap::fromImage(thumbnail);
    pixmap.setDevicePixelRatio(m_ratio);
    const qsizetype kilobytes = 1 + thumbnail.sizeInBytes() / 1024;
    const State state = thumbnail.isNull() ? State::Missing : State::Read;
    m_entries.insert(key, new Entry{state, pixmap}, kilobytes);
    Q_EMIT changed();
}

void Thumbnails::forgetMissing()
{
    for (const QString &key : m_entries.keys()) {
        if (m_entries.object(key)->state == State::Missing)
            m_entries.remove(key);
    }
}

void Thumbnails::forgetAll()
{
    m_oldest = ++m_number;
    m_reader->abandonBefore(m_number);
    m_entries.clear();
    Q_EMIT changed();
}

#include "app/archive/articletext.h"

#include "app/archive/archivefile.h"

#include <algorithm>

ArticleText::ArticleText(const QByteArray &bytes)
    : m_size(bytes.size())
    , m_bytes(bytes)
{
    decode();
}

ArticleText::ArticleText(const ArchiveFile &file)
    : m_file(&file)
    , m_size(file.size())
    , m_bytes(file.read(0, encodingBlock))
{
    if (m_bytes.size() < encodingBlock)
        m_size = m_bytes.size();
    decode();
}

void ArticleText::readMore()
{
    Q_ASSERT(!isWhole());
    const qint64 wanted = std::min<qint64>(4 * m_bytes.size(), m_size);
    m_bytes += m_file->read(m_bytes.size(), wanted - m_bytes.size());
    if (m_bytes.size() < wanted) // it was cut while we read
        m_size = m_bytes.size();
    decode();
}

QString ArticleText::tail(qsizetype bytes) const
{
    const qint64 offset = std::max<qint64>(0, m_size - bytes);
    const QByteArray last = isWhole() ? m_bytes.sliced(offset) : m_file->read(offset, m_size - offset);
    return decodeTail(last, offset, m_encoding.encoding);
}

void ArticleText::decode()
{
    m_encoding = guessEncoding(m_bytes);
    m_text = decodeText(m_bytes, m_encoding.encoding);
}

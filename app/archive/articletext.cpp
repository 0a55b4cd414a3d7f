#include "app/archive/articletext.h"

#include "app/archive/archivefile.h"
#include "app/archive/hexotag.h"

#include <algorithm>
#include <string_view>

namespace
{

// Front matter and the text that identity needs: enough in nine of ten articles, and decoding is what costs.
constexpr qsizetype firstDecoded = 1536;

}

ArticleText::ArticleText(const QByteArray &bytes)
    : m_size(bytes.size())
    , m_bytes(bytes)
{
    m_encoding = guessEncoding(m_bytes);
    decode(m_bytes.size());
}

ArticleText::ArticleText(ArchiveFile &file, QByteArrayView start)
    : m_file(&file)
    , m_size(file.size())
    , m_bytes(start.toByteArray())
{
    if (m_bytes.size() < encodingBlock)
        m_size = m_bytes.size();
    m_encoding = guessEncoding(m_bytes);
    decode(firstLines());
}

// Only at the end of a line can a text be cut in every encoding but the wide ones.
qsizetype ArticleText::firstLines() const
{
    const TextEncoding encoding = m_encoding.encoding;
    const bool isWide =
        encoding == TextEncoding::Utf16LittleEndian || encoding == TextEncoding::Utf16BigEndian;
    const qsizetype newline = isWide ? -1 : m_bytes.lastIndexOf('\n', firstDecoded);
    return newline > 0 && m_bytes.size() > firstDecoded ? newline + 1 : m_bytes.size();
}

void ArticleText::readMore()
{
    Q_ASSERT(!isWhole());
    if (m_decoded < m_bytes.size()) {
        decode(m_bytes.size());
        return;
    }
    const qint64 wanted = std::min<qint64>(4 * m_bytes.size(), m_size);
    m_bytes += m_file->read(m_bytes.size(), wanted - m_bytes.size());
    if (m_bytes.size() < wanted) // it was cut while we read
        m_size = m_bytes.size();
    m_encoding = guessEncoding(m_bytes);
    decode(m_bytes.size());
}

QByteArray ArticleText::lastBytes(qsizetype bytes) const
{
    const qint64 offset = std::max<qint64>(0, m_size - bytes);
    if (m_bytes.size() >= m_size) // no copy: who asks looks at them and lets them go
        return QByteArray::fromRawData(m_bytes.constData() + offset, m_bytes.size() - offset);
    return m_file->read(offset, m_size - offset);
}

QString ArticleText::tagTail(qsizetype bytes) const
{
    const QByteArray last = lastBytes(bytes);
    const TextEncoding encoding = m_encoding.encoding;
    const bool isWide =
        encoding == TextEncoding::Utf16LittleEndian || encoding == TextEncoding::Utf16BigEndian;
    // '%' and '}' are no part of another character in any other encoding, '{' is none in UTF-8.
    if (!isWide && !mayHoldTagEnd(last))
        return {};
    const bool isPlain = encoding == TextEncoding::Utf8 && !last.contains('\0');
    const qsizetype begin = isPlain ? std::max<qsizetype>(0, lastTagOpening(last)) : 0;
    return decodeTail(QByteArrayView(last).sliced(begin), std::max<qint64>(0, m_size - bytes) + begin,
                      encoding);
}

void ArticleText::decode(qsizetype bytes)
{
    m_decoded = bytes;
    m_text = decodeText(QByteArrayView(m_bytes).first(bytes), m_encoding.encoding);
}

bool mayHoldTagEnd(QByteArrayView bytes)
{
    const std::string_view text(bytes.data(), static_cast<size_t>(bytes.size()));
    return text.find("%}") != text.npos || text.find("%&#125;") != text.npos;
}

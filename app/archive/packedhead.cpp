#include "app/archive/packedhead.h"

#include <algorithm>

PackedHead::PackedHead(const Texts &texts)
{
    pack(texts);
}

PackedHead::PackedHead(const ArticleHead &head)
    : date(head.date.toMSecsSinceEpoch())
    , dateOffset(head.date.offsetFromUtc())
    , problems(head.problems)
    , identity(head.identity)
{
    QByteArray categories;
    for (const QString &name : head.categories)
        categories += name.toUtf8() + '\0';
    const QByteArray title = head.title.toUtf8();
    const QByteArray author = head.author.toUtf8();
    const QByteArray image = head.headImage.toUtf8();
    const QByteArray link = head.originalLink.toUtf8();
    pack({title, author, image, link, categories});
}

void PackedHead::pack(const Texts &texts)
{
    qsizetype size = 0;
    for (size_t at = 0; at < textCount; ++at)
        m_ends[at] = static_cast<quint32>(size += texts[at].size());
    m_texts = QByteArray(size, Qt::Uninitialized);
    char *place = m_texts.data();
    for (const QByteArrayView text : texts)
        place = std::copy(text.begin(), text.end(), place);
}

QByteArrayView PackedHead::text(Text which) const
{
    const quint32 begin = which == 0 ? 0 : m_ends[which - 1U];
    return QByteArrayView(m_texts).sliced(begin, m_ends[which] - begin);
}

#include "app/catalog/filestamp.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstring>

namespace
{

constexpr Problems walkProblems =
    Problem::Unreadable | Problem::NotARegularFile | Problem::TooLarge | Problem::LinkLoop;

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit in moves every bit out.
quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * Q_UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ (value >> 27)) * Q_UINT64_C(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

}

qint64 placeOf(const QByteArray &path)
{
    constexpr qsizetype word = sizeof(quint64);
    quint64 place = static_cast<quint64>(path.size());
    for (qsizetype at = 0; at < path.size(); at += word) {
        quint64 bytes = 0;
        std::memcpy(&bytes, path.constData() + at, static_cast<size_t>(std::min(word, path.size() - at)));
        place = mixed(place ^ qFromLittleEndian(bytes));
    }
    return static_cast<qint64>(place);
}

qint64 stampOf(const FileEntry &entry)
{
    quint64 stamp = 0;
    for (const quint64 part : {static_cast<quint64>(entry.size), static_cast<quint64>(entry.modified),
                               entry.inode, quint64((entry.problems & walkProblems).toInt())})
        stamp = mixed(stamp + part);
    return static_cast<qint64>(stamp);
}

void KnownFiles::reserve(qint64 rows)
{
    Q_ASSERT(m_files.empty());
    constexpr quint64 filesInADrawer = 4;
    const auto drawers = static_cast<quint64>(rows) / filesInADrawer;
    m_bits = std::bit_width(drawers);
    m_files.reserve(static_cast<size_t>(rows));
    m_drawers.reserve((size_t(1) << m_bits) + 1);
}

// The drawers are in the order of the places, which are signed.
size_t KnownFiles::drawerOf(qint64 place) const
{
    constexpr quint64 sign = Q_UINT64_C(1) << 63;
    return m_bits == 0 ? 0 : static_cast<size_t>((static_cast<quint64>(place) ^ sign) >> (64 - m_bits));
}

void KnownFiles::add(qint64 place, qint64 stamp, ArticleId id)
{
    Q_ASSERT(m_files.empty() || m_files.back().place <= place);
    if (const size_t drawer = drawerOf(place); m_drawers.size() <= drawer)
        m_drawers.resize(drawer + 1, static_cast<quint32>(m_files.size()));
    m_files.push_back({place, stamp, id});
}

std::optional<ArticleId> KnownFiles::find(qint64 place, qint64 stamp) const
{
    const size_t drawer = drawerOf(place);
    if (drawer >= m_drawers.size())
        return std::nullopt;
    const auto isBefore = [](const File &file, const File &wanted) {
        return file.place < wanted.place || (file.place == wanted.place && file.stamp < wanted.stamp);
    };
    const auto begin = m_files.cbegin() + m_drawers[drawer];
    const auto end =
        drawer + 1 < m_drawers.size() ? m_files.cbegin() + m_drawers[drawer + 1] : m_files.cend();
    const auto found = std::lower_bound(begin, end, File{place, stamp, 0}, isBefore);
    if (found == end || found->place != place || found->stamp != stamp)
        return std::nullopt;
    return found->id;
}

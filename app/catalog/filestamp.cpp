#include "app/catalog/filestamp.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

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
    return qFromBigEndian<qint64>(QCryptographicHash::hash(path, QCryptographicHash::Md5).constData());
}

qint64 stampOf(const FileEntry &entry)
{
    quint64 stamp = static_cast<quint64>(placeOf(entry.path));
    for (const quint64 part : {static_cast<quint64>(entry.size), static_cast<quint64>(entry.modified),
                               entry.inode, quint64((entry.problems & walkProblems).toInt())})
        stamp = mixed(stamp + part);
    return static_cast<qint64>(stamp);
}

void KnownFiles::reserve(qint64 rows)
{
    m_stamps.reserve(static_cast<size_t>(rows));
    m_ids.reserve(static_cast<size_t>(rows));
}

void KnownFiles::add(qint64 stamp, ArticleId id)
{
    Q_ASSERT(m_stamps.empty() || m_stamps.back() <= stamp);
    m_stamps.push_back(stamp);
    m_ids.push_back(id);
}

std::optional<ArticleId> KnownFiles::find(qint64 stamp) const
{
    const auto found = std::lower_bound(m_stamps.cbegin(), m_stamps.cend(), stamp);
    if (found == m_stamps.cend() || *found != stamp)
        return std::nullopt;
    return m_ids[static_cast<size_t>(found - m_stamps.cbegin())];
}

#include "app/page/nameset.h"

#include <bit>

namespace
{

// Names are short and differ in their length and ends.
size_t slotOf(QByteArrayView name)
{
    const auto at = [name](qsizetype index) {
        return static_cast<size_t>(static_cast<uchar>(name.at(index)));
    };
    const qsizetype size = name.size();
    return static_cast<size_t>(size) * 7 + at(0) * 31 + at(size / 2) * 131 + at(size - 1) * 1031;
}

}

NameSet::NameSet(std::initializer_list<QByteArrayView> names)
    : m_slots(std::bit_ceil(names.size() * 2 + 1))
{
    for (const QByteArrayView name : names) {
        size_t slot = slotOf(name) % m_slots.size();
        while (!m_slots.at(slot).isEmpty())
            slot = (slot + 1) % m_slots.size();
        m_slots.at(slot) = name;
    }
}

QByteArrayView NameSet::find(QByteArrayView name) const
{
    if (name.isEmpty())
        return {};
    const size_t mask = m_slots.size() - 1;
    for (size_t slot = slotOf(name) & mask; !m_slots[slot].isEmpty(); slot = (slot + 1) & mask) {
        if (m_slots[slot] == name)
            return m_slots[slot];
    }
    return {};
}

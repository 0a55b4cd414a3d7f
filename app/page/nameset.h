#pragma once

#include <QByteArrayView>

#include <initializer_list>
#include <vector>

// A closed set of names, asked for several times by every element of a page: QSet spends more time hashing a
// name than the rest of a rule takes (measured). The names are constants and outlive the set.
class NameSet final
{
public:
    NameSet(std::initializer_list<QByteArrayView> names);

    // The set's own constant; empty where the name is not in it. Letter case counts.
    QByteArrayView find(QByteArrayView name) const;
    bool contains(QByteArrayView name) const { return !find(name).isEmpty(); }

private:
    std::vector<QByteArrayView> m_slots; // open addressing; a power of two, at least half of it empty
};

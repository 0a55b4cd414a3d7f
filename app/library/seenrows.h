#pragma once

#include "app/catalog/catalogtypes.h"

#include <QSet>

#include <atomic>
#include <memory>

// Which rows of a catalogue a pass has met. A pass over everything has a byte for each, as any number of
// threads may mark them at once; one over a few files keeps those few, on one thread.
class SeenRows final
{
public:
    enum class Expected : quint8 { Few, All };

    SeenRows() = default;
    SeenRows(ArticleId newest, Expected expected)
        : m_newest(newest)
        , m_all(expected == Expected::All
                    ? std::make_unique<std::atomic<bool>[]>(static_cast<size_t>(newest) + 1)
                    : nullptr)
    {
    }

    // Rows that came later count as seen.
    bool contains(ArticleId id) const
    {
        if (id > m_newest)
            return true;
        return m_all ? m_all[static_cast<size_t>(id)].load(std::memory_order_relaxed) : m_few.contains(id);
    }
    void add(ArticleId id)
    {
        if (id > m_newest)
            return;
        if (m_all)
            m_all[static_cast<size_t>(id)].store(true, std::memory_order_relaxed);
        else
            m_few.insert(id);
    }

private:
    ArticleId m_newest = -1;
    std::unique_ptr<std::atomic<bool>[]> m_all;
    QSet<ArticleId> m_few; // where there is no m_all
};

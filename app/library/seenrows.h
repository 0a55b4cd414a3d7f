#pragma once

#include "app/catalog/catalogtypes.h"

#include <atomic>
#include <memory>

// Which rows of a catalogue a pass has met: a byte for each, as any number of threads may mark them at once.
class SeenRows final
{
public:
    SeenRows() = default;
    explicit SeenRows(ArticleId newest)
        : m_size(static_cast<size_t>(newest) + 1)
        , m_rows(std::make_unique<std::atomic<bool>[]>(m_size))
    {
    }

    // Rows that came later count as seen.
    bool contains(ArticleId id) const
    {
        return static_cast<size_t>(id) >= m_size ||
               m_rows[static_cast<size_t>(id)].load(std::memory_order_relaxed);
    }
    void add(ArticleId id)
    {
        if (static_cast<size_t>(id) < m_size)
            m_rows[static_cast<size_t>(id)].store(true, std::memory_order_relaxed);
    }

private:
    size_t m_size = 0;
    std::unique_ptr<std::atomic<bool>[]> m_rows;
};

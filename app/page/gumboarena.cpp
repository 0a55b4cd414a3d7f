#include "app/page/gumboarena.h"

#include <algorithm>
#include <cstdlib>

namespace
{

// A usual article needs 35 KiB; larger blocks come from the system, and go back to it, one by one.
constexpr size_t firstBlock = 32 * 1024;
constexpr size_t largestBlock = 256 * 1024;
constexpr size_t alignment = alignof(std::max_align_t);
// The clock costs more than an allocation. Not more than this: 200,000 attributes of one tag are slow and
// allocate little (measured: 890 ms with 1,024).
constexpr unsigned allocationsBetweenLooks = 128;

size_t aligned(size_t size)
{
    return (size + alignment - 1) / alignment * alignment;
}

}

struct alignas(std::max_align_t) GumboArena::Block {
    Block *next;
};

GumboArena::GumboArena(size_t budget, const QDeadlineTimer &deadline)
    : m_budget(budget)
    , m_deadline(deadline)
{
}

GumboArena::~GumboArena()
{
    while (m_blocks) {
        Block *const next = m_blocks->next;
        std::free(m_blocks);
        m_blocks = next;
    }
}

void *GumboArena::allocate(size_t size)
{
    checkDeadline();
    if (size > m_budget)
        leave();
    const size_t wanted = std::max(aligned(size), alignment);
    if (wanted > m_left)
        addBlock(wanted);
    char *const result = m_free;
    m_free += wanted;
    m_left -= wanted;
    return result;
}

void GumboArena::leave()
{
    std::longjmp(m_escape, 1);
}

void GumboArena::checkDeadline()
{
    if (++m_allocations % allocationsBetweenLooks == 0 && m_deadline.hasExpired())
        leave();
}

void GumboArena::addBlock(size_t size)
{
    const size_t usual = std::clamp(m_used, firstBlock, largestBlock);
    const size_t whole = sizeof(Block) + std::max(size, usual - sizeof(Block));
    if (m_used + whole > m_budget)
        leave();
    Block *const block = static_cast<Block *>(std::malloc(whole));
    if (!block)
        leave();
    block->next = m_blocks;
    m_blocks = block;
    m_used += whole;
    m_free = reinterpret_cast<char *>(block) + sizeof(Block);
    m_left = whole - sizeof(Block);
}

#pragma once

#include <QDeadlineTimer>

#include <csetjmp>
#include <cstddef>

// The memory of one gumbo run: blocks that are freed as a whole, a budget and a deadline. Excess of either
// jumps out of the parser, which knows no other way to stop (security.md 1, guard 5).
class GumboArena final
{
public:
    GumboArena(size_t budget, const QDeadlineTimer &deadline);
    ~GumboArena();
    GumboArena(const GumboArena &) = delete;
    GumboArena &operator=(const GumboArena &) = delete;

    // Aligned for any type; never null: jumps to escape() where there is none.
    void *allocate(size_t size);

    // Jumps to escape().
    [[noreturn]] void leave();

    // The caller sets it before the first allocate(). Between its setjmp() and the end of the parser nothing
    // with a destructor may live.
    std::jmp_buf &escape() { return m_escape; }
    size_t used() const { return m_used; }

private:
    struct Block;
    void checkDeadline();
    void addBlock(size_t size);

    std::jmp_buf m_escape;
    Block *m_blocks = nullptr;
    char *m_free = nullptr;
    size_t m_left = 0;
    size_t m_used = 0;
    size_t m_budget = 0;
    unsigned m_allocations = 0;
    QDeadlineTimer m_deadline;
};

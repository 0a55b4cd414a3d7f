#include "app/page/gumboarena.h"

#include <QTest>

#include <atomic>
#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;

class TestGumboArena final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAlignedMemory();
    void budget_jumpsOut();
    void oneLargePiece_jumpsOut();
    void deadline_jumpsOut();
};

void TestGumboArena::givesAlignedMemory()
{
    GumboArena arena(1024 * 1024, QDeadlineTimer(60'000));
    if (setjmp(arena.escape()) != 0)
        QFAIL("within the budget");
    for (const size_t size : {size_t(0), size_t(1), size_t(17), size_t(3), size_t(300'000)}) {
        void *const memory = arena.allocate(size);
        QCOMPARE(reinterpret_cast<quintptr>(memory) % alignof(std::max_align_t), quintptr(0));
        std::memset(memory, 0xab, size);
    }
    QVERIFY(arena.used() >= 300'000);
}

void TestGumboArena::budget_jumpsOut()
{
    GumboArena arena(1024 * 1024, QDeadlineTimer(60'000));
    // Atomic, so that its value outlives the jump.
    std::atomic_int given = 0;
    if (setjmp(arena.escape()) == 0) {
        for (; given < 1000; ++given)
            arena.allocate(10'000);
    }
    QVERIFY(given > 50 && given < 105);
    QVERIFY(arena.used() <= 1024 * 1024);
}

void TestGumboArena::oneLargePiece_jumpsOut()
{
    GumboArena arena(1024 * 1024, QDeadlineTimer(60'000));
    if (setjmp(arena.escape()) == 0) {
        arena.allocate(std::numeric_limits<size_t>::max() - 8);
        QFAIL("more than there is");
    }
    QCOMPARE(arena.used(), size_t(0));
}

void TestGumboArena::deadline_jumpsOut()
{
    GumboArena arena(64 * 1024 * 1024, QDeadlineTimer(0));
    // Atomic, so that its value outlives the jump.
    std::atomic_int given = 0;
    if (setjmp(arena.escape()) == 0) {
        for (; given < 10'000; ++given)
            arena.allocate(1);
    }
    QCOMPARE(given.load(), 127);
}

QTEST_APPLESS_MAIN(TestGumboArena)
#include "tst_gumboarena.moc"

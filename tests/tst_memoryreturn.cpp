#include "app/library/memoryreturn.h"

#include <QTest>

#include <cstdlib>
#include <memory>
#include <vector>

class TestMemoryReturn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasFreed_isGivenBack();
};

// Small blocks below one that is still in use: nobody else would give them back.
void TestMemoryReturn::whatWasFreed_isGivenBack()
{
#ifdef __GLIBC__
    constexpr size_t blockSize = 4096;
    std::vector<std::unique_ptr<QByteArray>> blocks;
    for (int i = 0; i < 10'000; ++i)
        blocks.push_back(std::make_unique<QByteArray>(blockSize, 'x'));
    const std::unique_ptr<QByteArray> last = std::move(blocks.back());
    blocks.clear();
    QVERIFY(returnMemory());
    QCOMPARE(last->size(), blockSize);
#else
    QSKIP("Only glibc is known to keep it.");
#endif
}

QTEST_GUILESS_MAIN(TestMemoryReturn)
#include "tst_memoryreturn.moc"

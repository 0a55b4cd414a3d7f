#include "ui/memorybounds.h"

#include <QTest>

#include <cstdlib>
#include <latch>
#include <thread>
#include <vector>
#ifdef __GLIBC__
#include <malloc.h>
#endif

class TestMemoryBounds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyThreads_shareTwoHeaps();
};

void TestMemoryBounds::manyThreads_shareTwoHeaps()
{
#ifdef __GLIBC__
    constexpr int count = 16;
    std::latch allLive(count); // a heap goes to the next thread where its own has ended
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&allLive] {
                QByteArray(1000, 'x').detach();
                allLive.arrive_and_wait();
            });
        }
    }
    char *text = nullptr;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    QCOMPARE(malloc_info(0, stream), 0);
    std::fclose(stream);
    const QByteArray report(text, static_cast<qsizetype>(length));
    std::free(text);
    QVERIFY(report.count("<heap nr=") <= 2);
#else
    QSKIP("Only glibc keeps a heap for each thread.");
#endif
}

// Before QTest begins its threads, as the program does before its own.
int main(int argc, char *argv[])
{
    boundMemory();
    TestMemoryBounds test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_memorybounds.moc"

#include "app/archive/folderevents.h"
#include "app/library/passplan.h"
#include "tests/patience.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace std::chrono_literals;

class TestPassPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void begin_wantsEverything();
    void changes_areGathered();
    void aFewGone_areRemoved();
    void manyGone_waitForQuiet();
    void change_isNoQuiet();
    void stoppedPass_settlesNothing();
    void partOfTheArchive_settlesNothing();
    void reader_needsNotWait();
    void emptied_waitsForTheReaderTwice();
    void unreadable_keepsAllUntilItReturns();
    void readerReturned_looksOnlyWhereNobodyWatches();
    void drop_forgetsWhatWasAsked();

private:
    void end(int missing, const char *error = "", bool isEmptied = false);
    Removal removal(PassPlan *plan) { return plan->take().value_or(PassOrder{{}, Removal::None}).removal; }
    bool isQuietAwaited() const { return m_plan->findChild<QTimer *>()->isActive(); }

    static inline const ArchiveChanges everything = ArchiveChanges::all();
    static inline const ArchiveChanges file{{"a.md"}, {}, {}, false};
    std::unique_ptr<PassPlan> m_plan;
    std::unique_ptr<QSignalSpy> m_wanted;
};

// The quiet is awaited for an hour: where it matters it is not waited for.
void TestPassPlan::init()
{
    m_plan = std::make_unique<PassPlan>(1h);
    m_wanted = std::make_unique<QSignalSpy>(m_plan.get(), &PassPlan::passWanted);
}

void TestPassPlan::end(int missing, const char *error, bool isEmptied)
{
    PassResult result;
    result.complete = !*error;
    result.error = QString::fromLatin1(error);
    result.missing = missing;
    result.isEmptied = isEmptied;
    m_plan->passEnded(result);
}

void TestPassPlan::begin_wantsEverything()
{
    QVERIFY(!m_plan->take());
    m_plan->filesChanged({});
    QCOMPARE(m_wanted->size(), 0);
    m_plan->filesChanged(file);
    end(100);
    const PassOrder order = m_plan->begin();
    QCOMPARE(order.changes, everything);
    QCOMPARE(order.removal, Removal::Few);
    QVERIFY(!m_plan->take());
    QVERIFY(!isQuietAwaited());
}

void TestPassPlan::changes_areGathered()
{
    m_plan->filesChanged(file);
    m_plan->filesChanged({{}, {"b"}, {"c"}, false});
    QCOMPARE(m_wanted->size(), 2);
    QCOMPARE(m_plan->take()->changes, (ArchiveChanges{{"a.md"}, {"b"}, {"c"}, false}));
    m_plan->filesChanged(file);
    m_plan->readerAsked();
    m_plan->filesChanged(file);
    QCOMPARE(m_plan->take()->changes, everything);
}

void TestPassPlan::aFewGone_areRemoved()
{
    m_plan->filesChanged(file);
    QCOMPARE(removal(m_plan.get()), Removal::Few);
    end(0);
    QVERIFY(!isQuietAwaited());
}

void TestPassPlan::manyGone_waitForQuiet()
{
    m_plan = std::make_unique<PassPlan>(1ms);
    QSignalSpy wanted(m_plan.get(), &PassPlan::passWanted);
    m_plan->begin();
    end(100);
    m_plan->filesChanged(file);
    QCOMPARE(removal(m_plan.get()), Removal::None);
    wanted.clear();
    end(50);
    QVERIFY(wanted.wait(patience));
    QCOMPARE(m_plan->take()->removal, Removal::Most);
    end(0);
    QVERIFY(!isQuietAwaited());
    m_plan->filesChanged(file);
    QCOMPARE(removal(m_plan.get()), Removal::Few);
}

void TestPassPlan::change_isNoQuiet()
{
    m_plan = std::make_unique<PassPlan>(100ms);
    QSignalSpy wanted(m_plan.get(), &PassPlan::passWanted);
    m_plan->begin();
    end(100);
    QTRY_VERIFY_WITH_TIMEOUT(m_plan->findChild<QTimer *>()->remainingTime() <= 50, patience);
    m_plan->filesChanged(file);
    QVERIFY(m_plan->findChild<QTimer *>()->remainingTime() > 50);
    QCOMPARE(removal(m_plan.get()), Removal::None);
}

void TestPassPlan::stoppedPass_settlesNothing()
{
    end(100);
    m_plan->readerAsked();
    m_plan->take();
    m_plan->passEnded({});
    QVERIFY(isQuietAwaited());
}

void TestPassPlan::partOfTheArchive_settlesNothing()
{
    end(100);
    m_plan->filesChanged(file);
    m_plan->take();
    end(0);
    QVERIFY(isQuietAwaited());
}

void TestPassPlan::reader_needsNotWait()
{
    end(100);
    m_plan->filesChanged(file);
    m_plan->readerAsked();
    QCOMPARE(removal(m_plan.get()), Removal::Most);
}

void TestPassPlan::emptied_waitsForTheReaderTwice()
{
    m_plan->readerAsked();
    QCOMPARE(removal(m_plan.get()), Removal::Most); // has been told nothing yet
    end(100, "", true);
    QVERIFY(!isQuietAwaited());
    m_plan->filesChanged(everything);
    QCOMPARE(removal(m_plan.get()), Removal::None);
    end(100, "", true);
    m_plan->readerAsked();
    QCOMPARE(removal(m_plan.get()), Removal::Everything);
    end(0);
    m_plan->readerAsked();
    QCOMPARE(removal(m_plan.get()), Removal::Most);
}

void TestPassPlan::unreadable_keepsAllUntilItReturns()
{
    m_plan->begin();
    end(0, "No such file or directory");
    QVERIFY(!isQuietAwaited());
    m_plan->readerAsked();
    QCOMPARE(removal(m_plan.get()), Removal::Most);
    end(0, "No such file or directory");
    m_plan->filesChanged(everything);
    QCOMPARE(removal(m_plan.get()), Removal::None);
    end(80); // it is there again, but not yet whole
    QVERIFY(isQuietAwaited());
}

void TestPassPlan::readerReturned_looksOnlyWhereNobodyWatches()
{
    m_plan->begin();
    end(0);
    m_plan->readerReturned();
    QCOMPARE(m_plan->take().has_value(), !FolderEvents::isAvailable());
    m_plan->limitReached();
    m_plan->readerReturned();
    QVERIFY(m_plan->take());
    m_plan->begin();
    end(0, "Input/output error");
    m_plan->readerReturned();
    QVERIFY(m_plan->take());
}

void TestPassPlan::drop_forgetsWhatWasAsked()
{
    m_plan->readerAsked();
    m_plan->drop();
    QVERIFY(!m_plan->take());
    m_plan->filesChanged(file);
    QCOMPARE(removal(m_plan.get()), Removal::Few);
}

QTEST_GUILESS_MAIN(TestPassPlan)
#include "tst_passplan.moc"

#include "app/library/jobqueue.h"

#include "tests/patience.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJobQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_said.clear(); }

    void parts_letOthersHaveTheirTurn()
    {
        JobQueue queue;
        const QSignalSpy emptied(&queue, &JobQueue::emptied);
        queue.add(job(u"a"_s, 3));
        QMetaObject::invokeMethod(
            this, [this] { m_said << u"other"_s; }, Qt::QueuedConnection);
        QTRY_COMPARE_WITH_TIMEOUT(emptied.size(), 1, patience);
        QCOMPARE(m_said, QStringList({u"a"_s, u"a"_s, u"other"_s, u"a"_s}));
        QVERIFY(queue.isEmpty());
    }

    void secondJob_waitsForTheFirst()
    {
        JobQueue queue;
        const QSignalSpy emptied(&queue, &JobQueue::emptied);
        queue.add(job(u"a"_s, 2));
        queue.add(job(u"b"_s, 1));
        QCOMPARE(m_said, QStringList(u"a"_s));
        QTRY_COMPARE_WITH_TIMEOUT(emptied.size(), 1, patience);
        QCOMPARE(m_said, QStringList({u"a"_s, u"a"_s, u"b"_s}));
    }

    void failedJob_holdsNobodyUp()
    {
        JobQueue queue;
        queue.add([] { return JobState::Failed; });
        QVERIFY(queue.isEmpty());
        queue.add(job(u"b"_s, 1));
        QCOMPARE(m_said, QStringList(u"b"_s));
    }

    void finish_waitsForNobody()
    {
        JobQueue queue;
        queue.add(job(u"a"_s, 2));
        queue.add(job(u"b"_s, 2));
        queue.finish();
        QVERIFY(queue.isEmpty());
        QCOMPARE(m_said, QStringList({u"a"_s, u"a"_s, u"b"_s, u"b"_s}));
        QCoreApplication::processEvents(); // parts that were promised find nothing left
        QCOMPARE(m_said.size(), 4);
    }

private:
    JobQueue::Job job(const QString &name, int parts)
    {
        return [this, name, parts]() mutable {
            m_said << name;
            return --parts == 0 ? JobState::Done : JobState::Unfinished;
        };
    }

    QStringList m_said;
};

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_jobqueue.moc"

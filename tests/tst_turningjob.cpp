#include "app/library/turningjob.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'000'000, Qt::UTC);
constexpr int many = 2 * int(articlesAtOnce) + 10;

QList<Identity> articles()
{
    QList<Identity> all; // on both sides of 0, as signed numbers
    for (int number = 1; number <= many; ++number)
        all << Identity{static_cast<quint64>(number) * 0x9E3779B97F4A7C15U};
    return all;
}

}

class TestTurningJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_error.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY2(m_marks.open(marksFile(m_folder->path()), &m_error), qPrintable(m_error));
    }
    void cleanup() { m_marks.close(); }
    void manyArticles_areTurnedInParts_data();
    void manyArticles_areTurnedInParts();
    void whatIsMarkedMeanwhile_stays();
    void cutShort_isFinishedTheNextTime();
    void horizon_isTurned();
    void nothing_isNotTurned();
    void forgottenArticles_areSweptAway();

private:
    TurningJob job()
    {
        return {m_marks,
                [this](QString *error) { return m_marks.lastDone(m_marks.newestEntry(error), error); }, now};
    }
    int finish(TurningJob &job)
    {
        JobState state = JobState::Unfinished;
        int parts = 0;
        for (; state == JobState::Unfinished; ++parts)
            state = job.doPart(&m_error);
        return state == JobState::Done ? parts : 0;
    }
    qint64 count(const QString &what)
    {
        Database database;
        if (!database.open(m_marks.databaseName(), DatabaseUse::Reading, &m_error))
            return -1;
        Statement rows(database, u"SELECT count(*) FROM "_s + what);
        return firstNumber(rows, &m_error).value_or(-1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Marks m_marks;
    QString m_error;
};

void TestTurningJob::manyArticles_areTurnedInParts_data()
{
    QTest::addColumn<Marking>("marking");
    QTest::addColumn<QString>("marked");
    QTest::newRow("read") << Marking::Read << u"marks WHERE read"_s;
    QTest::newRow("unread") << Marking::Unread << u"marks WHERE read=0"_s;
    QTest::newRow("starred") << Marking::Starred << u"marks WHERE starred"_s;
}

void TestTurningJob::manyArticles_areTurnedInParts()
{
    QFETCH(Marking, marking);
    QFETCH(QString, marked);
    QVERIFY(m_marks.set(marking, articles(), now, &m_error));
    TurningJob undoing = job();
    QCOMPARE(finish(undoing), 3);
    QVERIFY(undoing.entry()->isUndone);
    QCOMPARE(count(marked), 0);
    TurningJob redoing(
        m_marks, [this](QString *error) { return m_marks.lastUndone(error); }, now);
    QCOMPARE(finish(redoing), 3);
    QVERIFY(!redoing.entry()->isUndone);
    QCOMPARE(count(marked), many);
}

void TestTurningJob::whatIsMarkedMeanwhile_stays()
{
    QVERIFY(m_marks.set(Marking::Read, articles(), now, &m_error));
    TurningJob undoing = job();
    QCOMPARE(undoing.doPart(&m_error), JobState::Unfinished);
    QVERIFY(m_marks.set(Marking::Unread, articles(), now, &m_error));
    QVERIFY(finish(undoing) > 0);
    QCOMPARE(count(u"marks WHERE read=0"_s), many);
}

void TestTurningJob::cutShort_isFinishedTheNextTime()
{
    QVERIFY(m_marks.set(Marking::Starred, articles(), now, &m_error));
    {
        TurningJob undoing = job();
        QCOMPARE(undoing.doPart(&m_error), JobState::Unfinished);
        QCOMPARE(undoing.done(), double(articlesAtOnce) / many);
    }
    QCOMPARE(count(u"marks WHERE starred"_s), many - articlesAtOnce);
    TurningJob again = job();
    QVERIFY(finish(again) > 0);
    QCOMPARE(count(u"marks WHERE starred"_s), 0);
}

void TestTurningJob::horizon_isTurned()
{
    QVERIFY(m_marks.addHorizon({u"/archive"_s, {}}, articles(), now, &m_error));
    TurningJob undoing = job();
    QVERIFY(finish(undoing) > 0);
    QCOMPARE(count(u"horizons WHERE active"_s), 0);
    QCOMPARE(count(u"marks WHERE read"_s), 0);
}

void TestTurningJob::nothing_isNotTurned()
{
    TurningJob undoing = job();
    QCOMPARE(undoing.doPart(&m_error), JobState::Done);
    QVERIFY(!undoing.entry());
}

void TestTurningJob::forgottenArticles_areSweptAway()
{
    QVERIFY(m_marks.set(Marking::Starred, articles(), now, &m_error));
    QVERIFY(m_marks.undo(now, &m_error));
    QVERIFY(m_marks.set(Marking::Starred, {Identity{7}}, now, &m_error));
    QCOMPARE(m_marks.journal(9, &m_error).size(), 1);
    QCOMPARE(count(u"journal_changes"_s), many + 1);
    while (m_marks.sweepJournal(&m_error)) {
    }
    QCOMPARE(count(u"journal_changes"_s), 1);
    QVERIFY2(m_error.isEmpty(), qPrintable(m_error));
}

QTEST_GUILESS_MAIN(TestTurningJob)
#include "tst_turningjob.moc"

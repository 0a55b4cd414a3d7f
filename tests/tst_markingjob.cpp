#include "app/library/markingjob.h"

#include "tests/markedcatalogue.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'000'000, Qt::UTC);
constexpr int many = 3 * int(articlesAtOnce) + 10;

// Articles whose identities are 1, 2, 3 …
bool storeMany(MarkedCatalogue &all, QString *error)
{
    QList<ReadFile> files;
    for (int number = 1; number <= many; ++number) {
        ReadFile file;
        file.entry = {QByteArray::number(number), 1, 1000, 7, {}};
        file.head.date = now.toMSecsSinceEpoch();
        file.head.identity = Identity{static_cast<quint64>(number)};
        files << file;
    }
    return all.catalog.store(files, {}, error).has_value();
}

}

class TestMarkingJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_error.clear();
        m_all = std::make_unique<MarkedCatalogue>();
        QVERIFY2(m_all->open(&m_error) && storeMany(*m_all, &m_error), qPrintable(m_error));
        m_ids.clear();
        Statement ids(m_all->database, u"SELECT id FROM catalogue.articles ORDER BY id"_s);
        for (bool more = ids.execute(&m_error) && ids.next(); more; more = ids.next())
            m_ids << ids.number(0);
        QCOMPARE(m_ids.size(), many);
    }
    void cleanup() { m_all.reset(); }
    void manyArticles_areOneMarking();
    void fewArticles_areOnePart();
    void copiesAndGoneRows_countOnce();
    void whatIsMarkedMeanwhile_stays_data();
    void whatIsMarkedMeanwhile_stays();
    void cutShort_canBeTakenBack();
    void otherArchiveMeanwhile_changesNothing();
    void unreadableCatalogue_fails();

private:
    MarkingJob job(Marking marking)
    {
        return {m_all->marks, m_all->catalog.databaseName(), marking, m_ids, now};
    }
    // How many parts there were; 0 where it failed.
    int finish(MarkingJob &job)
    {
        JobState state = JobState::Unfinished;
        int parts = 0;
        for (; state == JobState::Unfinished; ++parts)
            state = job.doPart(&m_error);
        return state == JobState::Done ? parts : 0;
    }
    qint64 count(const QString &condition)
    {
        Statement rows(m_all->database, u"SELECT count(*) FROM marks.marks WHERE "_s + condition);
        return firstNumber(rows, &m_error).value_or(-1);
    }

    std::unique_ptr<MarkedCatalogue> m_all;
    QList<ArticleId> m_ids;
    QString m_error;
};

void TestMarkingJob::manyArticles_areOneMarking()
{
    MarkingJob marking = job(Marking::Starred);
    QCOMPARE(finish(marking), 4 + 4); // looked up, and marked
    QCOMPARE(count(u"starred"_s), many);
    const QList<JournalEntry> journal = m_all->marks.journal(9, &m_error);
    QCOMPARE(journal.size(), 1);
    QCOMPARE(journal.first().articles, many);
    QVERIFY(m_all->marks.undo(now, &m_error));
    QCOMPARE(count(u"starred"_s), 0);
}

void TestMarkingJob::fewArticles_areOnePart()
{
    m_ids = m_ids.first(articlesAtOnce);
    MarkingJob marking = job(Marking::Read);
    QCOMPARE(finish(marking), 1);
    QCOMPARE(count(u"read"_s), articlesAtOnce);
}

void TestMarkingJob::copiesAndGoneRows_countOnce()
{
    QVERIFY(m_all->store({{'z', {}, 1, '\1'}}, &m_error)); // a copy of the first
    m_ids = {m_ids.first(), 999'999, m_all->id('z'), m_ids.last()};
    MarkingJob marking = job(Marking::Read);
    QVERIFY(finish(marking) > 0);
    QCOMPARE(m_all->marks.journal(1, &m_error).first().articles, 2);
}

void TestMarkingJob::whatIsMarkedMeanwhile_stays_data()
{
    QTest::addColumn<Marking>("marking");
    QTest::addColumn<Marking>("meanwhile");
    QTest::addColumn<QString>("condition");
    QTest::newRow("unread") << Marking::Read << Marking::Unread << u"read"_s;
    QTest::newRow("read") << Marking::Unread << Marking::Read << u"read=0"_s;
    QTest::newRow("without a star") << Marking::Starred << Marking::Unstarred << u"starred"_s;
}

void TestMarkingJob::whatIsMarkedMeanwhile_stays()
{
    QFETCH(Marking, marking);
    QFETCH(Marking, meanwhile);
    QFETCH(QString, condition);
    MarkingJob slow = job(marking);
    for (int part = 0; part < 5; ++part)
        QCOMPARE(slow.doPart(&m_error), JobState::Unfinished);
    // One that was marked already, and one that will be.
    QVERIFY(m_all->marks.set(meanwhile, {Identity{1}}, now, &m_error));
    QVERIFY(m_all->marks.set(meanwhile, {Identity{many}}, now, &m_error));
    QVERIFY(finish(slow) > 0);
    QCOMPARE(count(condition), many - 2);
    QVERIFY(m_all->marks.revert(1, now, &m_error));
    QCOMPARE(count(condition), 0);
}

void TestMarkingJob::cutShort_canBeTakenBack()
{
    {
        MarkingJob marking = job(Marking::Starred);
        for (int part = 0; part < 6; ++part)
            QCOMPARE(marking.doPart(&m_error), JobState::Unfinished);
    }
    QCOMPARE(count(u"starred"_s), 2 * articlesAtOnce);
    QVERIFY(m_all->marks.undo(now, &m_error));
    QCOMPARE(count(u"starred"_s), 0);
}

void TestMarkingJob::otherArchiveMeanwhile_changesNothing()
{
    MarkingJob marking = job(Marking::Starred);
    QCOMPARE(marking.doPart(&m_error), JobState::Unfinished);
    m_all->database.close(); // whoever shows another archive
    QVERIFY(finish(marking) > 0);
    QCOMPARE(m_all->marks.journal(1, &m_error).first().articles, many);
}

void TestMarkingJob::unreadableCatalogue_fails()
{
    MarkingJob marking(m_all->marks, m_all->folder.path(), Marking::Read, m_ids, now);
    QCOMPARE(marking.doPart(&m_error), JobState::Failed);
    QVERIFY(!m_error.isEmpty());
    QVERIFY(m_all->marks.journal(1, &m_error).isEmpty());
}

QTEST_GUILESS_MAIN(TestMarkingJob)
#include "tst_markingjob.moc"

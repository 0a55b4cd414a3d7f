#include "app/catalog/marksjournal.h"

#include "app/catalog/marks.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr Identity one{1};
constexpr Identity two{2};
const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

bool isActive(const QString &file)
{
    QString error;
    Database database;
    database.open(file, DatabaseUse::Reading, &error);
    Statement active(database, u"SELECT active FROM horizons"_s);
    return firstNumber(active, &error).value_or(0) != 0;
}

}

class TestMarksJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = marksFile(m_folder->path());
    }
    void nothing_cannotBeUndone();
    void undo_bringsBackWhatWas();
    void undo_worksAfterRestart();
    void newMarking_forgetsTheUndone();
    void horizon_isUndoneAndRedone();
    void revert_leavesWhatWasMarkedSince();
    void entries_sayWhatTheyAre();
    void longJournal_isCut();
    void anySequence_undoesToEachStepBefore();
    void categories_surviveAsText();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestMarksJournal::nothing_cannotBeUndone()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(!marks.undo(noon, &error));
    QVERIFY(!marks.redo(noon, &error));
    QVERIFY(!marks.revert(7, noon, &error));
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestMarksJournal::undo_bringsBackWhatWas()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(marks.set(Marking::Read, {one}, noon, &error));
    QVERIFY(marks.set(Marking::Unread, {one, two}, noon.addSecs(1), &error));
    QVERIFY(marks.undo(noon.addSecs(2), &error));
    QCOMPARE(marks.mark(one, &error), (Mark{true, false, 0, noon}));
    QCOMPARE(marks.opinion(two, &error)->read, std::nullopt);
    QVERIFY(marks.undo(noon.addSecs(3), &error));
    QCOMPARE(marks.mark(one, &error), Mark());
    QVERIFY(marks.redo(noon.addSecs(4), &error));
    QVERIFY(marks.redo(noon.addSecs(5), &error));
    QVERIFY(!marks.redo(noon.addSecs(6), &error));
    QCOMPARE(marks.opinion(one, &error)->read, false);
    QCOMPARE(marks.opinion(two, &error)->read, false);
}

void TestMarksJournal::undo_worksAfterRestart()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Starred, {one}, noon, &error));
        QVERIFY(marks.set(Marking::Starred, {two}, noon, &error) && marks.undo(noon, &error));
    }
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(marks.redo(noon, &error));
    QCOMPARE(marks.mark(two, &error)->starred, true);
    QVERIFY(marks.undo(noon, &error) && marks.undo(noon, &error));
    QCOMPARE(marks.mark(one, &error)->starred, false);
}

void TestMarksJournal::newMarking_forgetsTheUndone()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, {one}, noon, &error));
    QVERIFY(marks.undo(noon, &error) && marks.set(Marking::Read, {two}, noon, &error));
    QVERIFY(!marks.redo(noon, &error));
    QCOMPARE(marks.journal(9, &error).size(), 1);
}

void TestMarksJournal::horizon_isUndoneAndRedone()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(marks.addHorizon({u"/archive"_s, {u"a"_s}, 0, 100}, {one}, noon, &error));
    QVERIFY(isActive(m_file) && marks.mark(one, &error)->read);
    QVERIFY(marks.undo(noon, &error));
    QVERIFY(!isActive(m_file) && !marks.mark(one, &error)->read);
    QVERIFY(marks.redo(noon, &error));
    QVERIFY(isActive(m_file) && marks.mark(one, &error)->read);
}

void TestMarksJournal::revert_leavesWhatWasMarkedSince()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, {one, two}, noon, &error));
    const qint64 first = marks.journal(1, &error).first().id;
    QVERIFY(marks.set(Marking::Unread, {two}, noon, &error));
    QVERIFY(marks.set(Marking::Read, {two}, noon, &error));
    QVERIFY(marks.revert(first, noon, &error));
    QCOMPARE(marks.mark(one, &error)->read, false);
    QCOMPARE(marks.mark(two, &error)->read, true);
}

void TestMarksJournal::entries_sayWhatTheyAre()
{
    QString error;
    Marks marks;
    const Horizon horizon{u"/archive"_s, {u"a"_s, u"b/c"_s}, -5, 100};
    QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Starred, {two, one}, noon, &error));
    QVERIFY(marks.addHorizon(horizon, {}, noon.addDays(1), &error) && marks.undo(noon, &error));
    const QList<JournalEntry> entries = marks.journal(9, &error);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].marking, Marking::ReadHorizon);
    QCOMPARE(entries[0].horizon, horizon);
    QCOMPARE(entries[0].at, noon.addDays(1));
    QVERIFY(entries[0].isUndone);
    QCOMPARE(entries[1].marking, Marking::Starred);
    QCOMPARE(entries[1].articles, 2);
    QCOMPARE(entries[1].first, one);
    QVERIFY(!entries[1].isUndone);
}

void TestMarksJournal::longJournal_isCut()
{
    constexpr int kept = 1000; // as marksjournal.h says
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Precious, &error));
    QVERIFY(bringMarksUpToDate(database, &error));
    MarksJournal journal(database);
    for (int number = 1; number <= kept + 5; ++number) {
        const auto stamp = journal.begin(Marking::Read, 1, 0, number, noon, &error);
        QVERIFY(stamp && journal.note(Marking::Read, one, *stamp, &error));
    }
    QCOMPARE(journal.entries(2 * kept, &error).size(), kept);
    Statement changes(database, u"SELECT count(*) FROM journal_changes"_s);
    QCOMPARE(firstNumber(changes, &error), kept);
}

// Whatever was marked in whatever order: each undoing leads back to exactly what was before.
void TestMarksJournal::anySequence_undoesToEachStepBefore()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QRandomGenerator chance(20211123);
    const auto state = [&] {
        QList<std::pair<ReadOpinion, Mark>> all;
        for (quint64 number = 1; number <= 5; ++number)
            all << std::pair(*marks.opinion(Identity{number}, &error), *marks.mark(Identity{number}, &error));
        return all;
    };
    QList<QList<std::pair<ReadOpinion, Mark>>> states{state()};
    for (int step = 0; step < 60; ++step) {
        QList<Identity> some;
        for (quint64 number = 1; number <= 5; ++number) {
            if (chance.bounded(3) == 0)
                some << Identity{number};
        }
        const QDateTime now = noon.addSecs(chance.bounded(-1000, 1000));
        QVERIFY(marks.set(static_cast<Marking>(chance.bounded(4)), some, now, &error));
        states << state();
    }
    for (qsizetype step = states.size() - 2; step >= 0; --step) {
        QVERIFY(marks.undo(noon, &error));
        QVERIFY(state() == states[step]);
    }
    for (qsizetype step = 1; step < states.size(); ++step) {
        QVERIFY(marks.redo(noon, &error));
        QVERIFY(state() == states[step]);
    }
}

void TestMarksJournal::categories_surviveAsText()
{
    const QStringList path{u"a \"quoted\" name"_s, u"日本 / 語"_s, QString()};
    QCOMPARE(categoryFromText(categoryText(path)), path);
    QCOMPARE(categoryFromText(categoryText({})), QStringList());
    QCOMPARE(categoryFromText(u"[1]"_s), std::nullopt);
    QCOMPARE(categoryFromText(u"{}"_s), std::nullopt);
    QCOMPARE(categoryFromText(u""_s), std::nullopt);
}

QTEST_GUILESS_MAIN(TestMarksJournal)
#include "tst_marksjournal.moc"

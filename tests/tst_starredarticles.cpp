#include "app/catalog/starredarticles.h"

#include "app/catalog/marks.h"

#include <QFile>
#include <QLockFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStarredArticles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void stars_areSeenAsTheyComeAndGo();
    void noFileNamed_hasNoStars();
    void missingMarks_sayNothing();
    void marksBeingRepaired_sayNothing();
    void lockOfTheDead_isNoRepair();
    void damagedMarks_sayNothing();

private:
    QString file() const { return m_folder->filePath(u"marks.sqlite"_s); }
    std::optional<QSet<quint64>> starred() const { return starredAmong(file(), {large, 2, 3}); }

    static constexpr quint64 large = 0xfedcba9876543210;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_error;
};

void TestStarredArticles::stars_areSeenAsTheyComeAndGo()
{
    const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);
    Marks marks; // open meanwhile, as in the program
    QVERIFY2(marks.open(file(), &m_error), qPrintable(m_error));
    QVERIFY(marks.set(Marking::Read, {Identity(3)}, noon, &m_error));
    QCOMPARE(starred(), QSet<quint64>());
    QVERIFY(marks.set(Marking::Starred, {Identity(large), Identity(2), Identity(4)}, noon, &m_error));
    QCOMPARE(starred(), (QSet<quint64>{large, 2}));
    QVERIFY(marks.set(Marking::Unstarred, {Identity(2)}, noon, &m_error));
    QCOMPARE(starred(), QSet<quint64>{large});
    QCOMPARE(allStarred(file()), (QSet<quint64>{large, 4}));
    QVERIFY(marks.undo(noon, &m_error));
    QCOMPARE(starred(), (QSet<quint64>{large, 2}));
    marks.close();
    QCOMPARE(starred(), (QSet<quint64>{large, 2}));
}

void TestStarredArticles::noFileNamed_hasNoStars()
{
    QCOMPARE(starredAmong({}, {1}), QSet<quint64>());
    QCOMPARE(allStarred({}), std::nullopt);
}

// A repair may have renamed them, or their disk be away.
void TestStarredArticles::missingMarks_sayNothing()
{
    QCOMPARE(starred(), std::nullopt);
    QCOMPARE(allStarred(file()), std::nullopt);
    QVERIFY(!QFile::exists(file())); // nor is a file made, which would be in the repair's way
}

// Between the new file and what is saved out of the damaged one, the new one has too few stars.
void TestStarredArticles::marksBeingRepaired_sayNothing()
{
    Marks marks;
    QVERIFY2(marks.open(file(), &m_error), qPrintable(m_error));
    {
        QLockFile repair(marksLock(file()));
        QVERIFY(repair.tryLock());
        QCOMPARE(starred(), std::nullopt);
        QCOMPARE(allStarred(file()), std::nullopt);
    }
    QCOMPARE(starred(), QSet<quint64>());
    QCOMPARE(allStarred(file()), QSet<quint64>());
}

void TestStarredArticles::lockOfTheDead_isNoRepair()
{
    Marks marks;
    QVERIFY2(marks.open(file(), &m_error), qPrintable(m_error));
    QFile lock(marksLock(file()));
    QVERIFY(lock.open(QFile::WriteOnly));
    QVERIFY(lock.write("1999999999\nlectern\n" + QSysInfo::machineHostName().toUtf8() + '\n') > 0);
    lock.close();
    QCOMPARE(starred(), QSet<quint64>());
}

void TestStarredArticles::damagedMarks_sayNothing()
{
    QFile damaged(file());
    QVERIFY(damaged.open(QFile::WriteOnly));
    QVERIFY(damaged.write(QByteArray(4'096, 'x')) > 0);
    damaged.close();
    QCOMPARE(starred(), std::nullopt);
    QCOMPARE(allStarred(file()), std::nullopt);
    QCOMPARE(starredAmong(file(), {}), QSet<quint64>()); // nothing was asked
}

QTEST_GUILESS_MAIN(TestStarredArticles)
#include "tst_starredarticles.moc"

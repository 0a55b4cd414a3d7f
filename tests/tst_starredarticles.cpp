#include "app/catalog/starredarticles.h"

#include "app/catalog/marks.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStarredArticles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void stars_areSeenAsTheyComeAndGo();
    void noMarks_haveNoStars();
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
    QVERIFY(marks.undo(noon, &m_error));
    QCOMPARE(starred(), (QSet<quint64>{large, 2}));
    marks.close();
    QCOMPARE(starred(), (QSet<quint64>{large, 2}));
}

void TestStarredArticles::noMarks_haveNoStars()
{
    QCOMPARE(starred(), QSet<quint64>());
    QVERIFY(!QFile::exists(file())); // and none are made
    QCOMPARE(starredAmong({}, {1}), QSet<quint64>());
}

void TestStarredArticles::damagedMarks_sayNothing()
{
    QFile damaged(file());
    QVERIFY(damaged.open(QFile::WriteOnly));
    QVERIFY(damaged.write(QByteArray(4'096, 'x')) > 0);
    damaged.close();
    QCOMPARE(starred(), std::nullopt);
    QCOMPARE(starredAmong(file(), {}), QSet<quint64>()); // nothing was asked
}

QTEST_GUILESS_MAIN(TestStarredArticles)
#include "tst_starredarticles.moc"

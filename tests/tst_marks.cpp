#include "app/catalog/marks.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr Identity one{0xfedcba9876543210};
constexpr Identity two{2};
const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

class TestMarks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u"/marks.sqlite"_s);
    }
    void unknownArticle_hasEmptyMark();
    void marks_surviveReopening();
    void unread_keepsStarAndPosition();
    void position_isBounded();
    void newerSchema_isNotTouched();
    void damagedFile_isLeftAlone();
    void fileInPlaceOfFolder_marksInMemory();
    void databaseName_isReadableByOthers();

private:
    QTemporaryDir m_folder;
    QString m_file;
};

void TestMarks::unknownArticle_hasEmptyMark()
{
    QString error;
    Marks marks;
    QVERIFY2(marks.open(m_file, &error), qPrintable(error));
    QCOMPARE(marks.mark(one, &error), Mark());
}

void TestMarks::marks_surviveReopening()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error));
        QVERIFY(marks.setRead(one, true, noon, &error));
        QVERIFY(marks.setStarred(one, true, &error));
        QVERIFY(marks.setPosition(one, 0.5, &error));
    }
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QCOMPARE(marks.mark(one, &error), (Mark{true, true, 0.5, noon}));
    QCOMPARE(marks.mark(two, &error), Mark());
}

void TestMarks::unread_keepsStarAndPosition()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(marks.setRead(one, true, noon, &error) && marks.setStarred(one, true, &error));
    QVERIFY(marks.setPosition(one, 0.25, &error) && marks.setRead(one, false, noon.addDays(1), &error));
    QCOMPARE(marks.mark(one, &error), (Mark{false, true, 0.25, noon}));
}

void TestMarks::position_isBounded()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(marks.setPosition(one, 7, &error));
    QCOMPARE(marks.mark(one, &error)->position, 1.0);
    QVERIFY(marks.setPosition(one, -7, &error));
    QCOMPARE(marks.mark(one, &error)->position, 0.0);
}

void TestMarks::newerSchema_isNotTouched()
{
    QString error;
    {
        Marks marks;
        Database database;
        QVERIFY(marks.open(m_file, &error) && marks.setRead(one, true, noon, &error));
        QVERIFY(database.open(m_file, DatabaseUse::Precious, &error));
        QVERIFY(database.setSchemaNumber(Marks::schemaNumber + 1, &error));
    }
    const QByteArray before = contents(m_file);
    Marks marks;
    QVERIFY(!marks.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QCOMPARE(marks.mark(one, &error), Mark());
    QVERIFY(marks.setRead(two, true, noon, &error));
    QCOMPARE(marks.mark(two, &error)->read, true);
    QCOMPARE(contents(m_file), before);
}

void TestMarks::damagedFile_isLeftAlone()
{
    QString error;
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray garbage(8192, 'x');
    file.write(garbage);
    file.close();
    Marks marks;
    QVERIFY(!marks.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(marks.setRead(one, true, noon, &error));
    QCOMPARE(contents(m_file), garbage);
}

void TestMarks::fileInPlaceOfFolder_marksInMemory()
{
    QString error;
    QVERIFY(QFile(QFileInfo(m_file).path()).open(QIODevice::WriteOnly));
    Marks marks;
    QVERIFY(!marks.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(marks.setStarred(one, true, &error));
    QCOMPARE(marks.mark(one, &error)->starred, true);
}

void TestMarks::databaseName_isReadableByOthers()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error) && marks.setRead(one, true, noon, &error));
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Reading, &error));
    QVERIFY(database.attach(marks.databaseName(), u"marks"_s, &error));
    Statement select(database, u"SELECT read_at FROM marks.marks WHERE read"_s);
    QCOMPARE(firstNumber(select, &error), noon.toMSecsSinceEpoch());
}

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"

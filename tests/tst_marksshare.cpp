#include "app/catalog/marksshare.h"

#include "app/catalog/marks.h"
#include "app/catalog/marksexchange.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

// One machine with marks of its own, and a folder that others see as well.
struct Device {
    Device(const QString &folder, const QString &name)
        : share(folder, name)
    {
        isOpen = marks.open(marksFile(home.path()), &error) &&
                 database.open(marks.databaseName(), DatabaseUse::Precious, &error);
    }
    bool exchange()
    {
        shared = share.exchange(database, &error);
        return shared.has_value();
    }
    bool set(Marking marking, quint64 identity, int second)
    {
        return marks.set(marking, {Identity{identity}}, noon.addSecs(second), &error);
    }
    Mark mark(quint64 identity) { return marks.mark(Identity{identity}, &error).value_or(Mark()); }

    QTemporaryDir home;
    MarksShare share;
    Marks marks;
    Database database;
    std::optional<SharedMarks> shared;
    QString error;
    bool isOpen = false;
};

}

class TestMarksShare final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_first = std::make_unique<Device>(m_folder->path(), u"aa"_s);
        m_second = std::make_unique<Device>(m_folder->path(), u"bb"_s);
        QVERIFY(m_first->isOpen && m_second->isOpen);
    }
    void marks_comeToTheOther();
    void laterMark_winsOnBoth();
    void quietFolder_isNotWrittenTo();
    void lostMarks_comeBackFromOwnFile();
    void foreignFiles_areToldAndLeft_data();
    void foreignFiles_areToldAndLeft();
    void brokenFile_hidesNoOther();
    void missingFolder_isToldAndNotMade();
    void device_dependsOnTheFolder();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Device> m_first, m_second;
};

void TestMarksShare::marks_comeToTheOther()
{
    QVERIFY(m_first->set(Marking::Starred, 1, 0));
    QVERIFY(m_second->set(Marking::Read, 2, 0));
    QVERIFY(m_first->exchange());
    QCOMPARE(m_first->shared->devices, 0);
    QVERIFY(m_second->exchange());
    QCOMPARE(m_second->shared->devices, 1);
    QVERIFY(m_second->shared->hasChanged);
    QVERIFY(m_second->mark(1).starred);
    QVERIFY(m_first->exchange());
    QVERIFY(m_first->mark(2).read);
    QVERIFY(m_first->marks.wereChangedElsewhere()); // the one that shows marks hears of it
    QVERIFY(!m_first->marks.wereChangedElsewhere());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
             QStringList({u"lectern-marks-aa.jsonl"_s, u"lectern-marks-bb.jsonl"_s}));
}

void TestMarksShare::laterMark_winsOnBoth()
{
    QVERIFY(m_first->set(Marking::Read, 1, 0));
    QVERIFY(m_first->exchange() && m_second->exchange());
    QVERIFY(m_second->set(Marking::Unread, 1, 10));
    QVERIFY(m_second->exchange() && m_first->exchange());
    QVERIFY(!m_first->mark(1).read);
    QVERIFY(!m_second->mark(1).read);
}

// Two devices that answer each other's files for ever would keep every other one busy as well.
void TestMarksShare::quietFolder_isNotWrittenTo()
{
    QVERIFY(m_first->set(Marking::Starred, 1, 0));
    QVERIFY(m_second->set(Marking::Read, 2, 0));
    for (int turn = 0; turn < 3; ++turn)
        QVERIFY(m_first->exchange() && m_second->exchange());
    const QDateTime first = QFileInfo(m_first->share.ownFile()).lastModified();
    const QDateTime second = QFileInfo(m_second->share.ownFile()).lastModified();
    QVERIFY(m_first->exchange() && m_second->exchange());
    QVERIFY(!m_first->shared->hasChanged && !m_second->shared->hasChanged);
    MarksShare again(m_folder->path(), u"aa"_s); // the next run reads everything once more
    QString error;
    QVERIFY(again.exchange(m_first->database, &error));
    QCOMPARE(QFileInfo(m_first->share.ownFile()).lastModified(), first);
    QCOMPARE(QFileInfo(m_second->share.ownFile()).lastModified(), second);
}

void TestMarksShare::lostMarks_comeBackFromOwnFile()
{
    QVERIFY(m_first->set(Marking::Starred, 1, 0));
    QVERIFY(m_first->exchange());
    Device anew(m_folder->path(), u"aa"_s);
    QVERIFY(anew.exchange());
    QVERIFY(anew.mark(1).starred);
}

void TestMarksShare::foreignFiles_areToldAndLeft_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no marks") << QByteArray("shopping list\n");
    QTest::newRow("of a newer format") << QByteArray("{\"lectern-marks\":99}\n{\"identity\":\"x\"}\n");
}

void TestMarksShare::foreignFiles_areToldAndLeft()
{
    QFETCH(QByteArray, content);
    QFile file(m_folder->filePath(u"lectern-marks-cc.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    for (int turn = 0; turn < 2; ++turn) { // said as long as it is so
        QVERIFY(m_first->exchange());
        QCOMPARE(m_first->shared->unreadable, QStringList(u"lectern-marks-cc.jsonl"_s));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

// A file that was carried half, say.
void TestMarksShare::brokenFile_hidesNoOther()
{
    QVERIFY(m_second->set(Marking::Starred, 1, 0) && m_second->set(Marking::Starred, 2, 1));
    QVERIFY(m_second->exchange());
    QFile whole(m_second->share.ownFile());
    QVERIFY(whole.open(QIODevice::ReadWrite) && whole.resize(whole.size() - 8));
    whole.close();
    Device third(m_folder->path(), u"cc"_s);
    QVERIFY(third.set(Marking::Starred, 3, 0) && third.exchange());
    QVERIFY(m_first->exchange());
    QVERIFY(m_first->mark(1).starred);
    QVERIFY(!m_first->mark(2).starred);
    QVERIFY(m_first->mark(3).starred);
}

void TestMarksShare::missingFolder_isToldAndNotMade()
{
    const QString away = m_folder->filePath(u"away"_s);
    MarksShare share(away, u"aa"_s);
    QString error;
    QVERIFY(!share.exchange(m_first->database, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(!QFileInfo::exists(away));
}

void TestMarksShare::device_dependsOnTheFolder()
{
    const QString device = shareDevice(u"/home/a/marks.sqlite"_s);
    QCOMPARE(device.size(), 16);
    QCOMPARE(shareDevice(u"/home/a/marks.sqlite"_s), device);
    QVERIFY(shareDevice(u"/home/b/marks.sqlite"_s) != device);
}

QTEST_GUILESS_MAIN(TestMarksShare)
#include "tst_marksshare.moc"

#include "app/images/storekeeper.h"
#include "samplepictures.h"
#include "tests/patience.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace
{

QUrl address(int number)
{
    return QUrl(u"https://pictures.example.org/%1.png"_s.arg(number));
}

const QByteArray picture = png(30, 20) + QByteArray(1'000, 'x');

}

class TestStoreKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void size_isTold();
    void beyondTheLimit_theLeastRecentlyShownGo();
    void smallerLimit_makesRoomAtOnce();
    void kept_staysWhateverTheLimit();
    void notKeptAnyMore_makesRoom();
    void fullOfTheKept_isNotSearchedForEver();
    void unknownMarks_keepEverything();
    void nearlyFull_isFull();
    void clear_tellsWhenEverythingIsGone();
    void clearWithoutAStore_answers();

private:
    void save(int number);
    StoreSize size();

    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_now = 1'700'000'000'000;
    std::unique_ptr<StoreKeeper> m_keeper;
    QString m_error;
};

void TestStoreKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_keeper = std::make_unique<StoreKeeper>([this] { return ++m_now; });
    QVERIFY2(m_keeper->open(m_folder->path(), &m_error), qPrintable(m_error));
}

void TestStoreKeeper::cleanup()
{
    m_keeper.reset();
    m_folder.reset();
}

void TestStoreKeeper::save(int number)
{
    QVERIFY2(m_keeper->save(address(number), picture, &m_error), qPrintable(m_error));
}

StoreSize TestStoreKeeper::size()
{
    QSignalSpy found(m_keeper.get(), &StoreKeeper::sizeFound);
    m_keeper->requestSize();
    return {found.value(0).value(0).toLongLong(), found.value(0).value(1).toLongLong()};
}

void TestStoreKeeper::size_isTold()
{
    QCOMPARE(size(), StoreSize());
    save(1);
    save(2);
    save(2);
    QCOMPARE(size(), (StoreSize{2 * picture.size(), 2}));
}

void TestStoreKeeper::beyondTheLimit_theLeastRecentlyShownGo()
{
    m_keeper->setLimit(10 * picture.size());
    for (int i = 0; i < 10; ++i)
        save(i);
    QVERIFY(m_keeper->load(address(0)));
    save(10);
    QTRY_VERIFY_WITH_TIMEOUT(size().bytes <= 10 * picture.size(), patience);
    QCOMPARE(size().pictures, 9); // a twentieth is set free
    QVERIFY(m_keeper->load(address(0)));
    QVERIFY(!m_keeper->load(address(1)));
    QVERIFY(!m_keeper->load(address(2)));
    for (int i = 3; i <= 10; ++i)
        QVERIFY(m_keeper->load(address(i)));
}

void TestStoreKeeper::smallerLimit_makesRoomAtOnce()
{
    for (int i = 0; i < 200; ++i) // several slices
        save(i);
    const QSignalSpy told(m_keeper.get(), &StoreKeeper::sizeFound);
    m_keeper->setLimit(20 * picture.size());
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, patience);
    QCOMPARE(told[0][1].toLongLong(), 19);
    QCOMPARE(size(), (StoreSize{19 * picture.size(), 19}));
    QVERIFY(m_keeper->load(address(199)));
}

void TestStoreKeeper::kept_staysWhateverTheLimit()
{
    m_keeper->setKeptOwners([](const QSet<quint64> &articles) { return articles & QSet<quint64>{7, 9}; });
    for (int i = 0; i < 300; ++i) { // several slices
        save(i);
        m_keeper->addOwner(address(i), i % 3 == 0 ? 7 : 8);
    }
    m_keeper->addOwner(address(1), 9); // that other articles show is no harm
    m_keeper->setLimit(0);
    QTRY_COMPARE_WITH_TIMEOUT(size().pictures, 101, patience);
    for (const int i : {0, 1, 3, 297})
        QVERIFY(m_keeper->load(address(i)));
}

// Whoever took the star away: nobody tells the store.
void TestStoreKeeper::notKeptAnyMore_makesRoom()
{
    QSet<quint64> starred{7, 8};
    m_keeper->setKeptOwners([&starred](const QSet<quint64> &articles) { return articles & starred; });
    save(0);
    save(1);
    m_keeper->addOwner(address(0), 7);
    m_keeper->addOwner(address(1), 7);
    m_keeper->addOwner(address(1), 8);
    m_keeper->setLimit(0);
    starred.remove(7);
    QTRY_COMPARE_WITH_TIMEOUT(size().pictures, 1, patience);
    QVERIFY(m_keeper->load(address(1)));
}

// Not every new picture has to look through all of them.
void TestStoreKeeper::fullOfTheKept_isNotSearchedForEver()
{
    int questions = 0;
    m_keeper->setKeptOwners([&questions](const QSet<quint64> &articles) {
        ++questions;
        return articles;
    });
    for (int i = 0; i < 10; ++i) {
        save(i);
        m_keeper->addOwner(address(i), 7);
    }
    m_keeper->setLimit(picture.size());
    QTRY_COMPARE_WITH_TIMEOUT(questions, 1, patience);
    QTest::qWait(0); // the end of what is left to look at
    save(10);
    m_keeper->addOwner(address(10), 7);
    QTest::qWait(0);
    QCOMPARE(questions, 1);
    QCOMPARE(size().pictures, 11);
    m_now += 60'000;
    save(11);
    QTRY_COMPARE_WITH_TIMEOUT(size().pictures, 11, patience); // the one that is nobody's
    QVERIFY(!m_keeper->load(address(11)));
}

void TestStoreKeeper::unknownMarks_keepEverything()
{
    bool isReadable = false;
    int questions = 0;
    m_keeper->setKeptOwners([&isReadable, &questions](const QSet<quint64> &) {
        ++questions;
        return isReadable ? std::optional(QSet<quint64>()) : std::nullopt;
    });
    save(0);
    m_keeper->addOwner(address(0), 7);
    m_keeper->setLimit(0);
    QTRY_COMPARE_WITH_TIMEOUT(questions, 1, patience);
    QTest::qWait(0);
    QCOMPARE(size().pictures, 1);
    save(1); // not every new picture has to open them again
    QTest::qWait(0);
    QCOMPARE(questions, 1);
    QCOMPARE(size().pictures, 2);
    isReadable = true;
    m_now += 60'000;
    save(2);
    QTRY_COMPARE_WITH_TIMEOUT(size().pictures, 0, patience);
}

// Before anything has to go.
void TestStoreKeeper::nearlyFull_isFull()
{
    m_keeper->setLimit(20 * picture.size());
    for (int number = 0; number < 18; ++number)
        save(number);
    QVERIFY(!m_keeper->isFull());
    save(18);
    QVERIFY(m_keeper->isFull());
    m_keeper->setLimit(40 * picture.size());
    QVERIFY(!m_keeper->isFull());
}

void TestStoreKeeper::clear_tellsWhenEverythingIsGone()
{
    for (int i = 0; i < 20; ++i)
        save(i);
    m_now = QDateTime::currentMSecsSinceEpoch(); // of the files
    QSignalSpy found(m_keeper.get(), &StoreKeeper::sizeFound);
    m_keeper->clear();
    QVERIFY(!m_keeper->load(address(3)));
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, patience);
    QCOMPARE(found.first(), QVariantList({qint64(0), qint64(0), false}));
    QStringList left;
    for (const QFileInfo &part : QDir(m_folder->path()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        left << QDir(part.filePath()).entryList(QDir::Files);
    QCOMPARE(left, QStringList());
    save(3);
    QVERIFY(m_keeper->load(address(3)));
}

void TestStoreKeeper::clearWithoutAStore_answers()
{
    StoreKeeper keeper([] { return qint64(1); });
    QSignalSpy found(&keeper, &StoreKeeper::sizeFound);
    keeper.clear();
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, patience);
}

QTEST_GUILESS_MAIN(TestStoreKeeper)
#include "tst_storekeeper.moc"

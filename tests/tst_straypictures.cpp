#include "app/images/straypictures.h"

#include "app/images/imagestore.h"
#include "app/images/storefolder.h"
#include "samplepictures.h"
#include "tests/notroot.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 someTime = 1'700'000'000'000;

// Pictures as another run has left them in the part named by this digit twice; their paths.
QStringList writeStored(const QString &folder, QChar digit, int count)
{
    QStringList paths;
    QString error;
    for (int i = 0; i < count; ++i) {
        paths << storedFile(folder, QString::number(i).rightJustified(64, digit));
        if (!writeStoredFile(paths.last(), png(30 + i, 20), &error))
            qFatal("%s", qPrintable(error));
    }
    return paths;
}

QUrl addressIn(const QString &part)
{
    for (int i = 0;; ++i) {
        if (const QUrl address(u"https://h.org/%1.png"_s.arg(i)); storeKey(address).startsWith(part))
            return address;
    }
}

} // namespace

class TestStrayPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_error.clear(); }
    void stray_isAdoptedBeforeItsTurn();
    void large_areReadFewAtOnce();
    void unreadable_isLeftForLater();
    void notRemovable_isPassedOver();

private:
    QString m_error;
};

void TestStrayPictures::stray_isAdoptedBeforeItsTurn()
{
    const QTemporaryDir folder;
    const QString path = writeStored(folder.path(), u'f', 1).first();
    const QString key = QFileInfo(path).fileName();
    ImageIndex index;
    QVERIFY2(index.open(folder.filePath(u"index.sqlite"_s), &m_error), qPrintable(m_error));
    StrayPictures strays(index);
    strays.open(folder.path());
    QVERIFY(!strays.adopt(QString(64, u'f'))); // of which there is no file
    QVERIFY(!index.facts(key));
    QVERIFY(strays.adopt(key));
    QCOMPARE(index.facts(key)->size, QSize(30, 20));
    QVERIFY(index.isStray(u"ff"_s));
    while (strays.adoptSome()) {
    }
    QCOMPARE(index.strayParts(), QStringList());
    QVERIFY(QFile::copy(path, storedFile(folder.path(), QString(64, u'f'))));
    QVERIFY(!strays.adopt(QString(64, u'f'))); // what comes without facts later was left behind
}

// Whoever waits for a picture waits for a slice.
void TestStrayPictures::large_areReadFewAtOnce()
{
    constexpr int count = 8;
    const QTemporaryDir folder;
    for (int i = 0; i < count; ++i) {
        const QString key = QString::number(i).rightJustified(64, u'f');
        const QByteArray large = png(30, 20) + QByteArray(1'500'000, 'x');
        QVERIFY2(writeStoredFile(storedFile(folder.path(), key), large, &m_error), qPrintable(m_error));
    }
    ImageIndex index;
    QVERIFY2(index.open(folder.filePath(u"index.sqlite"_s), &m_error), qPrintable(m_error));
    StrayPictures strays(index);
    strays.open(folder.path());
    qint64 before = 0;
    while (strays.adoptSome()) {
        QVERIFY(index.size().pictures <= before + 3); // 4.5 MB
        before = index.size().pictures;
    }
    QCOMPARE(before, count);
    QCOMPARE(index.strayParts(), QStringList());
}

// Also where it is more than a slice takes; and a folder whose names nobody may see.
void TestStrayPictures::unreadable_isLeftForLater()
{
    const NotRoot user;
    const QTemporaryDir folder;
    const QStringList secrets = writeStored(folder.path(), u'a', 20);
    const QString locked = QFileInfo(writeStored(folder.path(), u'b', 1).first()).path();
    writeStored(folder.path(), u'f', 20);
    for (const QString &path : secrets)
        QVERIFY(QFile::setPermissions(path, {}));
    QVERIFY(QFile::setPermissions(locked, QFile::WriteOwner | QFile::ExeOwner));
    if (QFile(secrets.first()).open(QIODevice::ReadOnly))
        QSKIP("Who may read what is told otherwise here");
    const qint64 later = QDateTime::currentMSecsSinceEpoch() + 10'000'000;
    {
        ImageStore store;
        QVERIFY2(store.open(folder.path(), &m_error), qPrintable(m_error));
        for (int slices = 0; store.tidy(later); ++slices)
            QVERIFY(slices < 1'000);
        QCOMPARE(store.size().pictures, 20);
    }
    for (const QString &path : secrets)
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    ImageStore store;
    QVERIFY2(store.open(folder.path(), &m_error), qPrintable(m_error));
    for (const QString &part : {u"aa"_s, u"bb"_s}) // sweeps nothing up
        QVERIFY2(store.save(addressIn(part), png(7, 7), later, &m_error), qPrintable(m_error));
    while (store.tidy(later)) {
    }
    QCOMPARE(store.size().pictures, 43);
}

void TestStrayPictures::notRemovable_isPassedOver()
{
    const NotRoot user;
    const QTemporaryDir folder;
    const QString spoilt = writeStored(folder.path(), u'0', 1).first();
    QVERIFY2(writeStoredFile(spoilt, "no picture any more", &m_error), qPrintable(m_error));
    writeStored(folder.path(), u'f', 1);
    const QString locked = QFileInfo(spoilt).path();
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner));
    ImageStore store;
    QVERIFY2(store.open(folder.path(), &m_error), qPrintable(m_error));
    for (int slices = 0; store.tidy(someTime); ++slices)
        QVERIFY(slices < 1'000);
    QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    if (!QFile::exists(spoilt))
        QSKIP("Who may remove what is told otherwise here");
    QCOMPARE(store.size().pictures, 1);
}

QTEST_GUILESS_MAIN(TestStrayPictures)
#include "tst_straypictures.moc"

#include "app/images/storefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace
{

const QString key = u"ab"_s + QString(62, u'0');
const QString other = u"ab"_s + QString(62, u'1');

}

class TestStoreFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void written_isReadBack();
    void wrongFile_isEmpty_data();
    void wrongFile_isEmpty();
    void unwritable_saysWhy();
    void parts_areAllThereAre();
    void sweep_removesWhatIsLeftBehind_data();
    void sweep_removesWhatIsLeftBehind();
    void sweep_leavesWhatIsYoung();
    void sweep_ofNothingIsQuiet();
    void strayKeys_areThoseNobodyKnows();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_error;
};

void TestStoreFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_error.clear();
}

void TestStoreFolder::written_isReadBack()
{
    const QString path = storedFile(m_folder->path(), key);
    QCOMPARE(QDir(m_folder->path()).relativeFilePath(path), u"ab/"_s + key);
    QVERIFY2(writeStoredFile(path, "bytes", &m_error), qPrintable(m_error));
    QCOMPARE(readStoredFile(path, 5), std::optional<QByteArray>("bytes"));
    QCOMPARE(QFileInfo(path).dir().entryList(QDir::Files), QStringList{key});
}

void TestStoreFolder::wrongFile_isEmpty_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("length");
    QTest::newRow("missing") << other << qint64(5);
    QTest::newRow("shorter") << key << qint64(6);
    QTest::newRow("longer") << key << qint64(4);
    QTest::newRow("a folder") << QString() << qint64(5);
}

void TestStoreFolder::wrongFile_isEmpty()
{
    QFETCH(const QString, name);
    QFETCH(const qint64, length);
    QVERIFY(writeStoredFile(storedFile(m_folder->path(), key), "bytes", &m_error));
    QCOMPARE(readStoredFile(m_folder->filePath(u"ab/"_s + name), length), std::optional(QByteArray()));
}

void TestStoreFolder::unwritable_saysWhy()
{
    QFile inTheWay(m_folder->filePath(u"ab"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(!writeStoredFile(storedFile(m_folder->path(), key), "bytes", &m_error));
    QVERIFY(!m_error.isEmpty());
}

void TestStoreFolder::parts_areAllThereAre()
{
    const QStringList parts = storeParts();
    QCOMPARE(parts.size(), 256);
    QCOMPARE(parts.first(), u"00"_s);
    QCOMPARE(parts.at(0xab), u"ab"_s);
    QCOMPARE(parts.last(), u"ff"_s);
}

void TestStoreFolder::sweep_removesWhatIsLeftBehind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("stays");
    QTest::newRow("known") << key << true;
    QTest::newRow("unknown") << other << false;
    QTest::newRow("temporary") << key + u".aB3xYz"_s << false;
    QTest::newRow("of somebody else") << u"notes.txt"_s << true;
    QTest::newRow("nearly a key") << key + u"0"_s << true;
    QTest::newRow("nearly temporary") << key + u".old"_s << true;
}

void TestStoreFolder::sweep_removesWhatIsLeftBehind()
{
    QFETCH(const QString, name);
    const QString path = m_folder->filePath(u"ab/"_s + name);
    QVERIFY(writeStoredFile(path, "bytes", &m_error));
    const qint64 written = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    sweepStorePart(m_folder->path(), u"ab"_s, {key}, written + 1);
    QTEST(QFile::exists(path), "stays");
}

void TestStoreFolder::sweep_leavesWhatIsYoung()
{
    const QString path = storedFile(m_folder->path(), other);
    QVERIFY(writeStoredFile(path, "bytes", &m_error));
    const qint64 written = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    sweepStorePart(m_folder->path(), u"ab"_s, {key}, written);
    QVERIFY(QFile::exists(path));
}

void TestStoreFolder::sweep_ofNothingIsQuiet()
{
    sweepStorePart(m_folder->path(), u"ab"_s, {}, 1);
    QVERIFY(!QFile::exists(m_folder->filePath(u"ab"_s)));
}

void TestStoreFolder::strayKeys_areThoseNobodyKnows()
{
    const QString third = u"ab"_s + QString(62, u'2');
    for (const QString &name : {key, other, third, key + u".aB3xYz"_s, u"notes.txt"_s})
        QVERIFY(writeStoredFile(m_folder->filePath(u"ab/"_s + name), "bytes", &m_error));
    QStringList stray = strayKeys(m_folder->path(), u"ab"_s, {key}, 10);
    stray.sort();
    QCOMPARE(stray, (QStringList{other, third}));
    QCOMPARE(strayKeys(m_folder->path(), u"ab"_s, {key}, 1).size(), 1);
    QCOMPARE(strayKeys(m_folder->path(), u"cd"_s, {}, 10), QStringList());
}

QTEST_GUILESS_MAIN(TestStoreFolder)
#include "tst_storefolder.moc"

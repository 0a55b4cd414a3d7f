#include "app/archive/archivefile.h"
#include "app/archive/articlereader.h"
#include "tests/notroot.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

class TestArchiveFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsParts();
    void vanished_isUnreadable();
    void tooLarge_isNotOpened();
    void folder_isNoRegularFile();
#ifdef Q_OS_UNIX
    void specialFile_isNotOpened_data();
    void specialFile_isNotOpened();
    void withoutPermission_isUnreadable();
    void linkToItself_isALoop();
    void failedRead_isNoEndOfFile();
    void nameThatIsNotUtf8_isRead();
#endif

private:
    QByteArray root() const
    {
        return QFile::encodeName(m_dir.path());
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_dir;
};

void TestArchiveFile::readsParts()
{
    write(u"a.md"_s, "0123456789");
    ArchiveFile file;
    QString error;
    QCOMPARE(file.open(root(), "a.md", &error), Problem::None);
    QCOMPARE(error, QString());
    QCOMPARE(file.size(), 10);
    QVERIFY(file.modified() > 0);
    QCOMPARE(file.read(0, 4), QByteArray("0123"));
    QCOMPARE(file.read(8, 100), QByteArray("89"));
    QCOMPARE(file.read(10, 1), QByteArray());
    QCOMPARE(file.read(99, 1), QByteArray());
    write(u"a.md"_s, "012"); // cut while it is open
    QCOMPARE(file.read(0, 10), QByteArray("012"));
}

void TestArchiveFile::vanished_isUnreadable()
{
    ArchiveFile file;
    QString error;
    QCOMPARE(file.open(root(), "none.md", &error), Problem::Unreadable);
    QVERIFY(!error.isEmpty());
}

void TestArchiveFile::tooLarge_isNotOpened()
{
    QFile large(m_dir.filePath(u"large.md"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(maximumArticleSize));
    ArchiveFile atLimit;
    QCOMPARE(atLimit.open(root(), "large.md", nullptr), Problem::None);
    QVERIFY(large.resize(maximumArticleSize + 1));
    ArchiveFile aboveLimit;
    QString error;
    QCOMPARE(aboveLimit.open(root(), "large.md", &error), Problem::TooLarge);
    QVERIFY(!error.isEmpty());
}

void TestArchiveFile::folder_isNoRegularFile()
{
    ArchiveFile file;
    QCOMPARE(file.open(root(), ".", nullptr), Problem::NotARegularFile);
}

#ifdef Q_OS_UNIX

void TestArchiveFile::specialFile_isNotOpened_data()
{
    QTest::addColumn<QByteArray>("path");
    QCOMPARE(::mkfifo((root() + "/fifo.md").constData(), 0600), 0);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, (root() + "/socket.md").constData(), sizeof address.sun_path);
    QCOMPARE(::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(descriptor);
    QCOMPARE(::symlink("/dev/zero", (root() + "/device.md").constData()), 0);
    QTest::newRow("fifo") << QByteArray("fifo.md");
    QTest::newRow("socket") << QByteArray("socket.md");
    QTest::newRow("device") << QByteArray("device.md");
}

// The FIFO has no writer: opening it the plain way would wait for ever.
void TestArchiveFile::specialFile_isNotOpened()
{
    QFETCH(QByteArray, path);
    ArchiveFile file;
    QString error;
    QCOMPARE(file.open(root(), path, &error), Problem::NotARegularFile);
    QVERIFY(!error.isEmpty());
}

void TestArchiveFile::withoutPermission_isUnreadable()
{
    const NotRoot user;
    const QTemporaryDir folder;
    QFile secret(folder.filePath(u"secret.md"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.setPermissions({}));
    ArchiveFile file;
    QCOMPARE(file.open(QFile::encodeName(folder.path()), "secret.md", nullptr), Problem::Unreadable);
}

void TestArchiveFile::linkToItself_isALoop()
{
    QCOMPARE(::symlink("loop.md", (root() + "/loop.md").constData()), 0);
    ArchiveFile file;
    QCOMPARE(file.open(root(), "loop.md", nullptr), Problem::LinkLoop);
}

// A folder is the one thing that can be opened anywhere and not be read.
void TestArchiveFile::failedRead_isNoEndOfFile()
{
    write(u"a.md"_s, "x");
    ArchiveFile file;
    QCOMPARE(file.openListed(root(), "a.md", nullptr), Problem::None);
    QCOMPARE(file.read(1, 9), QByteArray());
    QCOMPARE(file.readError(), QString());
    ArchiveFile folder;
    QCOMPARE(folder.openListed(root(), ".", nullptr), Problem::NotARegularFile);
    if (folder.size() == 0)
        QSKIP("folders have no size here");
    QCOMPARE(folder.read(0, 9), QByteArray());
    QVERIFY(!folder.readError().isEmpty());
}

void TestArchiveFile::nameThatIsNotUtf8_isRead()
{
    write(u"plain.md"_s, "x");
    const QByteArray name = "\xD6\xD0\xFF.md";
    if (::rename((root() + "/plain.md").constData(), (root() + '/' + name).constData()) != 0)
        QSKIP("this file system takes no such name");
    ArchiveFile file;
    QCOMPARE(file.open(root(), name, nullptr), Problem::None);
    QCOMPARE(file.read(0, 9), QByteArray("x"));
    QCOMPARE(::unlink((root() + '/' + name).constData()), 0); // QTemporaryDir knows no such name
}

#endif

QTEST_GUILESS_MAIN(TestArchiveFile)
#include "tst_archivefile.moc"

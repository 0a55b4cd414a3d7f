#include "app/archive/fileopener.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <unistd.h>

using namespace Qt::StringLiterals;

class TestFileOpener final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void files_areOpenedWhereverTheyLie();
    void folderThatIsRenamed_isFoundByItsNewName();
    void folderThatIsWrittenAnew_isTheNewOne();
    void missing_saysWhy_data();
    void missing_saysWhy();
    void deepPath_isOpened();

private:
    void write(const QString &path, const QByteArray &content) const;
    static QByteArray contentOf(int descriptor);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestFileOpener::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

// QTemporaryDir cannot remove what lies too deep for one path.
void TestFileOpener::cleanup()
{
    std::filesystem::remove_all(m_dir->path().toStdU16String());
}

void TestFileOpener::write(const QString &path, const QByteArray &content) const
{
    QVERIFY(QDir().mkpath(QFileInfo(m_dir->filePath(path)).path()));
    QFile file(m_dir->filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray TestFileOpener::contentOf(int descriptor)
{
    QFile file;
    return descriptor >= 0 && file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)
               ? file.readAll()
               : QByteArray();
}

// In and out of folders, of which one begins like another.
void TestFileOpener::files_areOpenedWhereverTheyLie()
{
    const QStringList paths{u"top.md"_s,  u"a/1.md"_s, u"a/2.md"_s,  u"a/b/3.md"_s,
                            u"ab/4.md"_s, u"a/1.md"_s, u"top2.md"_s, u"ab/4.md"_s};
    for (const QString &path : paths)
        write(path, path.toUtf8());
    FileOpener opener(QFile::encodeName(m_dir->path()));
    for (const QString &path : paths)
        QCOMPARE(contentOf(opener.open(QFile::encodeName(path), O_RDONLY)), path.toUtf8());
}

void TestFileOpener::folderThatIsRenamed_isFoundByItsNewName()
{
    write(u"a/1.md"_s, "one");
    FileOpener opener(QFile::encodeName(m_dir->path()));
    QCOMPARE(contentOf(opener.open("a/1.md", O_RDONLY)), QByteArray("one"));
    QVERIFY(QDir(m_dir->path()).rename(u"a"_s, u"b"_s));
    QCOMPARE(contentOf(opener.open("b/1.md", O_RDONLY)), QByteArray("one"));
    QVERIFY(opener.open("a/1.md", O_RDONLY) < 0);
}

// As by the program that writes archives: the descriptor is of a folder that is gone.
void TestFileOpener::folderThatIsWrittenAnew_isTheNewOne()
{
    write(u"a/1.md"_s, "one");
    FileOpener opener(QFile::encodeName(m_dir->path()));
    QCOMPARE(contentOf(opener.open("a/1.md", O_RDONLY)), QByteArray("one"));
    QVERIFY(QDir(m_dir->filePath(u"a"_s)).removeRecursively());
    write(u"a/2.md"_s, "two");
    QCOMPARE(contentOf(opener.open("a/2.md", O_RDONLY)), QByteArray("two"));
}

void TestFileOpener::missing_saysWhy_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("reason");

    QTest::newRow("file") << QByteArray("a/2.md") << ENOENT;
    QTest::newRow("folder") << QByteArray("b/1.md") << ENOENT;
    QTest::newRow("file as a folder") << QByteArray("a/1.md/2.md") << ENOTDIR;
}

void TestFileOpener::missing_saysWhy()
{
    QFETCH(const QByteArray, path);

    write(u"a/1.md"_s, "one");
    FileOpener opener(QFile::encodeName(m_dir->path()));
    errno = 0;
    QVERIFY(opener.open(path, O_RDONLY) < 0);
    QTEST(errno, "reason");
    QCOMPARE(contentOf(opener.open("a/1.md", O_RDONLY)), QByteArray("one"));
}

// Deeper than the system takes in one path.
void TestFileOpener::deepPath_isOpened()
{
    constexpr int levels = 400; // of 11 bytes each
    QByteArray folder;
    const QString before = QDir::currentPath();
    for (int level = 0; level < levels; ++level) {
        QVERIFY(QDir::setCurrent(level == 0 ? m_dir->path() : u"0123456789"_s));
        QVERIFY(QDir().mkdir(u"0123456789"_s));
        folder += "0123456789/";
    }
    QVERIFY(QDir::setCurrent(u"0123456789"_s));
    QFile file(u"deep.md"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("deep");
    file.close();
    QVERIFY(QDir::setCurrent(before));
    FileOpener opener(QFile::encodeName(m_dir->path()));
    QCOMPARE(contentOf(opener.open(folder + "deep.md", O_RDONLY)), QByteArray("deep"));
}

QTEST_GUILESS_MAIN(TestFileOpener)
#include "tst_fileopener.moc"

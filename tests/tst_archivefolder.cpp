#include "app/archive/archivefolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestArchiveFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsArticleNames_data();
    void knowsArticleNames();
    void linkToNowhere_isNotGone();
    void listsByKind();
    void knownFiles_areLeftOut();
    void factsLeftOut_leaveThePath();
    void mountedFolder_isPutOff();
    void missingFolder_saysWhy();
    void oneFile_isListedAlike();
};

void TestArchiveFolder::knowsArticleNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isArticle");
    for (const char *name : {"a.md", "a.MD", "a.markdown", "a.Html", "a.htm", "a.b.md", ".md"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"md", "a.md~", "a.txt", "a.mdx", "a.", "", "a.md.png"})
        QTest::newRow(qPrintable(u'<' + QString::fromLatin1(name) + u'>')) << QByteArray(name) << false;
}

void TestArchiveFolder::knowsArticleNames()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isArticle);
    QCOMPARE(isArticleName(name), isArticle);
}

void TestArchiveFolder::oneFile_isListedAlike()
{
    const QTemporaryDir dir;
    const QByteArray root = QFile::encodeName(dir.path());
    for (const QString &name : {u"b.md"_s, u"picture.png"_s, u".hidden.md"_s}) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("123") == 3);
    }
    QVERIFY(QDir(dir.path()).mkdir(u"folder.md"_s));
    QCOMPARE(listArchiveFile(root, "b.md"), listArchiveFolder(root, nullptr)->articles.first());
    for (const char *name : {"none.md", "picture.png", ".hidden.md", "folder.md"})
        QVERIFY(!listArchiveFile(root, name));
    QVERIFY(!listArchiveFile(root + "/none", "b.md"));
    QVERIFY(isThere(root) && isThere(root + "/folder.md"));
    QVERIFY(!isThere(root + "/none") && !isThere(root + "/b.md"));
    QVERIFY(isGone(root + "/none") && isGone(root + "/b.md/none") && isGone(root + "/none/b.md"));
    QVERIFY(!isGone(root + "/b.md") && !isGone(root + "/folder.md"));
}

// What the system cannot tell may be there.
void TestArchiveFolder::linkToNowhere_isNotGone()
{
    const QTemporaryDir dir;
    const QByteArray root = QFile::encodeName(dir.path());
    QVERIFY(QFile::link(u"nowhere"_s, dir.filePath(u"link.md"_s)));
    QVERIFY(QFile::link(u"loop"_s, dir.filePath(u"loop"_s)));
    QVERIFY(!isGone(root + "/link.md") && !isGone(root + "/loop"));
    QVERIFY(!isGone(root + "/loop/a.md"));
    QVERIFY(isGone(root + "/link.md/a.md"));
}

void TestArchiveFolder::listsByKind()
{
    const QTemporaryDir dir;
    for (const QString &name : {u"b.md"_s, u"a.html"_s, u"picture.png"_s, u".hidden.md"_s}) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("123") == 3);
    }
    QVERIFY(QDir(dir.path()).mkdir(u"folder.md"_s) && QDir(dir.path()).mkdir(u".git"_s));
    QVERIFY(QFile::link(dir.path(), dir.filePath(u"link"_s)));

    const std::optional<ArchiveFolder> folder = listArchiveFolder(QFile::encodeName(dir.path()), nullptr);
    QVERIFY(folder.has_value());
    QCOMPARE(folder->articles.size(), 2);
    QCOMPARE(folder->articles[0].path, QByteArray("a.html"));
    QCOMPARE(folder->articles[1].path, QByteArray("b.md"));
    QCOMPARE(folder->articles[1].size, 3);
    QCOMPARE(folder->articles[1].problems, Problems());
    QVERIFY(folder->articles[1].modified > 0);
    QCOMPARE(folder->folders, QList<QByteArray>{"folder.md"});
    QCOMPARE(folder->links, QList<QByteArray>{"link"});
    QVERIFY(folder->key == listArchiveFolder(QFile::encodeName(dir.path()) + "/link", nullptr)->key);
}

void TestArchiveFolder::factsLeftOut_leaveThePath()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"a.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(u"nowhere"_s, dir.filePath(u"link.md"_s)));
    const auto folder =
        listArchiveFolder(QFile::encodeName(dir.path()), nullptr, {.prefix = "x/", .leavesFacts = true});
    QVERIFY(folder.has_value());
    QCOMPARE(folder->articles.size(), 2);
    // Unless the file system leaves it to the file what it is.
    if (folder->articles[0].size == FileEntry::unknownSize)
        QCOMPARE(folder->articles[0], (FileEntry{"x/a.md", FileEntry::unknownSize, 0, 0, {}}));
    QVERIFY(folder->articles[1].problems.testFlag(Problem::Unreadable)); // a link has to be looked at
}

void TestArchiveFolder::knownFiles_areLeftOut()
{
    const QTemporaryDir dir;
    for (const QString &name : {u"a.md"_s, u"long name.md"_s, u"b.md"_s}) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("123") == 3);
    }
    QList<QByteArray> asked;
    const auto isKnown = [&asked](const FileEntry &entry) {
        asked << QByteArray(entry.path.constData()); // not the memory that the next one is written to
        return entry.size == 3 && entry.path == "x/long name.md";
    };
    const std::optional<ArchiveFolder> folder =
        listArchiveFolder(QFile::encodeName(dir.path()), nullptr, {"x/", isKnown, false});
    QVERIFY(folder.has_value());
    QCOMPARE(folder->articles.size(), 2);
    QCOMPARE(folder->articles[0].path, QByteArray("x/a.md"));
    QCOMPARE(folder->articles[1].path, QByteArray("x/b.md"));
    std::sort(asked.begin(), asked.end());
    QCOMPARE(asked, QList<QByteArray>({"x/a.md", "x/b.md", "x/long name.md"}));
}

void TestArchiveFolder::mountedFolder_isPutOff()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux tells");
#endif
    const std::optional<ArchiveFolder> mounted = listArchiveFolder("/proc", nullptr, {{}, {}, true});
    QVERIFY(mounted && mounted->isPutOff && mounted->folders.isEmpty());
    QVERIFY(mounted->key == folderKey("/proc"));
    const std::optional<ArchiveFolder> listed = listArchiveFolder("/proc", nullptr);
    QVERIFY(listed && !listed->isPutOff && !listed->folders.isEmpty());
    const std::optional<ArchiveFolder> below = listArchiveFolder("/proc/self", nullptr, {{}, {}, true});
    QVERIFY(below && !below->isPutOff);
}

void TestArchiveFolder::missingFolder_saysWhy()
{
    const QTemporaryDir dir;
    QString error;
    QVERIFY(!listArchiveFolder(QFile::encodeName(dir.filePath(u"none"_s)), &error).has_value());
    QVERIFY(!error.isEmpty());
}

QTEST_GUILESS_MAIN(TestArchiveFolder)
#include "tst_archivefolder.moc"

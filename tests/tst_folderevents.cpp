#include "app/archive/folderevents.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFolderEvents final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!FolderEvents::isAvailable())
            QSKIP("this system does not watch folders");
        QVERIFY(m_events.open());
    }
    void quietFolder_saysNothing();
    void eachKind_isTold();
    void folderThatGoes_endsItsWatch();
    void forgottenFolder_endsItsWatch();
    void sameFolder_hasOneNumber();
    void fileOrNothing_isNoFolder();
    void deepFolder_isWatched();

private:
    int watch(const QString &path) { return m_events.watch(QFile::encodeName(path)); }
    FolderEvents m_events;
};

static bool write(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write("x") == 1;
}

void TestFolderEvents::quietFolder_saysNothing()
{
    const QTemporaryDir dir;
    QVERIFY(write(dir.filePath(u"a.md"_s)));
    QVERIFY(watch(dir.path()) >= 0);
    QFile file(dir.filePath(u"a.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == "x");
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(m_events.read().isEmpty());
}

void TestFolderEvents::eachKind_isTold()
{
    using Kind = FolderEvent::Kind;
    const QTemporaryDir dir;
    const int number = watch(dir.path());
    QVERIFY(write(dir.filePath(u"a.md"_s)));
    QVERIFY(QFile::rename(dir.filePath(u"a.md"_s), dir.filePath(u"b.md"_s)));
    QVERIFY(QDir(dir.path()).mkdir(u"folder"_s));
    QVERIFY(QFile::remove(dir.filePath(u"b.md"_s)));
    QStringList seen;
    const QList<FolderEvent> events = m_events.read();
    for (const FolderEvent &event : events) {
        QCOMPARE(event.watch, number);
        const QString kind = event.kind == Kind::Written ? u"written"_s
                             : event.kind == Kind::Came  ? u"came"_s
                             : event.kind == Kind::Went  ? u"went"_s
                                                         : u"else"_s;
        seen << u"%1 %2%3"_s.arg(kind, QFile::decodeName(event.name), event.isFolder ? u"/"_s : u""_s);
    }
    QCOMPARE(seen, QStringList({u"came a.md"_s, u"written a.md"_s, u"went a.md"_s, u"came b.md"_s,
                                u"came folder/"_s, u"went b.md"_s}));
}

void TestFolderEvents::folderThatGoes_endsItsWatch()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(u"folder"_s));
    const int number = watch(dir.filePath(u"folder"_s));
    QVERIFY(QDir(dir.path()).rmdir(u"folder"_s));
    const QList<FolderEvent> events = m_events.read();
    QVERIFY(events.size() >= 2);
    QCOMPARE(events.last().watch, number);
    QCOMPARE(events[events.size() - 2].kind, FolderEvent::Kind::Left);
    QCOMPARE(events.last().kind, FolderEvent::Kind::Ended);
}

void TestFolderEvents::forgottenFolder_endsItsWatch()
{
    const QTemporaryDir dir;
    m_events.forget(watch(dir.path()));
    QVERIFY(write(dir.filePath(u"a.md"_s)));
    const QList<FolderEvent> events = m_events.read();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().kind, FolderEvent::Kind::Ended);
}

void TestFolderEvents::sameFolder_hasOneNumber()
{
    const QTemporaryDir dir;
    QVERIFY(QFile::link(dir.path(), dir.filePath(u"link"_s)));
    QCOMPARE(watch(dir.filePath(u"link"_s)), watch(dir.path()));
}

void TestFolderEvents::fileOrNothing_isNoFolder()
{
    const QTemporaryDir dir;
    QVERIFY(write(dir.filePath(u"a.md"_s)));
    QCOMPARE(watch(dir.filePath(u"a.md"_s)), FolderEvents::noFolder);
    QCOMPARE(watch(dir.filePath(u"none"_s)), FolderEvents::noFolder);
}

// Longer than PATH_MAX (4096 on Linux): inotify itself takes no such path.
void TestFolderEvents::deepFolder_isWatched()
{
    const QTemporaryDir dir;
    const QString part = QString(200, u'd');
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(dir.path()));
    QString path = dir.path();
    bool isMade = true;
    for (int i = 0; i < 30 && isMade; ++i) {
        isMade = QDir().mkdir(part) && QDir::setCurrent(part);
        path += u'/' + part;
    }
    const int number = watch(path);
    const bool isWritten = isMade && write(u"a.md"_s);
    QDir::setCurrent(before);
    QVERIFY(isWritten);
    QVERIFY(number >= 0);
    const QList<FolderEvent> events = m_events.read();
    QVERIFY(!events.isEmpty());
    QCOMPARE(events.first().name, QByteArray("a.md"));
    // QTemporaryDir knows no paths of this length.
    QCOMPARE(QProcess::execute(u"rm"_s, {u"-rf"_s, dir.filePath(part)}), 0);
}

QTEST_GUILESS_MAIN(TestFolderEvents)
#include "tst_folderevents.moc"

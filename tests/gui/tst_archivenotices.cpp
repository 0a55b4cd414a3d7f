#include "app/library/library.h"
#include "tests/patience.h"
#include "ui/archivenotices.h"
#include "ui/noticebar.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestArchiveNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wholeArchive_needsNoWord();
    void goneArticles_areToldWithTheWayOut();
    void emptiedFolder_isTold();
    void vanishedFolder_isToldAndItsReturn();
    void limit_isToldOnceAndTheWindowCatchesUp();
    void lostCatalogue_isToldUntilAnotherIsKept();

private:
    void open(qsizetype mostFolders = 1000);
    QString archive(const QString &name = {}) const { return m_home->filePath(u"archive/"_s + name); }
    void write(const QString &name) const;
    bool isSaid(const QString &words) const; // in passing
    bool isShown(const QString &words) const { return m_bar->sentences().join(u'\n').contains(words); }
    bool isQuiet() const { return m_said->isEmpty() && m_bar->sentences().isEmpty(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QWidget> m_window;
    QAction m_reload{u"Reload"_s};
    std::unique_ptr<Library> m_library;
    NoticeBar *m_bar = nullptr;
    std::unique_ptr<QSignalSpy> m_said;
};

void TestArchiveNotices::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(archive(u"folder"_s)));
    for (int i = 0; i < 10; ++i)
        write(u"folder/%1.md"_s.arg(i));
    write(u"last.md"_s);
}

void TestArchiveNotices::cleanup()
{
    m_window.reset();
    m_library.reset();
}

void TestArchiveNotices::write(const QString &name) const
{
    QFile file(archive(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("text") == 4);
}

void TestArchiveNotices::open(qsizetype mostFolders)
{
    LibraryPaths paths{m_home->filePath(u"data"_s), m_home->filePath(u"cache"_s)};
    paths.watch = {20ms, 200ms, mostFolders};
    paths.settling = 1h;
    m_library = std::make_unique<Library>(paths);
    m_window = std::make_unique<QWidget>();
    m_bar = new NoticeBar(m_window.get());
    m_reload.setShortcut(Qt::Key_F5);
    auto *notices = new ArchiveNotices(*m_library, *m_bar, m_reload, m_window.get());
    m_said = std::make_unique<QSignalSpy>(notices, &ArchiveNotices::said);
    const QSignalSpy finished(m_library.get(), &Library::passFinished);
    m_library->openArchive(archive());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
}

bool TestArchiveNotices::isSaid(const QString &words) const
{
    for (const QList<QVariant> &said : *m_said) {
        if (said.first().toString().contains(words))
            return true;
    }
    return false;
}

void TestArchiveNotices::wholeArchive_needsNoWord()
{
    open();
    const QSignalSpy finished(m_library.get(), &Library::passFinished);
    QVERIFY(QFile::remove(archive(u"last.md"_s)));
    m_library->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), patience);
    QVERIFY(isQuiet());
}

void TestArchiveNotices::goneArticles_areToldWithTheWayOut()
{
    open();
    QVERIFY(QDir(archive(u"folder"_s)).removeRecursively());
    m_library->catchUp();
    if (!FolderEvents::isAvailable())
        QSKIP("this system does not watch folders");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"10 "_s) && isShown(u"F5"_s), patience);
    m_library->refresh();
    // Once the pass is over, which may be after its rows have gone.
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), patience);
    QCOMPARE(m_library->articles()->rowCount(), 1);
}

void TestArchiveNotices::emptiedFolder_isTold()
{
    open();
    QVERIFY(QDir(archive(u"folder"_s)).removeRecursively() && QFile::remove(archive(u"last.md"_s)));
    m_library->refresh();
    QTRY_VERIFY2_WITH_TIMEOUT(isShown(u"disk"_s), qPrintable(m_bar->sentences().join(u'\n')), patience);
    QVERIFY(isShown(QDir::toNativeSeparators(m_library->folder())));
    QCOMPARE(m_library->articles()->rowCount(), 11);
}

void TestArchiveNotices::vanishedFolder_isToldAndItsReturn()
{
    open();
    QVERIFY(QDir().rename(archive(), m_home->filePath(u"away"_s)));
    m_library->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"cannot be read"_s), patience);
    QCOMPARE(m_library->articles()->rowCount(), 11);
    QTRY_VERIFY_WITH_TIMEOUT(!m_library->isPassRunning(), patience);
    QVERIFY(QDir().rename(m_home->filePath(u"away"_s), archive()));
    m_library->catchUp();
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(u"there again"_s), patience);
    m_said->clear();
    QTRY_VERIFY_WITH_TIMEOUT(!m_library->isPassRunning(), patience);
    const QSignalSpy finished(m_library.get(), &Library::passFinished);
    m_library->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), patience);
    QVERIFY(isQuiet());
}

void TestArchiveNotices::limit_isToldOnceAndTheWindowCatchesUp()
{
    if (!FolderEvents::isAvailable())
        QSKIP("this system does not watch folders");
    open(1);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"F5"_s), patience); // from another thread than the rest
    write(u"new.md"_s);
    QEvent activation(QEvent::WindowActivate);
    QApplication::sendEvent(m_window.get(), &activation);
    QTRY_COMPARE_WITH_TIMEOUT(m_library->articles()->rowCount(), 12, patience);
    QCOMPARE(m_bar->sentences().size(), 1);
}

void TestArchiveNotices::lostCatalogue_isToldUntilAnotherIsKept()
{
    QFile inTheWay(m_home->filePath(u"cache"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    open();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"catalogue"_s), patience);
    QVERIFY(inTheWay.remove() && QDir().mkpath(m_home->filePath(u"other"_s)));
    m_library->openArchive(m_home->filePath(u"other"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(u"catalogue"_s), patience);
}

QTEST_MAIN(TestArchiveNotices)
#include "tst_archivenotices.moc"

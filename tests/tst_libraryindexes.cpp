#include "app/catalog/catalog.h"
#include "app/library/library.h"
#include "app/library/listquery.h"
#include "tests/patience.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLibraryIndexes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPass_isFollowedByThem();
    void articles_areFoundBeforeThem();

private:
    bool write(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write("---\ntitle: t\n---\ntext") > 0;
    }
    bool areMade() const
    {
        QString ignored;
        Database database;
        const QByteArray root = QFile::encodeName(m_folder.path());
        return database.open(catalogFile(m_place.filePath(u"cache"_s), root), DatabaseUse::Reading,
                             &ignored) &&
               isIndexed(database, SortKey::Author); // the last one
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_place;
};

void TestLibraryIndexes::firstPass_isFollowedByThem()
{
    QVERIFY(write(u"a.md"_s));
    Library library({m_place.filePath(u"data"_s), m_place.filePath(u"cache"_s)});
    library.openArchive(m_folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(areMade(), patience);
    QVERIFY(!library.isPassRunning());
    QCOMPARE(library.articles()->rowCount(), 1);
}

void TestLibraryIndexes::articles_areFoundBeforeThem()
{
    QVERIFY(write(u"a.md"_s));
    Library library({m_place.filePath(u"data"_s), m_place.filePath(u"other"_s)});
    const QSignalSpy located(&library, &Library::articleLocated);
    connect(&library, &Library::passFinished, &library, [&library] { library.locatePath("a.md"); });
    library.openArchive(m_folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(!located.isEmpty(), patience);
    QVERIFY(located.first().first().toLongLong() > 0);
}

QTEST_GUILESS_MAIN(TestLibraryIndexes)
#include "tst_libraryindexes.moc"

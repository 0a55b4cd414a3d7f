#include "app/library/markssharer.h"

#include "app/catalog/marks.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestMarksSharer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = marksFile(m_home->path());
        QString error;
        QVERIFY2(m_marks.open(m_file, &error), qPrintable(error));
    }

    // Which of the two is known first depends on how long the marks take to open.
    void exchange_beginsOnceBothAreKnown_data()
    {
        QTest::addColumn<bool>("folderFirst");
        QTest::newRow("marks first") << false;
        QTest::newRow("folder first") << true;
    }

    void exchange_beginsOnceBothAreKnown()
    {
        QFETCH(bool, folderFirst);
        MarksSharer sharer;
        const QSignalSpy exchanged(&sharer, &MarksSharer::exchanged);
        folderFirst ? sharer.share(m_folder->path()) : sharer.open(m_file);
        sharer.exchange();
        QCOMPARE(exchanged.size(), 0);
        folderFirst ? sharer.open(m_file) : sharer.share(m_folder->path());
        QCOMPARE(exchanged.size(), 1);
        QVERIFY(QFileInfo::exists(MarksShare(m_folder->path(), shareDevice(m_file)).ownFile()));
    }

    void otherFolder_takesThePlaceOfTheFirst()
    {
        MarksSharer sharer;
        const QSignalSpy exchanged(&sharer, &MarksSharer::exchanged);
        const QSignalSpy failed(&sharer, &MarksSharer::failed);
        sharer.open(m_file);
        sharer.share(m_folder->path());
        sharer.share(m_folder->filePath(u"away"_s));
        QCOMPARE(failed.size(), 1);
        sharer.share({});
        sharer.exchange();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(exchanged.size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_home, m_folder;
    QString m_file;
    Marks m_marks;
};

QTEST_GUILESS_MAIN(TestMarksSharer)
#include "tst_markssharer.moc"

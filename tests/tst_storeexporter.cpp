#include "app/images/imagestore.h"
#include "app/images/storeexporter.h"
#include "samplepictures.h"
#include "tests/patience.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

class TestStoreExporter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        ImageStore store;
        QString error;
        QVERIFY(store.open(storeFolder(), &error));
        for (int i = 1; i <= 40; ++i)
            QVERIFY(store.save(QUrl(u"https://host.example/%1"_s.arg(i)), png(i, i), i, &error));
    }

    void everyPicture_isWritten()
    {
        StoreExporter exporter;
        QSignalSpy progress(&exporter, &StoreExporter::progressed);
        const ExportResult result = finished(exporter, target());
        QCOMPARE(result, (ExportResult{.written = 40}));
        QCOMPARE(files().size(), 40);
        QCOMPARE(progress.last(), QVariantList({40, 40}));
        QVERIFY(!exporter.isRunning());
        // Into the same folder once more: nothing is there twice.
        QCOMPARE(finished(exporter, target()).written, 40);
        QCOMPARE(files().size(), 40);
    }

    void damaged_isLeftOutAndCounted()
    {
        QDirIterator stored(storeFolder(), {u"????????*"_s}, QDir::Files, QDirIterator::Subdirectories);
        QString one;
        while (stored.hasNext() && one.isEmpty()) {
            if (!stored.next().contains(u".sqlite"_s))
                one = stored.filePath();
        }
        QFile file(one);
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.write("xx") == 2);
        file.close();
        StoreExporter exporter;
        QCOMPARE(finished(exporter, target()), (ExportResult{.written = 39, .damaged = 1}));
        QCOMPARE(files().size(), 39);
    }

    void stopped_keepsWhatWasWritten()
    {
        StoreExporter exporter;
        QSignalSpy over(&exporter, &StoreExporter::finished);
        exporter.start(storeFolder(), target());
        exporter.stop();
        QTRY_COMPARE_WITH_TIMEOUT(over.count(), 1, patience);
        const auto result = over.first().first().value<ExportResult>();
        QVERIFY(result.stopped);
        QVERIFY(result.written < 40);
        QCOMPARE(files().size(), result.written);
    }

    void unwritable_saysWhy()
    {
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        StoreExporter exporter;
        const ExportResult result = finished(exporter, file.fileName());
        QVERIFY(!result.error.isEmpty());
        QCOMPARE(result.written, 0);
    }

    void destroyed_endsAtOnce()
    {
        StoreExporter exporter;
        exporter.start(storeFolder(), target());
    }

private:
    QString storeFolder() const { return m_folder->filePath(u"store"_s); }
    QString target() const { return m_folder->filePath(u"out"_s); }
    QStringList files() const { return QDir(target()).entryList({u"*.png"_s}, QDir::Files); }

    ExportResult finished(StoreExporter &exporter, const QString &folder) const
    {
        QSignalSpy over(&exporter, &StoreExporter::finished);
        exporter.start(storeFolder(), folder);
        if (over.isEmpty() && !over.wait(patience))
            return {.error = u"it does not end"_s};
        return over.first().first().value<ExportResult>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStoreExporter)
#include "tst_storeexporter.moc"

#pragma once

#include "app/library/catalogreader.h"
#include "tests/samplecatalogue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// A reader of the catalogue of samplecatalogue.h, with marks of its own; what the tests of a CatalogReader
// begin with.
class SampleReader
{
protected:
    void open()
    {
        QString error;
        m_folder = std::make_unique<QTemporaryDir>();
        m_catalog = std::make_unique<Catalog>();
        QVERIFY(m_catalog->open(m_folder->filePath(QStringLiteral("c.sqlite")), &error));
        QVERIFY2(m_catalog->store(sampleFiles(), {}, &error), qPrintable(error));
        QVERIFY2(m_catalog->makeIndexes(&error), qPrintable(error)); // as some time after a first pass
        m_reader = std::make_unique<CatalogReader>([] { return sampleNoon; });
        m_reader->openMarks(m_folder->filePath(QStringLiteral("marks.sqlite")));
        m_reader->openCatalogue(1, m_catalog->databaseName());
    }

    void close()
    {
        m_reader->close();
        m_reader.reset();
        m_catalog.reset();
    }

    QList<ArticleRow> rows(const QList<ArticleId> &ids)
    {
        const QSignalSpy spy(m_reader.get(), &CatalogReader::rowsRead);
        m_reader->readRows(1, ids);
        return spy[0][1].value<QList<ArticleRow>>();
    }

    CategoryId category(const QStringList &path) { return sampleCategory(m_catalog->databaseName(), path); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogReader> m_reader;
};

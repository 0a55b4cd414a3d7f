#pragma once

#include "tests/indexedfolder.h"

#include <QTest>

// What the tests of an Indexer begin with: a folder whose catalogue is where it should be.
class IndexerTest : public QObject
{
protected:
    void begin()
    {
        m_folder = std::make_unique<IndexedFolder>();
        QCOMPARE(m_folder->name, m_folder->file);
    }

    void end() { m_folder.reset(); }

    std::unique_ptr<IndexedFolder> m_folder;
};

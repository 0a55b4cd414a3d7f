#pragma once

#include "app/library/headreader.h"
#include "app/library/indexer.h"
#include "app/library/seenrows.h"

// What an indexer keeps while one pass runs; nobody but indexer.cpp reads this.
struct Indexer::Pass {
    Pass(quint64 passNumber, const QByteArray &folder, const PassOrder &passOrder,
         const std::function<bool()> &isStopped)
        : number(passNumber)
        , root(folder)
        , order(passOrder)
        , heads(folder, isStopped)
    {
    }

    const quint64 number;
    const QByteArray root;
    PassOrder order;
    int missing = 0; // rows without a file that were kept
    KnownFiles known;
    SeenRows seen;                // of those that were there when the pass began
    bool isOpening = false;       // the first pass since the archive was opened
    QSet<ArticleId> tried;        // could not be read before, and are tried again
    QSet<QByteArray> failed;      // folders that could not be read; what was below them may still be there
    QList<ReadFile> waiting;      // new or changed, to be read
    HeadReader heads;             // reads them
    QList<ReadFile> batch;        // read and not stored yet
    bool isFirst = false;         // of an empty catalogue
    std::atomic<int> counted = 0; // all files, once the count beside the walk has ended
    std::atomic<bool> counting = false;
    std::atomic<int> met = 0;
    int expected = 0; // what the catalogue knew before
    bool walking = true;
    bool first = true;
    bool isModest = false; // leaves a core to those who bring the first rows on the screen
    QElapsedTimer sinceBegin;
    QElapsedTimer sinceBatch;
    QElapsedTimer sinceProgress;
    QElapsedTimer sinceReturn;
    ScanResult scan;
    QString error; // of the catalogue
};

#pragma once

#include "app/catalog/catalog.h"

#include <QFuture>
#include <QThreadPool>

#include <functional>

// Reads the heads of files for one pass: at once, or by other threads while the pass stores those before
// them. One portion at a time.
class HeadReader final
{
public:
    explicit HeadReader(const QByteArray &root); // as in readPackedHead()
    ~HeadReader();
    Q_DISABLE_COPY_MOVE(HeadReader)

    // Reads one at least, and on as long as `mayGoOn` says so. Returns those that were not read.
    [[nodiscard]] QList<ReadFile> read(QList<ReadFile> files, const std::function<bool()> &mayGoOn);
    void begin(QThreadPool *threads, QList<ReadFile> files); // returns at once
    // Waits for what was begun, and hands it over. Files that are gone by now are left out.
    QList<ReadFile> take();

    qsizetype underWay() const { return m_files.size(); }

private:
    const QByteArray m_root;
    QList<ReadFile> m_files; // each is read into its place …
    QFuture<void> m_reading; // … until this has finished
};

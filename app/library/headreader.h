#pragma once

#include "app/catalog/catalog.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <span>

// Reads the heads of files for one pass: at once, or by other threads while the pass stores those before
// them. Two portions at a time, so that the threads have something to read while the pass takes the first.
class HeadReader final
{
public:
    explicit HeadReader(const QByteArray &root); // as in readPackedHead()
    ~HeadReader();
    Q_DISABLE_COPY_MOVE(HeadReader)

    // Reads one at least, and on as long as `mayGoOn` says so. Returns those that were not read.
    [[nodiscard]] QList<ReadFile> read(QList<ReadFile> files, const std::function<bool()> &mayGoOn);
    // Returns at once. Not while isFull().
    void begin(QThreadPool *threads, QList<ReadFile> files);
    // Waits for what was begun first, and hands it over. Files that are gone by now are left out.
    QList<ReadFile> take();
    bool isEmpty() const { return m_portions.empty(); }
    bool isFull() const { return m_portions.size() >= 2; }
    qsizetype underWay() const; // files
    // How many files make a good portion: a quick disk reads thousands while as many are stored, from a slow
    // one they should not be late.
    qsizetype portion() const { return m_portion; }

private:
    struct Portion {
        QList<ReadFile> files;                // each is read into its place …
        QList<std::span<ReadFile>> stretches; // … by one thread for a few of them …
        QFuture<void> reading;                // … until this has finished
    };
    void measure();

    const QByteArray m_root;
    std::deque<Portion> m_portions;
    qsizetype m_portion;
    QElapsedTimer m_sinceTake; // or since the first was begun
};

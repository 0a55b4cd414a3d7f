#pragma once

#include "app/catalog/catalog.h"

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
    // `root` as in readArticleHead(). Once `isStopped` says so, on any thread, nothing is read any more.
    // `clock` gives milliseconds since any moment, and never goes back.
    HeadReader(const QByteArray &root, const std::function<bool()> &isStopped,
               const std::function<qint64()> &clock = uptime);
    ~HeadReader();
    Q_DISABLE_COPY_MOVE(HeadReader)

    // Reads one at least, and on as long as `mayGoOn` says so. Returns those that were not read.
    [[nodiscard]] QList<ReadFile> read(QList<ReadFile> files, const std::function<bool()> &mayGoOn);
    // Returns at once. Not while isFull().
    void begin(QThreadPool *threads, QList<ReadFile> files);
    // Waits for what was begun first, and hands it over; nothing once it is stopped. Files that are gone by
    // now are left out.
    QList<ReadFile> take();
    bool isEmpty() const { return m_portions.empty(); }
    bool isFull() const { return m_portions.size() >= 2; }
    qsizetype underWay() const; // files
    // How many files make a good portion: from a quick disk so many that the pass is not kept busy by taking
    // them, from a slow one so few that they are not late.
    qsizetype portion() const { return m_portion; }

private:
    struct Portion {
        QList<ReadFile> files;                // each is read into its place …
        QList<std::span<ReadFile>> stretches; // … by one thread for a few of them …
        QFuture<void> reading;                // … until this has finished
    };
    static qint64 uptime();
    void readAll(std::span<ReadFile> files) const;
    void waitFor(QFuture<void> &reading);

    const QByteArray m_root;
    const std::function<bool()> m_isStopped;
    const std::function<qint64()> m_clock;
    std::deque<Portion> m_portions;
    qsizetype m_portion;
};

#pragma once

#include "app/images/picturecollector.h"

#include <QSet>
#include <QThreadPool>

#include <atomic>
#include <deque>

// Finds which stored pictures belong to articles that nobody has opened, so that those of starred ones make
// no room for others: an article is read once, in some run, and every picture of it gets its owner, also
// what is only stored later, for whomever. Nothing is fetched. Lives on the loader's thread; the articles are
// read on one of its own.
class PictureOwners final : public QObject
{
    Q_OBJECT

public:
    struct Wanted {
        quint64 owner = 0; // as in ImageRequest
        PictureCollector::Article article;
    };

    explicit PictureOwners(ImageLoader &loader, QObject *parent = nullptr);
    ~PictureOwners() override;

    // Starred articles; those that are known already are passed over.
    void add(const QList<Wanted> &articles);
    // What is still to be read is left for another time.
    void stop();

Q_SIGNALS:
    void done(); // with all of them

private:
    void readNext();
    void take(const QList<PictureCollector::Pictures> &articles);

    ImageLoader &m_loader;
    QThreadPool m_reading;
    std::deque<Wanted> m_wanted;
    bool m_isReading = false;
    std::atomic<quint64> m_run = 0; // another one: what is read for the last is not read to its end
};

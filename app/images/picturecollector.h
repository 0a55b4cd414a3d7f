#pragma once

#include "app/images/collecttally.h"
#include "app/images/imageloader.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <deque>
#include <functional>

// Fetches the pictures of many articles for later, one article after the other: what is stored already is
// passed over, what is being looked at comes first, and no more than a few articles are in memory. Lives on
// the loader's thread; the articles are read on one of its own.
class PictureCollector final : public QObject
{
    Q_OBJECT

public:
    struct Pictures {
        QList<ImageAddress> addresses;
        quint64 owner = 0; // as in ImageRequest
    };
    // One article: what gives the addresses of its pictures. Called once, on any thread.
    using Article = std::function<Pictures()>;
    static constexpr int articlesAtOnce = 64; // for one answer to articlesWanted()

    // `firstNumber`: requests and articles are numbered from there on; nobody else's may be.
    PictureCollector(ImageLoader &loader, quint64 firstNumber, QObject *parent = nullptr);
    ~PictureCollector() override;

public Q_SLOTS:
    // Drops what is still to be done, without ended(), and begins anew with no article. `use` is not Show.
    void begin(ImageUse use, int articles);
    // The same for what failed last time, whatever is remembered of it.
    void beginAgain();
    // Answers articlesWanted(); none: that were all.
    void add(const QList<Article> &articles);
    void pause();
    void resume();
    void stop(); // ended() follows

Q_SIGNALS:
    void articlesWanted();
    void progressed(const CollectTally &tally); // some times a second
    void ended(const CollectTally &tally, CollectEnd end);

private:
    struct Wanted {
        ImageAddress address;
        quint64 article = 0;
        quint64 owner = 0;
        QList<quint64> alsoOf{}; // further owners, once it has failed
    };
    enum class State : quint8 { Idle, Running, Paused };

    void drop();
    void goOn();
    bool askNext();
    void readNext();
    void takeArticles(const QList<Pictures> &articles);
    void takePictures(const Pictures &pictures);
    bool isNew(const QUrl &address, quint64 owner);
    void takeAnswer(const ImageAnswer &answer);
    void noteFailure(const Wanted &wanted, const ImageAnswer &answer);
    void settle(quint64 article);
    void end(CollectEnd end);
    void report();

    ImageLoader &m_loader;
    QThreadPool m_reading;
    QTimer m_reporting;
    State m_state = State::Idle;
    ImageUse m_use = ImageUse::Collect;
    bool m_isAgain = false;
    bool m_isGoingOn = false; // answers may come while one is asked for
    quint64 m_number;
    std::atomic<quint64> m_run = 0; // another one: what is read for the last is not read to its end

    std::deque<Article> m_articles; // not read yet
    bool m_isWaitingForArticles = false;
    bool m_areAllThere = false;
    bool m_isReading = false;
    std::deque<Wanted> m_pictures;        // not asked for yet
    QHash<quint64, Wanted> m_asked;       // by number of the request
    QHash<quint64, int> m_open;           // pictures of an article that are not answered
    QSet<size_t> m_known;                 // hashes of the addresses that were met in this run
    QHash<QUrl, QList<quint64>> m_alsoOf; // of what is not answered: further owners
    QList<Wanted> m_failed;               // for beginAgain()
    CollectTally m_tally;
};

#include "app/images/picturecollector.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace
{

// Enough that a host that takes its time does not hold up the others; the loader asks for few at once.
constexpr qsizetype askedAtOnce = 48;

// Below so many addresses the next articles are read, some at once: a change of threads costs more than most
// articles.
constexpr size_t readAhead = 96;
constexpr int readAtOnce = 16;

// What is remembered of a run, however long it is: addresses for another try, and which were met.
constexpr qsizetype mostFailed = 20'000;
constexpr qsizetype mostKnown = 1'000'000;

// What makes it vain to go on.
std::optional<CollectEnd> endBy(ImageFailure failure)
{
    switch (failure) {
    case ImageFailure::Offline:
        return CollectEnd::Offline;
    case ImageFailure::NotWanted:
        return CollectEnd::NotWanted;
    case ImageFailure::StoreFailed:
        return CollectEnd::StoreFailed;
    default:
        return std::nullopt;
    }
}

}

PictureCollector::PictureCollector(ImageLoader &loader, quint64 firstNumber, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
    , m_reporting(this)
    , m_number(firstNumber)
{
    m_reading.setMaxThreadCount(1);
    m_reporting.setSingleShot(true);
    m_reporting.setInterval(200ms);
    connect(&loader, &ImageLoader::answered, this, &PictureCollector::takeAnswer);
    connect(&m_reporting, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_tally); });
}

PictureCollector::~PictureCollector()
{
    ++m_run;
    m_reading.clear();
    m_reading.waitForDone();
}

void PictureCollector::begin(ImageUse use, int articles)
{
    drop();
    m_failed.clear();
    m_known.clear();
    m_tally = {.allArticles = articles};
    m_use = use;
    m_isAgain = m_areAllThere = m_isWaitingForArticles = false;
    m_state = State::Running;
    goOn();
}

void PictureCollector::beginAgain()
{
    const QList<Wanted> failed = m_failed;
    begin(ImageUse::Collect, 0);
    m_isAgain = m_areAllThere = true;
    for (const Wanted &one : failed) {
        takePictures({{one.address}, one.owner});
        m_alsoOf.insert(one.address.url, one.alsoOf);
    }
    goOn();
}

void PictureCollector::add(const QList<Article> &articles)
{
    m_isWaitingForArticles = false;
    m_areAllThere = articles.isEmpty();
    m_articles.insert(m_articles.end(), articles.cbegin(), articles.cend());
    goOn();
}

// Those on their way come back as Cancelled, and wait.
void PictureCollector::pause()
{
    if (m_state != State::Running)
        return;
    m_state = State::Paused;
    for (const quint64 article : m_open.keys())
        m_loader.cancelArticle(article);
}

void PictureCollector::resume()
{
    if (m_state != State::Paused)
        return;
    m_state = State::Running;
    goOn();
}

void PictureCollector::stop()
{
    end(CollectEnd::Stopped);
}

void PictureCollector::drop()
{
    m_state = State::Idle;
    ++m_run;
    m_isReading = false;
    m_reading.clear();
    m_articles.clear();
    m_pictures.clear();
    m_alsoOf.clear();
    m_asked.clear(); // what comes back is nobody's
    for (const quint64 article : std::exchange(m_open, {}).keys())
        m_loader.cancelArticle(article);
}

void PictureCollector::goOn()
{
    if (m_state != State::Running || std::exchange(m_isGoingOn, true))
        return;
    while (m_state == State::Running && askNext()) {
    }
    m_isGoingOn = false;
    if (m_state != State::Running)
        return;
    if (m_pictures.size() < readAhead && !m_isReading && !m_articles.empty())
        readNext();
    if (m_articles.empty() && !m_areAllThere && !std::exchange(m_isWaitingForArticles, true))
        Q_EMIT articlesWanted();
    const bool isDone = m_areAllThere && m_articles.empty() && !m_isReading && m_pictures.empty();
    if (isDone && m_asked.isEmpty())
        end(CollectEnd::Done);
}

// false where nothing can be asked for just now.
bool PictureCollector::askNext()
{
    if (m_pictures.empty() || m_asked.size() >= askedAtOnce)
        return false;
    if (m_use == ImageUse::Collect && m_loader.isStoreFull()) {
        end(CollectEnd::StoreFull);
        return false;
    }
    const Wanted wanted = m_pictures.front();
    m_pictures.pop_front();
    const quint64 number = ++m_number;
    m_asked.insert(number, wanted);
    m_loader.load({.number = number,
                   .article = wanted.article,
                   .address = wanted.address,
                   .again = m_isAgain,
                   .use = m_use,
                   .owner = wanted.owner});
    return true;
}

void PictureCollector::readNext()
{
    m_isReading = true;
    QList<Article> articles;
    for (; !m_articles.empty() && articles.size() < readAtOnce; m_articles.pop_front())
        articles << m_articles.front();
    m_reading.start([this, run = m_run.load(), articles] {
        QList<Pictures> pictures;
        for (qsizetype i = 0; i < articles.size() && run == m_run; ++i)
            pictures << articles.at(i)();
        QMetaObject::invokeMethod(
            this,
            [this, run, pictures] {
                if (run == m_run)
                    takeArticles(pictures);
            },
            Qt::QueuedConnection);
    });
}

void PictureCollector::takeArticles(const QList<Pictures> &articles)
{
    m_isReading = false;
    for (const Pictures &pictures : articles)
        takePictures(pictures);
    goOn();
}

void PictureCollector::takePictures(const Pictures &pictures)
{
    const quint64 article = ++m_number;
    int wanted = 0;
    for (const ImageAddress &address : pictures.addresses) {
        if (!isNew(address.url, pictures.owner))
            continue;
        ++m_tally.pictures;
        if (!m_isAgain && m_loader.has(address.url)) {
            m_loader.addOwner(address.url, pictures.owner);
            ++m_tally.stored;
            continue;
        }
        m_pictures.push_back({address, article, pictures.owner});
        m_alsoOf.insert(address.url, {});
        ++wanted;
    }
    m_open.insert(article, wanted);
    if (wanted == 0)
        settle(article);
    report();
}

// In this run.
bool PictureCollector::isNew(const QUrl &address, quint64 owner)
{
    if (m_known.size() >= mostKnown)
        m_known.clear();
    const qsizetype before = m_known.size();
    m_known.insert(qHash(address, 1));
    if (m_known.size() > before)
        return true;
    const auto awaited = m_alsoOf.find(address);
    if (awaited != m_alsoOf.end())
        awaited->append(owner);
    else
        m_loader.addOwner(address, owner);
    return false;
}

void PictureCollector::takeAnswer(const ImageAnswer &answer)
{
    const auto found = m_asked.constFind(answer.number);
    if (found == m_asked.cend())
        return;
    const Wanted wanted = *found;
    m_asked.erase(found);
    if (answer.failure == ImageFailure::Cancelled && m_state == State::Paused) {
        m_pictures.push_front(wanted);
        return;
    }
    if (const std::optional<CollectEnd> vain = endBy(answer.failure)) {
        end(*vain);
        return;
    }
    const QList<quint64> alsoOf = m_alsoOf.take(wanted.address.url);
    for (const quint64 owner : alsoOf)
        m_loader.addOwner(wanted.address.url, owner); // where it is not stored, it has none
    if (answer.failure == ImageFailure::None)
        ++(answer.tried.isEmpty() ? m_tally.stored : m_tally.fetched);
    else
        noteFailure({wanted.address, wanted.article, wanted.owner, alsoOf}, answer);
    if (--m_open[wanted.article] == 0)
        settle(wanted.article);
    report();
    goOn();
}

void PictureCollector::noteFailure(const Wanted &wanted, const ImageAnswer &answer)
{
    const bool isStatus = answer.failure == ImageFailure::HttpStatus;
    ++m_tally.failures[{answer.host, answer.failure, isStatus ? answer.detail : QString()}];
    if (m_failed.size() < mostFailed)
        m_failed << wanted;
}

// Its limits are of no interest any more.
void PictureCollector::settle(quint64 article)
{
    m_open.remove(article);
    m_loader.cancelArticle(article);
    if (!m_isAgain)
        ++m_tally.articles;
}

void PictureCollector::end(CollectEnd end)
{
    if (m_state == State::Idle)
        return;
    drop();
    m_reporting.stop();
    Q_EMIT ended(m_tally, end);
}

void PictureCollector::report()
{
    if (!m_reporting.isActive())
        m_reporting.start();
}

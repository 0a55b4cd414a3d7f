#include "app/library/markingjob.h"

#include "app/library/bulkmarking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

MarkingJob::MarkingJob(Marks &marks, const QString &catalogue, Marking marking, const QList<ArticleId> &ids,
                       const QDateTime &now)
    : m_marks(marks)
    , m_catalogueName(catalogue)
    , m_marking(marking)
    , m_now(now)
    , m_ids(ids)
{
}

JobState MarkingJob::doPart(QString *error)
{
    if (!m_catalogue.isOpen() && !open(error))
        return JobState::Failed;
    return m_isLookedUp ? markSome(error) : lookUp(error);
}

// To look an article up takes about as long as to mark it.
double MarkingJob::done() const
{
    const qsizetype all = m_isLookedUp ? m_articles.size() : m_ids.size();
    const double share = all == 0 ? 1 : std::min(1.0, static_cast<double>(m_next) / static_cast<double>(all));
    return m_isLookedUp ? (1 + share) / 2 : share / 2;
}

// The journal has it before anything that is marked from now on.
bool MarkingJob::open(QString *error)
{
    if (!m_catalogue.open(u":memory:"_s, DatabaseUse::Reading, error) ||
        !m_catalogue.attach(m_catalogueName, u"catalogue"_s, error))
        return false;
    if (m_ids.size() > articlesAtOnce)
        m_stamp = m_marks.begin(m_marking, m_ids.size(), m_now, error);
    return m_stamp || m_ids.size() <= articlesAtOnce;
}

JobState MarkingJob::lookUp(QString *error)
{
    const std::optional<QList<Identity>> some =
        identitiesOf(m_catalogue, m_ids.mid(m_next, articlesAtOnce), error);
    if (!some)
        return JobState::Failed;
    m_articles << *some;
    m_next += articlesAtOnce;
    if (m_next < m_ids.size())
        return JobState::Unfinished;
    putInOrder();
    if (m_stamp && !m_articles.isEmpty())
        return JobState::Unfinished;
    const bool isDone = m_articles.isEmpty() || m_marks.set(m_marking, m_articles, m_now, error);
    return isDone ? JobState::Done : JobState::Failed;
}

// In the order in which SQLite keeps them, as signed numbers: a tree of a million is written page by page.
void MarkingJob::putInOrder()
{
    m_ids.clear();
    m_next = 0;
    m_isLookedUp = true;
    std::sort(m_articles.begin(), m_articles.end(), [](Identity first, Identity second) {
        return static_cast<qint64>(first) < static_cast<qint64>(second);
    });
    m_articles.erase(std::unique(m_articles.begin(), m_articles.end()), m_articles.end());
}

JobState MarkingJob::markSome(QString *error)
{
    if (!m_marks.setSome(m_marking, m_articles.mid(m_next, articlesAtOnce), *m_stamp, error))
        return JobState::Failed;
    m_next += articlesAtOnce;
    return m_next < m_articles.size() ? JobState::Unfinished : JobState::Done;
}

#include "app/library/passplan.h"

#include "app/archive/folderevents.h"

#include <algorithm>
#include <utility>

// What a person removes by hand goes at once; more than this share of an archive is a large part of it.
constexpr qsizetype fewArticles = 3;
constexpr qsizetype shareOfALargePart = 10; // one in …

bool mayRemove(Removal removal, qsizetype gone, qsizetype all, bool isAnyLeft)
{
    switch (removal) {
    case Removal::None:
        return false;
    case Removal::Few:
        return isAnyLeft && gone <= std::max(fewArticles, all / shareOfALargePart);
    case Removal::Most:
        return isAnyLeft;
    case Removal::Everything:
        return true;
    }
    return false;
}

PassPlan::PassPlan(std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
    , m_quiet(this)
{
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        m_asked = std::max(m_asked, Removal::Most);
        want(ArchiveChanges::all());
    });
}

PassOrder PassPlan::begin()
{
    drop();
    m_quiet.stop();
    m_order = {};
    m_isWatched = FolderEvents::isAvailable();
    m_isUnsettled = m_isAway = m_isToldEmpty = false;
    return m_order;
}

void PassPlan::filesChanged(const ArchiveChanges &changes)
{
    waitForQuiet();
    want(changes);
}

void PassPlan::limitReached()
{
    m_isWatched = false;
}

void PassPlan::readerAsked()
{
    m_asked = m_isToldEmpty ? Removal::Everything : Removal::Most;
    want(ArchiveChanges::all());
}

void PassPlan::readerReturned()
{
    if (!m_isWatched || m_isAway)
        want(ArchiveChanges::all());
}

void PassPlan::drop()
{
    m_changes = {};
    m_asked = Removal::None;
}

void PassPlan::want(const ArchiveChanges &changes)
{
    m_changes.add(changes);
    if (!m_changes.isEmpty())
        Q_EMIT passWanted();
}

std::optional<PassOrder> PassPlan::take()
{
    if (m_changes.isEmpty())
        return std::nullopt;
    const Removal usual = m_isUnsettled ? Removal::None : Removal::Few;
    m_order = {std::exchange(m_changes, {}), std::max(usual, std::exchange(m_asked, Removal::None))};
    return m_order;
}

void PassPlan::passEnded(const PassResult &result)
{
    if (result.missing > 0 || !result.error.isEmpty())
        m_isUnsettled = true;
    else if (result.complete && m_order.changes.everything)
        m_isUnsettled = false;
    if (m_order.changes.everything) {
        m_isToldEmpty = result.isEmptied;
        m_isAway = result.isEmptied || !result.error.isEmpty();
    }
    waitForQuiet();
}

// A disk that is away may stay away for as long as it likes.
void PassPlan::waitForQuiet()
{
    if (m_isUnsettled && !m_isAway)
        m_quiet.start(m_patience);
    else
        m_quiet.stop();
}

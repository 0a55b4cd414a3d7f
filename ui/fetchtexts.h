#pragma once

#include "app/images/collecttally.h"

// What became of the fetching of many articles' pictures, in a sentence: so many of so many are here, so many
// failed, of these servers.
QString fetchResult(const CollectTally &tally, CollectEnd end);

// How it stands before it has ended.
enum class Fetching : quint8 { Running, Paused };
QString fetchProgress(const CollectTally &tally, Fetching fetching = Fetching::Running);

// Those that failed, the most first.
QList<std::pair<CollectFailure, int>> sortedFailures(const CollectTally &tally);

#pragma once

#include "app/images/imagepolicy.h"

#include <QHash>
#include <QMetaType>
#include <QString>

// Why pictures of one host did not come.
struct CollectFailure {
    QString host;
    ImageFailure failure = ImageFailure::None;
    QString detail; // the status of HttpStatus, else empty
    bool operator==(const CollectFailure &) const = default;
};
size_t qHash(const CollectFailure &failure, size_t seed = 0);

// How the fetching of many articles' pictures stands. A picture that several articles show counts once.
struct CollectTally {
    int allArticles = 0;
    int articles = 0; // that are done
    int pictures = 0; // met in these and in those that are under way
    int stored = 0;   // of these, before it began
    int fetched = 0;
    QHash<CollectFailure, int> failures{}; // pictures

    int failed() const;
    int here() const { return stored + fetched; }
};

enum class CollectEnd : quint8 {
    Done,
    Stopped,
    Offline,     // the network was switched off
    NotWanted,   // the reader chose to fetch no pictures
    StoreFull,   // more would drive out what is there
    StoreFailed, // pictures cannot be kept
};
Q_DECLARE_METATYPE(CollectTally)
Q_DECLARE_METATYPE(CollectEnd)

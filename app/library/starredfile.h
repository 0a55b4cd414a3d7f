#pragma once

#include "app/archive/article.h"

#include <QByteArray>

// Where an article that has a star lies; one of its copies.
struct StarredFile {
    Identity identity{};
    QByteArray path; // as in FileEntry
    bool operator==(const StarredFile &) const = default;
};

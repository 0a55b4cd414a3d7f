#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/database.h"

#include <functional>
#include <optional>

// The articles of these paths, as far as the catalogue knows them, in no order. `paths` as in FileEntry. Asks
// `mayGoOn` every some milliseconds. nullopt where it was told to stop, and, with `error`, where the
// catalogue cannot be read.
std::optional<QList<ArticleId>> resolvePaths(const Database &catalogue, const QList<QByteArray> &paths,
                                             const std::function<bool()> &mayGoOn, QString *error);

#pragma once

#include <QSet>
#include <QString>

#include <optional>

// Which of these articles, by the number of their identity, are starred; none where no file of marks is named
// (marksschema.h), nullopt where it is not there, is being repaired or cannot be read just now. For whoever
// asks now and then on a thread of its own: the file is opened for each question, as it may have been mended
// since the last one.
std::optional<QSet<quint64>> starredAmong(const QString &marksFile, const QSet<quint64> &articles);
// The same of all articles, in whatever archive; nullopt, too, where no file is named.
std::optional<QSet<quint64>> allStarred(const QString &marksFile);

#pragma once

#include "app/page/imageaddress.h"

// The pictures for which the article's page would ask the network, in its order, the head picture first, 300
// at most (security.md 3). Reads and sanitises the article, which takes some milliseconds. `root` and `path`
// as in readArticle(). None where it cannot be read. Thread-safe.
QList<ImageAddress> articlePictures(const QByteArray &root, const QByteArray &path);

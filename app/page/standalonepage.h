#pragma once

#include <QByteArray>
#include <QHash>

// The same page as one file for any browser: every picture in the page itself, nothing that only Lectern
// answers. `page` is articlePage()'s. `pictures` maps each picture's key to its data: address, as
// dataAddress() makes it; a key that is missing leaves an empty picture with its alternative text.
QByteArray standalonePage(const QByteArray &page, const QHash<QByteArray, QByteArray> &pictures);

// "data:<type>;base64,…" (RFC 2397).
QByteArray dataAddress(const QByteArray &contentType, const QByteArray &bytes);

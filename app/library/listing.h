#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

// Writes one compact JSON object a line for every article below the folder, sorted by the bytes of the path:
// path, title, categories (array, outermost first), author, date (ISO 8601 with its offset as written),
// dateIsGuess, identity (16 hexadecimal digits), problems (array of problemNames()). Where the path is no
// UTF-8, "pathBytes" holds it in base64 beside the readable "path". Uses no catalogue. `root` as in
// scanArchive(). False, with the system's reason, where the folder cannot be read or the device cannot be
// written.
bool listArchive(const QByteArray &root, QIODevice &out, QString *error);

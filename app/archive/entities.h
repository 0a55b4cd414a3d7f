#pragma once

#include <QString>

// Decodes character references once: &#123; &#x7B; and the names of HTML 4 with &apos;. Only with their
// semicolon, so that `?a=1&copy=2` in an address stays what it is. Unknown names stay as they are. Numbers as
// the HTML standard reads them (13.2.5.80): 0x80–0x9F are Windows-1252, impossible ones become U+FFFD.
QString decodeEntities(const QString &text);

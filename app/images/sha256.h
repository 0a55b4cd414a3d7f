#pragma once

#include <QByteArray>

// The SHA-256 of these bytes (FIPS 180-4), 32 bytes. As QCryptographicHash's, which takes ten times as long:
// it does not use what processors have for it, and the store checks every picture that it shows.
QByteArray sha256(QByteArrayView bytes);

#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QSize>
#include <QString>
#include <QUrl>

// What may be fetched, and what counts as a picture. Pure functions; the rules are security.md 3.

// True for addresses of the public internet: none of IANA's special-purpose registries (IPv4 and IPv6,
// 2026-03), none that carries such a v4 address inside (mapped, NAT64, 6to4, Teredo).
bool isPublicAddress(const QHostAddress &address);

// http or https, a host that is no local name, no userinfo, no port that browsers refuse (Fetch standard,
// "port blocking").
bool mayFetch(const QUrl &url);

enum class ImageType : quint8 { Unknown, Png, Jpeg, Gif, WebP };

// The type by the first bytes, never by name or header.
ImageType imageType(QByteArrayView bytes);

// "image/png" and so on: constants of ours, the only content types that the pane ever sees.
QByteArray contentType(ImageType type);

// Width and height from the file's own header, nothing decoded; empty where they cannot be read.
QSize imageSize(QByteArrayView bytes);

// Why a picture is not there.
enum class ImageFailure : quint8 {
    None,
    Offline,          // the network is switched off and the store has none
    NotAllowed,       // refused by mayFetch() or isPublicAddress()
    HostNotFound,
    NoConnection,     // refused, reset, TLS failed; detail has the reason
    TimedOut,
    HttpStatus,       // detail has the number
    NotAPicture,      // no PNG, JPEG, GIF or WebP; detail names what came
    TooLarge,         // bytes, or width and height, beyond the limits
    Damaged,
    TooManyRedirects,
    TooMany,          // beyond the article's limits
    StoreFailed,      // the disk; detail has the reason. The picture itself is still delivered.
    Cancelled,
};

// None where the bytes are a picture within the limits; else NotAPicture, TooLarge or Damaged.
ImageFailure checkImage(QByteArrayView bytes);

// The limits of security.md 3.
constexpr qint64 maximumImageBytes = 10 * 1024 * 1024;
constexpr int maximumImageSide = 16'384;                    // pixels
constexpr qint64 maximumImagePixels = 40'000'000;
constexpr int maximumImagesPerArticle = 300;
constexpr qint64 maximumImageBytesPerArticle = 60 * 1024 * 1024;

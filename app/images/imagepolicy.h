#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QSize>
#include <QString>
#include <QUrl>

// What may be fetched, and what counts as a picture. Pure functions; the rules are security.md 3.

// True for addresses of the public internet: in none of IANA's special-purpose registries (IPv4 and IPv6,
// 2026-03), no multicast, for IPv6 inside 2000::/3. A v4 address inside a v6 one is judged as itself where
// the registry lets it leave the network (mapped, NAT64's well-known prefix); 6to4 and Teredo are refused
// whole.
bool isPublicAddress(const QHostAddress &address);

// So many addresses of a host are tried: each then has a quarter of ImageLimits::firstByte, in which the
// system asks for a connection twice (after 0 and 1 s: RFC 6298, 2.1), and no answer of a resolver makes us
// knock at hundreds of doors.
constexpr qsizetype mostAddressesTried = 4;

// Those, in this order: IPv4 first, as where IPv6 is announced but leads nowhere, waiting for it would use up
// the time. One IPv6 address stays for those who have nothing else.
QList<QHostAddress> addressesToTry(QList<QHostAddress> addresses);

// http or https, no userinfo, no port that browsers refuse (Fetch standard, "port blocking"), and a host that
// is neither a local name (a single label, localhost, .local, .internal, .home.arpa, .lan) nor a literal
// address, however it is spelt (0x7f.1, 2130706433, full-width digits), that is not public.
bool mayFetch(const QUrl &url);

enum class ImageType : quint8 { Unknown, Png, Jpeg, Gif, WebP };

// The type by the first bytes, never by name or header.
ImageType imageType(QByteArrayView bytes);

// "image/png" and so on: constants of ours, the only content types that the pane ever sees.
QByteArray contentType(ImageType type);

// Width and height from the file's own header, nothing decoded; empty where they cannot be read. Of the
// picture as it is shown: a camera's note that it is to be turned is followed.
QSize imageSize(QByteArrayView bytes);

// One pixel, which is no picture, whoever asked for it: what some hosts send to whom they refuse. Those that
// an article has to count its readers are gone before.
bool isDot(QByteArrayView bytes);

// Why a picture is not there.
enum class ImageFailure : quint8 {
    None,
    Offline,    // the network is switched off and the store has none
    NotAllowed, // refused by mayFetch() or isPublicAddress()
    HostNotFound,
    NoConnection, // refused, reset, TLS failed; detail has the reason
    TimedOut,
    HttpStatus,  // detail has the number
    NotAPicture, // no PNG, JPEG, GIF or WebP; detail names what came
    TooLarge,    // bytes, or width and height, beyond the limits
    Damaged,
    TooManyRedirects,
    TooMany,     // beyond the article's limits
    StoreFailed, // the disk; detail has the reason. The picture itself is still delivered.
    Cancelled,
    NotWanted,     // the store has none, and the reader wants none fetched
    NotAsked,      // the store has none, and the reader wants to be asked first
    StandIn,       // what the host is known to send in place of its pictures
    Dot,           // one pixel: what some hosts send to whom they refuse
    TooManyPixels, // beyond what one page may decode
};

// None where the bytes are a picture within the limits below; else NotAPicture, TooLarge or Damaged. An
// animation beyond its limits is TooLarge: firstFrame() in app/images/firstframe.h makes a still picture of
// it.
ImageFailure checkImage(QByteArrayView bytes);

// The limits of security.md 3.
constexpr qint64 maximumImageBytes = 10 * 1024 * 1024;
constexpr int maximumImageSide = 16'384; // pixels
constexpr qint64 maximumImagePixels = 40'000'000;
constexpr qint64 maximumAnimationFrames = 500;
constexpr qint64 maximumAnimationPixels = 400'000'000; // frames times width times height
constexpr int maximumImagesPerArticle = 300;
constexpr qint64 maximumImageBytesPerArticle = 60 * 1024 * 1024;

#include "app/images/imagepolicy.h"

#include "app/images/imageheader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{

struct V4Block {
    quint32 start;
    int prefix;
};

constexpr quint32 v4(quint32 a, quint32 b, quint32 c, quint32 d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

// IANA IPv4 Special-Purpose Address Registry, and multicast. Also those of its rows that are globally
// reachable: no picture lives there.
constexpr V4Block specialV4[] = {
    {v4(0, 0, 0, 0), 8},       // "this network"
    {v4(10, 0, 0, 0), 8},      // private use
    {v4(100, 64, 0, 0), 10},   // shared by carriers
    {v4(127, 0, 0, 0), 8},     // loopback
    {v4(169, 254, 0, 0), 16},  // link local; clouds answer for their machines' secrets there
    {v4(172, 16, 0, 0), 12},   // private use
    {v4(192, 0, 0, 0), 24},    // protocol assignments
    {v4(192, 0, 2, 0), 24},    // documentation
    {v4(192, 31, 196, 0), 24}, // AS112
    {v4(192, 52, 193, 0), 24}, // AMT
    {v4(192, 88, 99, 0), 24},  // 6to4 relays, deprecated
    {v4(192, 168, 0, 0), 16},  // private use
    {v4(192, 175, 48, 0), 24}, // AS112
    {v4(198, 18, 0, 0), 15},   // benchmarks
    {v4(198, 51, 100, 0), 24}, // documentation
    {v4(203, 0, 113, 0), 24},  // documentation
    {v4(224, 0, 0, 0), 4},     // multicast
    {v4(240, 0, 0, 0), 4},     // reserved, and the broadcast address
};

struct V6Block {
    std::array<quint16, 3> start; // the first 48 bits; the rest is zero
    int prefix;                   // at most 48
};

// IANA IPv6 Special-Purpose Address Registry, the rows inside 2000::/3. All else outside 2000::/3 is refused
// as a whole, but for the two blocks that carry a v4 address.
constexpr V6Block specialV6[] = {
    {{0x2001, 0x0000, 0x0000}, 23}, // protocol assignments: Teredo, ORCHID, benchmarks, AMT and others
    {{0x2001, 0x0db8, 0x0000}, 32}, // documentation
    {{0x2002, 0x0000, 0x0000}, 16}, // 6to4
    {{0x2620, 0x004f, 0x8000}, 48}, // AS112
    {{0x3fff, 0x0000, 0x0000}, 20}, // documentation
};

bool isPublicV4(quint32 address)
{
    return std::none_of(std::begin(specialV4), std::end(specialV4), [address](const V4Block &block) {
        return (address ^ block.start) >> (32 - block.prefix) == 0;
    });
}

// The first `count` bytes of an IPv6 address as a number.
quint64 leadingBytes(const Q_IPV6ADDR &address, int count)
{
    quint64 number = 0;
    for (int i = 0; i < count; ++i)
        number = number << 8 | address[i];
    return number;
}

quint32 embeddedV4(const Q_IPV6ADDR &address)
{
    return v4(address[12], address[13], address[14], address[15]);
}

bool isPublicV6(const Q_IPV6ADDR &address)
{
    const quint64 high = leadingBytes(address, 8);
    const quint32 next = quint32(address[8]) << 24 | address[9] << 16 | address[10] << 8 | address[11];
    const bool isMapped = high == 0 && next == 0x0000'ffff;
    const bool isNat64 = high == 0x0064'ff9b'0000'0000 && next == 0;
    if (isMapped || isNat64)
        return isPublicV4(embeddedV4(address));
    if (high >> 61 != 1) // 2000::/3
        return false;
    const quint64 first48 = high >> 16;
    return std::none_of(std::begin(specialV6), std::end(specialV6), [first48](const V6Block &block) {
        const quint64 start = quint64(block.start[0]) << 32 | quint64(block.start[1]) << 16 | block.start[2];
        return (first48 ^ start) >> (48 - block.prefix) == 0;
    });
}

// Fetch standard, "port blocking", 2026-03.
bool isBlockedPort(int port)
{
    static constexpr int blocked[] = {
        0,    1,    7,    9,    11,   13,   15,   17,   19,   20,   21,   22,   23,   25,   37,    42,   43,
        53,   69,   77,   79,   87,   95,   101,  102,  103,  104,  109,  110,  111,  113,  115,   117,  119,
        123,  135,  137,  139,  143,  161,  179,  389,  427,  465,  512,  513,  514,  515,  526,   530,  531,
        532,  540,  548,  554,  556,  563,  587,  601,  636,  989,  990,  993,  995,  1719, 1720,  1723, 2049,
        3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    };
    return std::binary_search(std::begin(blocked), std::end(blocked), port);
}

// RFC 6761 (localhost), RFC 6762 (.local), RFC 8375 (.home.arpa), ICANN's .internal, and .lan, which many
// home routers give out. A single label is looked up in the network's own domain.
bool isLocalName(const QString &host)
{
    static constexpr QLatin1StringView endings[] = {".localhost"_L1, ".local"_L1, ".internal"_L1,
                                                    ".home.arpa"_L1, ".lan"_L1};
    return !host.contains(u'.') || host == "home.arpa"_L1 ||
           std::any_of(std::begin(endings), std::end(endings),
                       [&host](QLatin1StringView ending) { return host.endsWith(ending); });
}

bool isAllowedHost(const QString &written)
{
    QString host = written.toLower();
    while (host.endsWith(u'.')) // the root; names with and without it are the same
        host.chop(1);
    QHostAddress literal;
    if (literal.setAddress(host))
        return isPublicAddress(literal);
    return !isLocalName(host);
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    switch (address.protocol()) {
    case QAbstractSocket::IPv4Protocol:
        return isPublicV4(address.toIPv4Address());
    case QAbstractSocket::IPv6Protocol:
        return address.scopeId().isEmpty() && isPublicV6(address.toIPv6Address());
    default:
        return false;
    }
}

QList<QHostAddress> addressesToTry(QList<QHostAddress> addresses)
{
    const auto others =
        std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
            return address.protocol() == QAbstractSocket::IPv4Protocol;
        });
    const qsizetype mostOfIpv4 = mostAddressesTried - (others == addresses.end() ? 0 : 1);
    const qsizetype ofIpv4 = std::min<qsizetype>(others - addresses.begin(), mostOfIpv4);
    addresses.erase(addresses.begin() + ofIpv4, others);
    return addresses.mid(0, mostAddressesTried);
}

bool mayFetch(const QUrl &url)
{
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return false;
    if (!url.userInfo().isEmpty() || (url.port() != -1 && isBlockedPort(url.port())))
        return false;
    return isAllowedHost(url.host(QUrl::FullyEncoded));
}

ImageType imageType(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return ImageType::Png;
    if (bytes.startsWith("\xff\xd8\xff"))
        return ImageType::Jpeg;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return ImageType::Gif;
    if (bytes.size() >= 12 && bytes.startsWith("RIFF") && bytes.sliced(8, 4) == "WEBP")
        return ImageType::WebP;
    return ImageType::Unknown;
}

QByteArray contentType(ImageType type)
{
    switch (type) {
    case ImageType::Png:
        return "image/png";
    case ImageType::Jpeg:
        return "image/jpeg";
    case ImageType::Gif:
        return "image/gif";
    case ImageType::WebP:
        return "image/webp";
    case ImageType::Unknown:
        break;
    }
    return "application/octet-stream";
}

QSize imageSize(QByteArrayView bytes)
{
    const QSize size = readImageHeader(bytes).size;
    return size.isEmpty() ? QSize() : size;
}

bool isDot(QByteArrayView bytes)
{
    return imageSize(bytes) == QSize(1, 1);
}

ImageFailure checkImage(QByteArrayView bytes)
{
    if (bytes.size() > maximumImageBytes)
        return ImageFailure::TooLarge;
    const ImageHeader header = readImageHeader(bytes);
    if (header.type == ImageType::Unknown)
        return ImageFailure::NotAPicture;
    if (header.size.isEmpty())
        return ImageFailure::Damaged;
    const qint64 pixels = qint64(header.size.width()) * header.size.height();
    if (std::max(header.size.width(), header.size.height()) > maximumImageSide || pixels > maximumImagePixels)
        return ImageFailure::TooLarge;
    if (header.frames == 1)
        return ImageFailure::None;
    const bool isTooLong =
        header.frames > maximumAnimationFrames || header.frames * pixels > maximumAnimationPixels;
    return isTooLong ? ImageFailure::TooLarge : ImageFailure::None;
}

#include "app/page/picturesource.h"

#include "app/page/srcset.h"
#include "app/page/styletranslation.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int largestSide = 16'384; // security.md 3; a declared size beyond is no size
constexpr int tallestInLine = 40;   // CSS pixels: two lines of text

quint32 bigEndian(const QByteArray &bytes, qsizetype at)
{
    quint32 result = 0;
    for (qsizetype i = at; i < at + 4; ++i)
        result = (result << 8) | static_cast<uchar>(bytes.at(i));
    return result;
}

QSize writtenSize(const QByteArray &bytes)
{
    if (bytes.startsWith("GIF8") && bytes.size() > 9)
        return {static_cast<uchar>(bytes.at(6)) | static_cast<uchar>(bytes.at(7)) << 8,
                static_cast<uchar>(bytes.at(8)) | static_cast<uchar>(bytes.at(9)) << 8};
    if (bytes.startsWith("\x89PNG\r\n\x1a\n") && bytes.size() > 23)
        return {static_cast<int>(bigEndian(bytes, 16) & 0x7fffffff),
                static_cast<int>(bigEndian(bytes, 20) & 0x7fffffff)};
    return {};
}

// Empty where the header names a side that no picture may have.
QSize headerSize(const QByteArray &bytes)
{
    const QSize size = writtenSize(bytes);
    return std::max(size.width(), size.height()) <= largestSide ? size : QSize();
}

bool isPicture(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xff\xd8\xff") ||
           bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a") ||
           (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP");
}

// Names that generators of lazy pages give to what stands in for the real picture.
bool isStandIn(const QByteArray &written)
{
    if (written.isEmpty())
        return true;
    static const QRegularExpression standIn(
        u"(?:^|[/"
        u"_.-])(?:blank|spacer|transparent|placeholder|loading|lazy|lazyload|lazy-?load|gr[ae]y|pixel|1x1|"
        u"default|empty|null|undefined)(?:\\.(?:gif|png|svg|jpe?g|webp))?(?:[?#].*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(written).trimmed();
    // What is longer is no address, and the pattern would try it from every slash.
    if (text.size() > longestWrittenAddress)
        return true;
    return text.isEmpty() || text.startsWith(u"data:", Qt::CaseInsensitive) || text.startsWith(u"about:") ||
           isPlaceholderImage(text) || standIn.match(text).hasMatch();
}

int side(const QByteArray &value)
{
    QByteArray number = value.trimmed().toLower();
    if (number.endsWith("px"))
        number.chop(2);
    bool isNumber = false;
    const double result = number.toDouble(&isNumber);
    return isNumber && result >= 0 && result <= largestSide ? qRound(result) : -1;
}

// "640,460" or "640x460".
QSize pairOf(QByteArray value)
{
    const QList<QByteArray> sides = value.replace('x', ',').split(',');
    return sides.size() == 2 ? QSize(side(sides.at(0)), side(sides.at(1))) : QSize(-1, -1);
}

QSize declaredSize(const HtmlNode &image)
{
    const auto sides = [&image](QByteArrayView width, QByteArrayView height) {
        return QSize(side(image.value(width)), side(image.value(height)));
    };
    const QList<QSize> sizes{sides("width", "height"), translatedStyle(image.value("style")).size,
                             pairOf(image.value("data-size")), sides("data-width", "data-height"),
                             sides("data-rawwidth", "data-rawheight")};
    for (const QSize &size : sizes) {
        if (size.width() >= 0 && size.height() >= 0)
            return size;
    }
    for (const QSize &size : sizes.first(2)) {
        if (size.width() > 0 || size.height() > 0)
            return size;
    }
    return {-1, -1};
}

bool isSmallPicture(const HtmlNode &image, const QSize &size, const ImageAddress &address)
{
    static const QRegularExpression inLine(
        u"\\b(?:emoji|emoticon|wp-smiley|latex|mathjax|equation|formula|math)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inLineAddress(
        u"/(?:emoji|smilies|emoticons?)/|[/?]tex=|/equation\\?|/latex"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (size.height() > 0)
        return size.height() <= tallestInLine;
    return inLine.match(QString::fromUtf8(image.value("class"))).hasMatch() ||
           inLineAddress.match(address.url.toString(QUrl::FullyEncoded)).hasMatch();
}

struct Offer {
    QByteArray address;
    bool isStandIn = false;
};

// All addresses that the image offers, best first.
QList<Offer> offers(const HtmlNode &image, const QList<QByteArray> &sources)
{
    QList<Offer> result;
    const auto choose = [&result](const QByteArray &srcset) {
        const QString chosen = chosenCandidate(srcsetCandidates(QString::fromUtf8(srcset)));
        if (!chosen.isEmpty() && !isStandIn(chosen.toUtf8()))
            result.append({chosen.toUtf8()});
    };
    choose(image.value("srcset"));
    const QByteArray src = image.value("src");
    const bool isSourceReal = !isStandIn(src);
    if (isSourceReal)
        result.append({src});
    for (const char *name :
         {"data-original", "data-src", "data-original-src", "data-lazy-src", "data-actualsrc", "_src"}) {
        if (const QByteArray value = image.value(name); !isStandIn(value))
            result.append({value});
    }
    choose(image.value("data-srcset"));
    for (const QByteArray &source : sources)
        choose(source);
    if (!isSourceReal)
        result.append({src, true});
    return result;
}

// Whatever else the image offers is worth a try where the first address fails; a stand-in is not.
void appendOthers(ImageAddress *address, const QList<Offer> &rest, const QUrl &base)
{
    constexpr qsizetype most = 8;
    for (const Offer &offer : rest) {
        const QUrl url = offer.isStandIn ? QUrl() : imageAddress(QString::fromUtf8(offer.address), base).url;
        const bool isNew = url.isValid() && url != address->url && !address->others.contains(url);
        if (isNew && address->others.size() < most)
            address->others.append(url);
    }
}

bool isDot(const QSize &size)
{
    return size.width() >= 0 && size.height() >= 0 && size.width() <= 1 && size.height() <= 1;
}

}

std::optional<InlinePicture> inlinePicture(const QByteArray &address)
{
    static const QRegularExpression head(u"^\\s*data:image/[a-z0-9.+-]*(?:;[a-z0-9=-]+)*?(;base64)?,"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longestHead = 200;
    const QRegularExpressionMatch match = head.match(QString::fromLatin1(address.left(longestHead)));
    if (!match.hasMatch())
        return std::nullopt;
    const QByteArray data = QByteArray::fromPercentEncoding(address.mid(match.capturedLength()));
    const QByteArray bytes = match.captured(1).isEmpty() ? data : QByteArray::fromBase64(data);
    return isPicture(bytes) ? std::optional<InlinePicture>({bytes, headerSize(bytes)}) : std::nullopt;
}

std::optional<PictureSource> pictureSource(const HtmlNode &image, const QList<QByteArray> &sources,
                                           const QUrl &base)
{
    PictureSource result;
    result.size = declaredSize(image);
    if (isDot(result.size) || isDot(translatedStyle(image.value("style")).size))
        return std::nullopt;
    const QList<Offer> all = offers(image, sources);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QByteArray &offer = all.at(i).address;
        if (const std::optional<InlinePicture> picture = inlinePicture(offer)) {
            if (!picture->size.isEmpty() && isDot(picture->size))
                continue;
            result.inlineData = picture->bytes;
            if (result.size.width() < 0 && result.size.height() < 0 && !picture->size.isEmpty())
                result.size = picture->size;
        } else {
            result.address = imageAddress(QString::fromUtf8(offer), base);
            if (result.address.url.isValid())
                appendOthers(&result.address, all.sliced(i + 1), base);
        }
        if (!result.inlineData.isEmpty() || result.address.url.isValid()) {
            result.isSmall = isSmallPicture(image, result.size, result.address);
            return result;
        }
    }
    return std::nullopt;
}

QSize reservedSize(const PictureSource &source, const std::function<QSize(const QUrl &)> &knownSize)
{
    const QSize &declared = source.size;
    const bool hasWidth = declared.width() > 0;
    const bool hasHeight = declared.height() > 0;
    if (!knownSize || !source.address.url.isValid() || (hasWidth && hasHeight))
        return declared;
    const QSize known = knownSize(source.address.url);
    if (known.isEmpty())
        return declared;
    if (!hasWidth && !hasHeight)
        return known;
    const double scale =
        hasWidth ? double(declared.width()) / known.width() : double(declared.height()) / known.height();
    return (QSizeF(known) * scale).toSize().expandedTo({1, 1});
}

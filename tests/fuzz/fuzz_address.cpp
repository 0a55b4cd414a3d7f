#include "app/page/imageaddress.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

void requireClean(const QUrl &url, const QStringList &schemes)
{
    const QByteArray bytes = url.toEncoded(QUrl::FullyEncoded);
    const QString shown = QString::fromUtf8(bytes);
    require(schemes.contains(url.scheme()), u"scheme: "_s + shown);
    const bool isClean = std::all_of(bytes.cbegin(), bytes.cend(), [](char c) {
        return c > 0x20 && c < 0x7f && !QByteArrayView("\"'<>`").contains(c);
    });
    require(isClean && bytes.size() <= 4096, u"characters: "_s + shown);
    require(url.userInfo().isEmpty(), u"userinfo: "_s + shown);
    if (url.scheme().startsWith(u"http")) {
        require(!url.host().isEmpty(), u"host: "_s + shown);
        require(bytes.startsWith(url.scheme().toLatin1() + "://"), u"form: "_s + shown);
    }
    // Read again, it is the same address: nobody downstream sees another host.
    const QUrl again = QUrl::fromEncoded(bytes, QUrl::StrictMode);
    require(again.isValid() && again.host() == url.host() && again.toEncoded(QUrl::FullyEncoded) == bytes,
            u"read again: "_s + shown);
}

}

// The first line is the base, the rest an address as written.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const qsizetype line = bytes.indexOf('\n');
    const QUrl written = QUrl::fromEncoded(bytes.left(std::max<qsizetype>(line, 0)));
    const bool isBase = written.scheme() == u"https" || written.scheme() == u"http" || written.isLocalFile();
    const QUrl base = isBase && written.isValid() ? written : QUrl();
    const QString text = QString::fromUtf8(bytes.mid(line + 1));

    const ImageAddress address = imageAddress(text, base);
    if (address.url.isLocalFile()) {
        require(base.isLocalFile(), u"a file beside nothing"_s);
        const QString folder = base.resolved(QUrl(u"."_s)).toLocalFile();
        require(!address.url.toLocalFile().contains(u"/../"_s), u"file: "_s + address.url.toString());
    } else if (address.url.isValid()) {
        requireClean(address.url, {u"http"_s, u"https"_s});
    } else {
        require(address.others.isEmpty(), u"others without a first"_s);
    }
    if (address.proxyReferrer.isValid())
        requireClean(address.proxyReferrer, {u"http"_s, u"https"_s});
    for (const QUrl &other : address.others)
        requireClean(other, {u"http"_s, u"https"_s});
    if (const QUrl link = linkAddress(text, base); link.isValid())
        requireClean(link, {u"http"_s, u"https"_s, u"mailto"_s});
    // Plain ones are given back as they stand; a space before them has them looked at.
    require(linkAddress(text, base) == linkAddress(u' ' + text, base), u"plain link: "_s + text);
    require(imageAddress(text, base) == imageAddress(u' ' + text, base), u"plain picture: "_s + text);
    require(isPlaceholderImage(text) == isPlaceholderImage(u' ' + text), u"plain placeholder: "_s + text);
    return 0;
}

#include "app/page/imageaddress.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace
{

// Longest address that is looked at (security.md 1); what browsers and servers bear, too.
constexpr qsizetype maximumLength = 4096;

// Proxies stand around proxies: the sister dialect re-exports what the first one wrote.
constexpr int maximumWrappers = 4;

struct Wrapped {
    QString address;      // what stood inside
    QString referrer;     // the proxy's r=
    bool isAlive = false; // the proxy is worth asking when the address inside fails
};

// The white space that browsers ignore in an address (URL standard, "basic URL parser", steps 1 to 3).
QString trimmedAddress(QStringView written)
{
    QString text = written.toString();
    text.removeIf([](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; });
    const auto isSpace = [](QChar c) { return c.unicode() <= 0x20; };
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isSpace);
    const auto last = std::find_if_not(text.crbegin(), std::make_reverse_iterator(first), isSpace).base();
    return QString(first, last - first);
}

bool startsWithScheme(QStringView text, QStringView scheme)
{
    return text.startsWith(scheme, Qt::CaseInsensitive);
}

bool isAbsolute(QStringView text)
{
    return startsWithScheme(text, u"http://") || startsWithScheme(text, u"https://") ||
           text.startsWith(u"//");
}

// Some writers percent-encode the address as they should; most do not.
QString decodedOnce(const QString &text)
{
    const bool isEncoded = startsWithScheme(text, u"http%3a") || startsWithScheme(text, u"https%3a") ||
                           startsWithScheme(text, u"%2f");
    return isEncoded ? QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8())) : text;
}

// The value of one key of a query, up to the next '&'.
QString queryValue(QStringView query, QStringView key)
{
    for (const QStringView item : query.split(u'&')) {
        if (item.startsWith(key))
            return QString::fromUtf8(QByteArray::fromPercentEncoding(item.mid(key.size()).toUtf8()));
    }
    return {};
}

// "?http://host/a.jpg" and "?r=https://site&url=https://host/a.png?w=1&h=2#f": the address is raw, so it
// reaches to the end and a query parser would cut it.
std::optional<Wrapped> fromCorsProxy(QStringView query)
{
    if (isAbsolute(query) || startsWithScheme(query, u"http%3a") || startsWithScheme(query, u"https%3a"))
        return Wrapped{decodedOnce(query.toString()), {}};
    if (query.startsWith(u"url="))
        return Wrapped{decodedOnce(query.mid(4).toString()), {}};
    const qsizetype mark = query.indexOf(u"&url=");
    if (mark < 0)
        return std::nullopt;
    const QString referrer = query.startsWith(u"r=") ? query.mid(2, mark - 2).toString() : QString();
    return Wrapped{decodedOnce(query.mid(mark + 5).toString()), decodedOnce(referrer)};
}

// "host/a.png", as these proxies want it, to an address. "ssl:" is an old way to say https.
std::optional<Wrapped> fromLivingProxy(QString inner)
{
    if (inner.startsWith(u"ssl:"))
        inner.remove(0, 4);
    while (inner.startsWith(u'/'))
        inner.remove(0, 1);
    if (inner.isEmpty())
        return std::nullopt;
    return Wrapped{isAbsolute(inner) ? inner : u"https://"_s + inner, {}, true};
}

std::optional<Wrapped> unwrapped(const QString &text)
{
    static const QRegularExpression parts(u"^(?:https?:)?//([^/?#]+)(/[^?#]*)?(?:\\?(.*))?$"_s,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression wordPress(u"^i[0-9]\\.wp\\.com$"_s);
    const QRegularExpressionMatch match = parts.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString host = match.captured(1).toLower();
    if (host.startsWith(u"cors."))
        return fromCorsProxy(match.capturedView(3));
    if (wordPress.match(host).hasMatch())
        return fromLivingProxy(match.captured(2));
    if (host == u"images.weserv.nl" || host == u"wsrv.nl")
        return fromLivingProxy(queryValue(match.capturedView(3), u"url="));
    return std::nullopt;
}

// Dot segments by RFC 3986 5.2.4, default ports dropped. Not QUrl::NormalizePathSegments, which would also
// join the slashes of https://archive/web/https://host/.
QUrl normalised(const QUrl &url)
{
    QUrl result = url.resolved(url);
    if (result.port() == (result.scheme() == u"https" ? 443 : 80))
        result.setPort(-1);
    return result;
}

// Checked and written in the one form that everybody reads alike; invalid where a rule is broken.
QUrl encoded(const QUrl &url)
{
    QByteArray bytes = url.toEncoded(QUrl::FullyEncoded);
    bytes.replace('\'', "%27");
    const bool isClean = std::all_of(bytes.cbegin(), bytes.cend(), [](char c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != '<' && c != '>' && c != '`';
    });
    return isClean && bytes.size() <= maximumLength ? QUrl::fromEncoded(bytes, QUrl::StrictMode) : QUrl();
}

QUrl resolvedAddress(QString text, const QUrl &base)
{
    if (text.startsWith(u"//") && base.scheme() != u"http")
        text.prepend(u"https:");
    const QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid())
        return {};
    return url.isRelative() && base.isValid() ? base.resolved(url) : url;
}

constexpr std::array<bool, 128> charactersOf(const char *marks, bool withCapitals)
{
    std::array<bool, 128> result{};
    for (size_t i = 0; i < result.size(); ++i)
        result.at(i) =
            (i >= '0' && i <= '9') || (i >= 'a' && i <= 'z') || (withCapitals && i >= 'A' && i <= 'Z');
    for (; *marks; ++marks)
        result.at(static_cast<size_t>(*marks)) = true;
    return result;
}

bool consistsOf(QStringView text, const std::array<bool, 128> &allowed)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [&allowed](QChar c) { return c.unicode() < 128 && allowed[c.unicode()]; });
}

// A name of small letters with parts of a usual length, of which the last is no number; none of the proxies
// that take an address for a path.
bool isPlainHost(QStringView host)
{
    static constexpr std::array<bool, 128> characters = charactersOf("-.", false);
    constexpr qsizetype longest = 60;
    const QStringView last = host.sliced(host.lastIndexOf(u'.') + 1);
    return host.size() <= longest && last.size() < host.size() && last.size() > 1 && last.front() >= u'a' &&
           host.front() != u'.' && host.front() != u'-' && !host.contains(u"..") && !host.contains(u".-") &&
           !host.contains(u"-.") && !host.contains(u"--") && !host.endsWith(u'-') &&
           !host.endsWith(u".wp.com") && !host.startsWith(u"cors.") && !host.endsWith(u"weserv.nl") &&
           host != u"wsrv.nl" && consistsOf(host, characters);
}

enum class Query : quint8 { Refused, Allowed };

// True for an address that all the rules here give back as it stands: most are so, and QUrl takes its time to
// find out. Nothing encoded, no dot segments, nothing that a proxy might be asked for. A link's query may
// hold what is taken out of it.
bool isPlainAddress(QStringView text, Query query = Query::Refused)
{
    static constexpr std::array<bool, 128> inPath = charactersOf("-._~/", true);
    static constexpr std::array<bool, 128> inQuery = charactersOf("-._~/?&=", true);
    const qsizetype host = text.startsWith(u"https://") ? 8 : text.startsWith(u"http://") ? 7 : 0;
    const qsizetype start = host == 0 ? -1 : text.indexOf(u'/', host);
    if (start <= host || text.size() > maximumLength || !isPlainHost(text.sliced(host, start - host)))
        return false;
    const qsizetype mark = query == Query::Allowed ? text.indexOf(u'?', start) : -1;
    const QStringView path = text.sliced(start, mark < 0 ? text.size() - start : mark - start);
    return consistsOf(path, inPath) && !path.contains(u"//") && !path.contains(u"/.") &&
           (mark < 0 || consistsOf(text.sliced(mark), inQuery));
}

// http and https with a host and without userinfo (QUrl calls http:/foo and http:////foo valid).
QUrl webAddress(const QString &text, const QUrl &base)
{
    if (text.isEmpty() || text.size() > maximumLength)
        return {};
    if (isPlainAddress(text, Query::Allowed))
        return QUrl(text, QUrl::StrictMode);
    const QUrl url = resolvedAddress(text, base);
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.authority().contains(u'@'))
        return {};
    return encoded(normalised(url));
}

// A picture beside the article, for an archive that knows no address of its own: nothing above its folder.
QUrl fileAddress(const QString &text, const QUrl &base)
{
    const QUrl url = resolvedAddress(text, base);
    if (!base.isLocalFile() || !url.isLocalFile() || !url.host().isEmpty() || url.hasQuery())
        return {};
    const QString folder = QDir::cleanPath(base.resolved(QUrl(u"."_s)).toLocalFile());
    const QString path = QDir::cleanPath(url.toLocalFile());
    const bool isBelow = path.startsWith(folder + u'/') && !path.contains(QChar(u'\0'));
    return isBelow ? QUrl::fromLocalFile(path) : QUrl();
}

// https://site//cdn.host/a.png: the generator put its origin before a protocol-relative address.
QUrl unspoilt(const QUrl &url)
{
    static const QRegularExpression spoilt(u"^//((?:[a-z0-9-]+\\.)+[a-z]{2,}/.+)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const QString path = url.path(QUrl::FullyEncoded);
    const QRegularExpressionMatch match =
        path.startsWith(u"//") ? spoilt.match(path) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return {};
    const QString query = url.hasQuery() ? u'?' + url.query(QUrl::FullyEncoded) : QString();
    return webAddress(u"https://"_s + match.captured(1) + query, {});
}

// Browsers read '\' before the query as '/' (URL standard, special schemes).
QString withSlashes(QString text)
{
    if (!text.contains(u'\\'))
        return text;
    for (qsizetype i = 0; i < text.size() && text.at(i) != u'?' && text.at(i) != u'#'; ++i) {
        if (text.at(i) == u'\\')
            text[i] = u'/';
    }
    return text;
}

bool isTracking(QStringView key)
{
    static const QStringList names{u"fbclid"_s,  u"gclid"_s,  u"dclid"_s,  u"gbraid"_s, u"wbraid"_s,
                                   u"msclkid"_s, u"mc_cid"_s, u"mc_eid"_s, u"igshid"_s, u"yclid"_s,
                                   u"twclid"_s,  u"_hsenc"_s, u"_hsmi"_s,  u"vero_id"_s};
    return key.startsWith(u"utm_") || names.contains(key);
}

QUrl withoutTracking(QUrl url)
{
    if (!url.hasQuery())
        return url;
    QStringList items = url.query(QUrl::FullyEncoded).split(u'&');
    const qsizetype removed = items.removeIf(
        [](const QString &item) { return isTracking(QStringView(item).left(item.indexOf(u'=')).trimmed()); });
    if (removed > 0)
        url.setQuery(items.isEmpty() ? QString() : items.join(u'&'), QUrl::StrictMode);
    return url;
}

// Sites that send the reader through a page of their own: what they lead to stands in target=.
QString redirectTarget(const QString &text)
{
    static const QRegularExpression redirector(u"^https?://link\\.(?:juejin\\.cn|zhihu\\.com)/\\?(.*)$"_s);
    const QRegularExpressionMatch match = redirector.match(text);
    const QString target = match.hasMatch() ? queryValue(match.capturedView(1), u"target=") : QString();
    return target.isEmpty() ? text : trimmedAddress(target);
}

struct Unwrapping {
    QString address;
    QString referrer;
    QStringList livingProxies;
};

Unwrapping unwrappedFully(QStringView written)
{
    Unwrapping result{withSlashes(trimmedAddress(written)), {}, {}};
    for (int i = 0; i < maximumWrappers; ++i) {
        const std::optional<Wrapped> inner = unwrapped(result.address);
        if (!inner)
            break;
        if (inner->isAlive)
            result.livingProxies.append(result.address);
        if (result.referrer.isEmpty())
            result.referrer = inner->referrer;
        result.address = trimmedAddress(inner->address);
    }
    return result;
}

bool isPlaceholder(const QString &address)
{
    static const QRegularExpression placeholder(
        u"^(?:https?:)?//(?:picsum\\.photos/.*[?&]random\\b|(?:www\\.)?jianshu\\.com/p/undefined\\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return address.isEmpty() || placeholder.match(address).hasMatch();
}

}

ImageAddress imageAddress(QStringView written, const QUrl &base)
{
    if (written.size() > longestWrittenAddress)
        return {};
    ImageAddress result;
    if (isPlainAddress(written, Query::Allowed)) {
        if (!isPlaceholder(written.toString()))
            result.url = QUrl(written.toString(), QUrl::StrictMode);
        return result;
    }
    const Unwrapping unwrapping = unwrappedFully(written);
    if (isPlaceholder(unwrapping.address))
        return {};
    result.proxyReferrer = webAddress(unwrapping.referrer, {});
    const QUrl ownBase = base.isValid() ? base : result.proxyReferrer;
    result.url = webAddress(unwrapping.address, ownBase);
    if (!result.url.isValid())
        result.url = fileAddress(unwrapping.address, ownBase);
    if (!result.url.isValid())
        return {};
    if (const QUrl mended = unspoilt(result.url); mended.isValid()) {
        result.others.append(result.url);
        result.url = mended;
    }
    for (const QString &proxy : unwrapping.livingProxies) {
        if (const QUrl url = webAddress(proxy, {}); url.isValid())
            result.others.append(url);
    }
    return result;
}

QUrl linkAddress(QStringView written, const QUrl &base, Tracking tracking)
{
    if (written.size() > longestWrittenAddress)
        return {};
    if (isPlainAddress(written))
        return QUrl(written.toString(), QUrl::StrictMode);
    const QString text = trimmedAddress(written);
    if (startsWithScheme(text, u"mailto:")) {
        const QUrl url(text, QUrl::TolerantMode);
        return url.isValid() && !url.path().isEmpty() && url.authority().isEmpty() ? encoded(url) : QUrl();
    }
    const Unwrapping unwrapping = unwrappedFully(text);
    const QUrl referrer = webAddress(unwrapping.referrer, {});
    const QUrl url = webAddress(redirectTarget(unwrapping.address), base.isValid() ? base : referrer);
    return tracking == Tracking::Kept ? url : withoutTracking(url);
}

bool isPlaceholderImage(QStringView written)
{
    return isPlainAddress(written, Query::Allowed) ? isPlaceholder(written.toString())
                                                   : isPlaceholder(unwrappedFully(written).address);
}

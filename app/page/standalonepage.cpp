#include "app/page/standalonepage.h"

namespace
{

// Where the attribute value that begins at `from` ends. Values are ours: always in double quotes, `"`
// escaped.
qsizetype valueEnd(const QByteArray &page, qsizetype from)
{
    const qsizetype quote = page.indexOf('"', from);
    return quote < 0 ? page.size() : quote;
}

// Replaces each attribute that starts with `start` (a name, ="  and the first part of its value) by what
// `replacement` makes of the rest of the value. One pass: what is put in is never looked at.
template <typename Replacement>
QByteArray replaced(const QByteArray &page, const QByteArray &start, const Replacement &replacement)
{
    QByteArray result;
    qsizetype from = 0;
    for (qsizetype at = page.indexOf(start); at >= 0; at = page.indexOf(start, from)) {
        const qsizetype value = at + start.size();
        const qsizetype end = valueEnd(page, value);
        result += page.mid(from, at - from) + replacement(page.mid(value, end - value));
        from = qMin(end + 1, page.size());
    }
    return result + page.mid(from);
}

}

QByteArray dataAddress(const QByteArray &contentType, const QByteArray &bytes)
{
    return "data:" + contentType + ";base64," + bytes.toBase64();
}

QByteArray standalonePage(const QByteArray &page, const QHash<QByteArray, QByteArray> &pictures)
{
    QByteArray result = page;
    // The first occurrence is the page's own policy: it stands before anything of the article.
    const QByteArray policy = "img-src article-image:;";
    const qsizetype place = result.indexOf(policy);
    if (place >= 0)
        result.replace(place, policy.size(), "img-src data:;");
    // Text cannot look like this: in it every quotation mark is escaped, as in every attribute.
    result = replaced(result, "src=\"article-image://i/", [&pictures](const QByteArray &key) {
        const QByteArray address = pictures.value(key);
        return address.isEmpty() ? QByteArray() : "src=\"" + address + '"';
    });
    return replaced(result, " href=\"article-command://", [](const QByteArray &) { return QByteArray(); });
}

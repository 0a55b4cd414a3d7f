#pragma once

#include "app/page/safehtml.h"
#include "tests/safehtmlgrammar.h"

// What holds for any input whatsoever (security.md 4). Returns the first breach, or nothing.
inline QString brokenInvariant(const SafeHtml &page)
{
    using namespace Qt::StringLiterals;
    const QString html = QString::fromUtf8(page.html());
    if (const QString fault = grammarFault(html); !fault.isEmpty())
        return fault;
    static const QRegularExpression addressed(u"=\"\\s*(?:javascript|data|vbscript):"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression values(u"=\"[^\"]*\""_s);
    static const QRegularExpression never(u"<!|<\\?|<[^>]*\\s(?:on[a-z]+|style)="_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (html.contains(addressed) || QString(html).replace(values, u"="_s).contains(never))
        return u"never: "_s + html;
    QSet<QString> keys;
    for (const PagePicture &picture : page.pictures()) {
        keys.insert(QString::fromLatin1(picture.key));
        if (picture.address.url.isValid() != picture.inlineData.isEmpty())
            return u"a picture without or with two sources"_s;
    }
    if (keys.size() != page.pictures().size())
        return u"two pictures under one key"_s;
    static const QRegularExpression source(u"src=\"article-image://i/([^\"]*)\""_s);
    QRegularExpressionMatchIterator sources = source.globalMatch(html);
    while (sources.hasNext()) {
        if (const QString key = sources.next().captured(1); !keys.contains(key))
            return u"unknown picture "_s + key;
    }
    static const QRegularExpression rule(
        u"^(?:\\.[fb]g-[0-9a-f]{6}|[ ,](?=\\.))+\\{(?:background-)?color:#[0-9a-f]{6}\\}$"_s);
    const QStringList rules = QString::fromLatin1(page.styleRules()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &each : rules) {
        if (!rule.match(each).hasMatch())
            return u"style rule: "_s + each;
    }
    return {};
}

// The page as a stranger would write it: pictures under their own addresses.
inline QString asStranger(const SafeHtml &page)
{
    using namespace Qt::StringLiterals;
    QString html = QString::fromUtf8(page.html());
    for (const PagePicture &picture : page.pictures()) {
        const QString address =
            picture.inlineData.isEmpty()
                ? picture.address.url.toString(QUrl::FullyEncoded).toHtmlEscaped()
                : u"data:image/png;base64,"_s + QString::fromLatin1(picture.inlineData.toBase64());
        html.replace(u"\"article-image://i/"_s + QString::fromLatin1(picture.key) + u'"',
                     u'"' + address + u'"');
    }
    return html;
}

// Classes are ours alone: a stranger's are not let through, and a span without any goes.
inline QString withoutClasses(QString html)
{
    using namespace Qt::StringLiterals;
    static const QRegularExpression ownClass(u" class=\"[^\"]*\""_s);
    html.remove(ownClass);
    static const QRegularExpression span(u"</?span>"_s);
    return html.remove(span);
}

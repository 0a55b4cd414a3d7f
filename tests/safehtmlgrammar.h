#pragma once

#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

// The output grammar of security.md 1, written a second time and without looking at the sanitizer: what it
// lets through is what a page may hold. Returns the first fault, or nothing.
inline QString grammarFault(const QString &html)
{
    using namespace Qt::StringLiterals;
    static const QSet<QString> elements = [] {
        const QString names = u"a abbr acronym address article aside b bdi bdo big blockquote br caption "
                              u"center cite code col colgroup "
                              "dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 "
                              "header hgroup hr i img ins kbd "
                              "li main mark nav ol p pre q rp rt ruby s samp section small span strike "
                              "strong sub summary sup table "
                              "tbody td tfoot th thead time tr tt u ul var wbr"_s;
        const QStringList list = names.split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    static const QSet<QString> voids{u"br"_s, u"col"_s, u"hr"_s, u"img"_s, u"wbr"_s};
    static const QHash<QString, QRegularExpression> values = [] {
        const QString number = u"^[1-9][0-9]{0,4}$"_s;
        const QString span = u"^[1-9][0-9]{0,2}$"_s;
        const QString color = u"[fb]g-[0-9a-f]{6}"_s;
        const QString own =
            u"uc-embed|uc-math|uc-inline-picture|uc-block-picture|uc-pre-wrap|uc-float-left|uc-float-right|"_s;
        return QHash<QString, QRegularExpression>{
            {u"href"_s,
             QRegularExpression(u"^(?:https?://[!#-%&(-;=?-_a-~]+|mailto:[!#-%&(-;=?-_a-~]+|#uc-[0-9]+)$"_s)},
            {u"rel"_s, QRegularExpression(u"^noopener noreferrer$"_s)},
            {u"src"_s, QRegularExpression(u"^article-image://i/[a-z0-9]+$"_s)},
            {u"id"_s, QRegularExpression(u"^uc-[0-9]+$"_s)},
            {u"class"_s,
             QRegularExpression(u"^(?:"_s + own + color + u")(?: (?:"_s + own + color + u"))*$"_s)},
            {u"width"_s, QRegularExpression(number)},
            {u"height"_s, QRegularExpression(number)},
            {u"colspan"_s, QRegularExpression(span)},
            {u"rowspan"_s, QRegularExpression(span)},
            {u"span"_s, QRegularExpression(span)},
            {u"scope"_s, QRegularExpression(u"^(?:row|col)(?:group)?$"_s)},
            {u"dir"_s, QRegularExpression(u"^(?:ltr|rtl|auto)$"_s)},
            {u"lang"_s, QRegularExpression(u"^[A-Za-z0-9-]{1,35}$"_s)},
            {u"align"_s, QRegularExpression(u"^(?:left|right|center|justify)$"_s)},
            {u"valign"_s, QRegularExpression(u"^(?:top|middle|bottom|baseline)$"_s)},
            {u"start"_s, QRegularExpression(u"^-?[0-9]{1,7}$"_s)},
            {u"value"_s, QRegularExpression(u"^-?[0-9]{1,7}$"_s)},
            {u"type"_s, QRegularExpression(u"^[1aAiI]$"_s)},
            {u"reversed"_s, QRegularExpression(u"^$"_s)},
            {u"open"_s, QRegularExpression(u"^$"_s)},
            {u"datetime"_s, QRegularExpression(u"^[A-Za-z0-9+:. -]{1,40}$"_s)},
            {u"title"_s, QRegularExpression(u"."_s)},
            {u"alt"_s, QRegularExpression(QString())}};
    }();
    static const QRegularExpression tag(u"\\G<(/?)([a-z][a-z0-9]*)((?: [a-z]+=\"[^\"<>]*\")*)>"_s);
    static const QRegularExpression attribute(u" ([a-z]+)=\"([^\"]*)\""_s);

    QStringList open;
    for (qsizetype at = 0; at < html.size();) {
        const QChar c = html.at(at);
        if (c == u'&') {
            const QStringView rest = QStringView(html).sliced(at).left(6);
            const auto starts = [rest](QStringView name) { return rest.startsWith(name); };
            if (!starts(u"&amp;") && !starts(u"&lt;") && !starts(u"&gt;") && !starts(u"&quot;"))
                return u"bare & at %1"_s.arg(at);
            at = html.indexOf(u';', at) + 1;
            continue;
        }
        if (c == u'>' || (c.unicode() < 0x20 && c != u'\n' && c != u'\t'))
            return u"bare character at %1"_s.arg(at);
        if (c != u'<') {
            ++at;
            continue;
        }
        const QRegularExpressionMatch match = tag.match(
            html, at, QRegularExpression::NormalMatch, QRegularExpression::DontCheckSubjectStringMatchOption);
        if (!match.hasMatch())
            return u"no tag of ours at %1: "_s.arg(at) + html.mid(at, 60);
        const QString name = match.captured(2);
        if (!elements.contains(name))
            return u"element "_s + name;
        at = match.capturedEnd();
        if (!match.captured(1).isEmpty()) {
            if (open.isEmpty() || open.takeLast() != name)
                return u"end tag "_s + name;
            continue;
        }
        if (!voids.contains(name))
            open.append(name);
        if (open.size() > 200)
            return u"too deep"_s;
        QString last;
        QRegularExpressionMatchIterator each = attribute.globalMatch(match.captured(3));
        while (each.hasNext()) {
            const QRegularExpressionMatch found = each.next();
            const QString attributeName = found.captured(1);
            QString value = found.captured(2);
            value.replace(u"&quot;"_s, u"\""_s).replace(u"&lt;"_s, u"<"_s);
            value.replace(u"&gt;"_s, u">"_s).replace(u"&amp;"_s, u"&"_s);
            if (attributeName <= last)
                return u"order of attributes: "_s + attributeName;
            last = attributeName;
            if (!values.contains(attributeName) || !values.value(attributeName).match(value).hasMatch())
                return u"attribute "_s + attributeName + u'=' + value;
            if ((attributeName == u"src" || attributeName == u"alt") && name != u"img")
                return u"attribute "_s + attributeName + u" on "_s + name;
            if ((attributeName == u"href" || attributeName == u"rel") && name != u"a")
                return u"attribute "_s + attributeName + u" on "_s + name;
        }
    }
    return open.isEmpty() ? QString() : u"unclosed "_s + open.last();
}

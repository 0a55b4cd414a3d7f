#include "tests/hostilecases.h"

#include "tests/hostilerows.h"

using namespace Qt::StringLiterals;

namespace
{

QString decoded(const char *text)
{
    return QString::fromUtf8(text).replace(u'␀', u'\0');
}

void appendAttacks(QList<HostileCase> *cases, const QList<HostileRow> &rows)
{
    for (const HostileRow &row : rows)
        cases->append({QString::fromUtf8(row.name), decoded(row.html), decoded(row.expected), {}, {}});
}

void appendHabits(QList<HostileCase> *cases, const QList<HostileRow> &rows)
{
    for (const HostileRow &row : rows)
        cases->append({QString::fromUtf8(row.name),
                       decoded(row.html),
                       {},
                       decoded(row.expected),
                       row.pictures ? decoded(row.pictures) : QString()});
}

// security.md 1, "Keep".
const QStringList &keptElements()
{
    static const QStringList names =
        u"a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col "
        "colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup "
        "hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub "
        "summary sup table tbody td tfoot th thead time tr tt u ul var wbr"_s.split(u' ');
    return names;
}

// Where the element may stand, so that parsers keep it.
QString surrounded(const QString &element, const QString &html)
{
    static const QStringList rows{u"td"_s, u"th"_s};
    static const QStringList groups{u"tbody"_s, u"thead"_s, u"tfoot"_s, u"caption"_s, u"colgroup"_s};
    if (rows.contains(element))
        return u"<table><tr>"_s + html + u"</table>"_s;
    if (element == u"tr")
        return u"<table>"_s + QString(html).replace(u"word"_s, u"<td>word"_s) + u"</table>"_s;
    if (element == u"col")
        return u"<table><colgroup>"_s + html + u"</table>word"_s;
    if (element == u"table")
        return QString(html).replace(u"word"_s, u"<td>word"_s);
    if (element == u"colgroup")
        return u"<table>"_s + QString(html).remove(u"word"_s) + u"</table>word"_s;
    if (groups.contains(element)) {
        const bool isCaption = element == u"caption";
        return u"<table>"_s + (isCaption ? html : QString(html).replace(u"word"_s, u"<tr><td>word"_s)) +
               u"</table>"_s;
    }
    return html;
}

QString withAttribute(const QString &element, const QString &attribute)
{
    return surrounded(element, u'<' + element + u' ' + attribute + u">word</"_s + element + u'>');
}

// HTML, SVG and their drafts; those of Internet Explorer are as dead as the browser.
const QStringList &handlers()
{
    static const QStringList names =
        u"onabort onafterprint onanimationend onanimationstart onauxclick onbeforecopy onbeforeinput "
        "onbeforematch onbeforepaste onbeforetoggle onbeforeunload onbegin onblur oncancel oncanplay "
        "onchange "
        "onclick onclose oncontextmenu oncopy oncuechange oncut ondblclick ondrag ondragend ondragenter "
        "ondragstart ondrop onend onended onerror onfocus onfocusin onformdata onfullscreenchange "
        "ongotpointercapture onhashchange oninput oninvalid onkeydown onkeypress onkeyup onload onloadeddata "
        "onloadstart onmessage onmousedown onmouseenter onmouseleave onmousemove onmouseover onmouseup "
        "onmousewheel onpageshow onpaste onplay onpointerdown onpointerenter onpointerover "
        "onpointerrawupdate "
        "onpopstate onprogress onrepeat onreset onresize onscroll onscrollend onsearch onseeked onselect "
        "onselectionchange onselectstart onshow onslotchange onstart onstorage onsubmit ontimeupdate "
        "ontoggle ontouchstart ontransitionend onunload onvolumechange onwebkitanimationend onwheel"_s.split(
            u' ');
    return names;
}

void appendHandlers(QList<HostileCase> *cases)
{
    for (const QString &element : keptElements()) {
        QString all;
        for (const QString &handler : handlers())
            all += handler + u"=alert(1) "_s;
        cases->append(
            {u"product: every handler on "_s + element, withAttribute(element, all), u"word"_s, {}, {}});
    }
    for (const QString &handler : handlers())
        cases->append({u"product: "_s + handler,
                       withAttribute(u"p"_s, handler + u"=\"alert(1)\" autofocus"_s),
                       u"word"_s,
                       {},
                       {}});
}

void appendAddresses(QList<HostileCase> *cases)
{
    const QStringList attributes =
        u"action archive background cite classid code codebase data data-actualsrc data-lazy-src "
        "data-original data-original-src data-src data-srcset dynsrc formaction href icon longdesc lowsrc "
        "manifest ping poster profile src srcdoc srcset style usemap xlink:href xml:base _src"_s.split(u' ');
    const QStringList values{u"javascript:alert(1)"_s, u"data:text/html,<script>alert(1)</script>"_s,
                             u"file:///etc/passwd"_s, u"article-image://i/t0p0"_s};
    for (const QString &element : keptElements()) {
        for (const QString &value : values) {
            QString all;
            for (const QString &attribute : attributes)
                all += attribute + u"=\""_s + value + u"\" "_s;
            const QString name =
                u"product: "_s + value.left(value.indexOf(u':')) + u" in every address of "_s;
            cases->append({name + element, withAttribute(element, all), u"word"_s, {}, {}});
        }
    }
}

// Whatever other attribute a rule looks at, or a browser might.
void appendAttributes(QList<HostileCase> *cases)
{
    const QString odd =
        u"align=x alt='\"><script>' class='x y' colspan=99999 contenteditable datetime='\"><script>' dir=x "
        "height=-2 hidden2 id=document is=x lang='\"' name=body open reversed rowspan=-1 scope=x slot=x "
        "span=0 start=1e9 style='background:url(//e.example);color:expression(x)' tabindex=0 target=_top "
        "title='\"><script>alert(1)</script>' type=x valign=x value='1\"' width=1e9"_s;
    for (const QString &element : keptElements())
        cases->append(
            {u"product: odd attributes on "_s + element, withAttribute(element, odd), u"word"_s, {}, {}});
}

// What is dropped stays dropped wherever it stands, and takes nothing else with it.
void appendDropped(QList<HostileCase> *cases)
{
    const QStringList dropped =
        u"script style template title textarea select datalist object applet svg canvas noembed noframes xmp "
        "listing map portal fencedframe iframe video audio noscript option optgroup frameset math embed meta "
        "link base input "
        "keygen area param track"_s.split(u' ');
    static const QStringList voids{u"br"_s, u"col"_s, u"colgroup"_s, u"hr"_s, u"img"_s, u"wbr"_s};
    for (const QString &element : keptElements()) {
        if (voids.contains(element))
            continue;
        QString all = u"word"_s;
        for (const QString &name : dropped)
            all += u'<' + name + u" onclick=alert(1) src=javascript:x href=javascript:x></"_s + name + u'>';
        cases->append({u"product: every dropped element in "_s + element,
                       surrounded(element, u'<' + element + u'>' + all + u"</"_s + element + u'>'),
                       u"word"_s,
                       {},
                       {}});
    }
    // The first ones have an end tag, and nothing of theirs is shown.
    for (const QString &name : dropped.first(dropped.indexOf(u"math"_s)))
        cases->append({u"product: dropped "_s + name,
                       u"<div>word<"_s + name + u" onload=alert(1)>x</"_s + name + u">end</div>"_s,
                       u"word"_s,
                       u"<div>wordend</div>"_s,
                       {}});
}

}

const QList<HostileCase> &hostileRows()
{
    static const QList<HostileCase> cases = [] {
        QList<HostileCase> result;
        for (const QList<HostileRow> &rows :
             {scriptRows(), addressRows(), elementRows(), foreignRows(), styleRows(), parsingRows()})
            appendAttacks(&result, rows);
        appendHabits(&result, habitRows());
        appendHabits(&result, pictureHabitRows());
        return result;
    }();
    return cases;
}

const QList<HostileCase> &hostileCases()
{
    static const QList<HostileCase> cases = [] {
        QList<HostileCase> result = hostileRows();
        appendHandlers(&result);
        appendAddresses(&result);
        appendAttributes(&result);
        appendDropped(&result);
        return result;
    }();
    return cases;
}

const QList<HostileCase> &hostileBombs()
{
    static const QList<HostileCase> cases = [] {
        QList<HostileCase> result;
        const auto bomb = [&result](const QString &name, const QString &html, const QString &kept = u"w"_s) {
            result.append({u"bomb: "_s + name, html, kept, {}, {}});
        };
        QString attributes = u"<p"_s;
        for (int i = 0; i < 100'000; ++i)
            attributes += u" a%1=b"_s.arg(i);
        QString formatting;
        for (int i = 0; i < 2'000; ++i)
            formatting += u"<b a%1=x><i b%1=y><p>w"_s.arg(i);
        QString colors;
        for (int i = 0; i < 20'000; ++i)
            colors += u"<b style=\"background:#%1\"><i style=\"color:#%2\">w</i></b>"_s
                          .arg(i * 2654435761U % 0xffffff, 6, 16, QChar(u'0'))
                          .arg(i * 40503U % 0xffffff, 6, 16, QChar(u'0'));
        bomb(u"100,000 div"_s, u"<div>w"_s.repeated(100'000));
        bomb(u"100,000 attributes"_s, attributes + u">w"_s);
        bomb(u"2,000 distinct b and i"_s, formatting);
        bomb(u"300,000 span"_s, u"<span>"_s.repeated(300'000) + u"w"_s);
        bomb(u"120 KB of span"_s, u"<span>"_s.repeated(20'000) + u"w"_s);
        bomb(u"above the size"_s, u"<p>w words here</p>\n"_s.repeated(150'000));
        bomb(u"too many nodes"_s, u"<b>w</b>"_s.repeated(150'000));
        bomb(u"open svg"_s, u"w"_s + u"<svg \""_s.repeated(200'000));
        bomb(u"open comments"_s, u"w"_s + u"<!--"_s.repeated(400'000));
        bomb(u"open quotes"_s, u"w"_s + u"<a b=\""_s.repeated(200'000));
        bomb(u"ampersands"_s, u"w"_s + u"&#"_s.repeated(700'000));
        bomb(u"nested tables"_s, u"<table><tr><td>w"_s.repeated(30'000));
        bomb(u"styles"_s,
             u"<span style=\"font-weight:bold;font-style:italic;color:red\">w"_s.repeated(20'000));
        bomb(u"breaks"_s, u"w"_s + u"<br>"_s.repeated(150'000));
        bomb(u"nested links"_s, u"<a href=x>w"_s.repeated(40'000));
        bomb(u"links"_s, u"<a href=/x>w</a>"_s.repeated(90'000));
        bomb(u"pictures"_s, u"w"_s + u"<img src=x>"_s.repeated(180'000));
        bomb(u"colours"_s, colors);
        bomb(u"names of stand-ins"_s, u"w<img src=\""_s + u"/lazy?"_s.repeated(300'000) + u"\nx\">"_s);
        bomb(u"candidates"_s, u"w<img srcset=\""_s + u"a 1x ((,"_s.repeated(200'000) + u"\">"_s);
        bomb(u"one style"_s, u"w<p style=\""_s + u"color:red;"_s.repeated(180'000) + u"\">"_s);
        bomb(u"one class"_s, u"w<p class=\""_s + u"fg-ff0000 "_s.repeated(180'000) + u"\">"_s);
        bomb(u"one address"_s, u"w<a href=\"https://h.example/"_s + u"../%E4"_s.repeated(300'000) + u"\">"_s);
        bomb(u"proxies"_s, u"w<a href=\""_s + u"https://cors.a.example/?"_s.repeated(80'000) + u"\">"_s);
        bomb(u"footnotes"_s, u"<a href=#a id=a>w</a>"_s.repeated(60'000));
        bomb(u"formulas"_s, u"w"_s + u"<math>"_s.repeated(100'000));
        bomb(u"noscript"_s, u"w"_s + u"<img><noscript>"_s.repeated(60'000));
        bomb(u"unknown names"_s, u"w"_s + u"<a-b/>"_s.repeated(190'000));
        bomb(u"end tags"_s, u"w"_s + u"</b>"_s.repeated(400'000));
        bomb(u"formatting around blocks"_s, u"<b><i><u><p>w</b>"_s.repeated(30'000));
        bomb(u"tables' text"_s, u"<table>w<tr>"_s.repeated(50'000));
        bomb(u"ruby"_s, u"<ruby><rt>w"_s.repeated(60'000));
        bomb(u"sources"_s,
             u"w<picture>"_s + u"<source srcset=x>"_s.repeated(50'000) + u"<img>"_s.repeated(1'000));
        bomb(u"breaks and spaces"_s, u"w"_s + u"<br> "_s.repeated(99'000));
        bomb(u"annotations"_s, u"<math>w"_s + u"<annotation encoding=tex>x"_s.repeated(60'000));
        bomb(u"noscript in noscript"_s, u"w<img>"_s + u"<noscript>"_s.repeated(120'000) + u"<img>"_s);
        bomb(u"one style, two classes"_s,
             u"w<p style=\""_s + u"white-space:pre;color:red;"_s.repeated(75'000) + u"\">"_s);
        bomb(u"names of proxies"_s,
             u"w"_s + u"<img src=//cors.a.example/?//cors.b.example/?x>"_s.repeated(20'000));
        bomb(u"white space"_s, u"w"_s + u" \n"_s.repeated(1'000'000));
        bomb(u"a long word"_s, u"w"_s.repeated(2'000'000));
        return result;
    }();
    return cases;
}

SanitizerContext hostileContext()
{
    SanitizerContext result;
    result.base = QUrl(u"https://s.example/news/a.html"_s);
    result.token = "t0";
    result.colors = themeColors(Theme::Light);
    result.labels = {u"Video: %1"_s, u"Audio: %1"_s, u"Frame: %1"_s};
    return result;
}

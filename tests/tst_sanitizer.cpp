#include "app/page/sanitizer.h"
#include "tests/htmlbombs.h"
#include "tests/safehtmlgrammar.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

SanitizerContext context()
{
    SanitizerContext result;
    result.base = QUrl(u"https://s.example/news/a.html"_s);
    result.token = "t0";
    result.colors = themeColors(Theme::Light);
    result.labels = {u"Video: %1"_s, u"Audio: %1"_s, u"Frame: %1"_s};
    return result;
}

SafeHtml safe(const QString &html)
{
    return sanitize(html, BodyFormat::Html, context());
}

// What holds for any input whatsoever; empty where it does.
QString brokenInvariant(const SafeHtml &page)
{
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
    static const QRegularExpression source(u"src=\"article-image://i/([^\"]*)\""_s);
    QRegularExpressionMatchIterator sources = source.globalMatch(html);
    while (sources.hasNext()) {
        if (const QString key = sources.next().captured(1); !keys.contains(key))
            return u"unknown picture "_s + key;
    }
    static const QRegularExpression rules(
        u"^(?:(?:\\.[fb]g-[0-9a-f]{6}|[ ,](?=\\.))+\\{(?:background-)?color:#[0-9a-f]{6}\\}\n)*$"_s);
    if (!rules.match(QString::fromLatin1(page.styleRules())).hasMatch())
        return u"style rules: "_s + QString::fromLatin1(page.styleRules());
    return {};
}

// The page as a stranger would write it: pictures under their own addresses.
QString rewritten(const SafeHtml &page)
{
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
QString withoutClasses(QString html)
{
    static const QRegularExpression ownClass(u" class=\"[^\"]*\""_s);
    html.remove(ownClass);
    static const QRegularExpression span(u"</?span>"_s);
    return html.remove(span);
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+"_s);
    QStringList result;
    QRegularExpressionMatchIterator words = word.globalMatch(text);
    while (words.hasNext())
        result.append(words.next().captured());
    return result;
}

const QString pixel = u"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs="_s;
const QString dot4 = u"data:image/gif;base64,R0lGODlhBAAEAIAAAAAAAP///yH5BAAAAAAALAAAAAAEAAQAAAIEhI+pWAA7"_s;

}

class TestSanitizer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attacks_data();
    void attacks();
    void hostileAttributes_data();
    void hostileAttributes();
    void habits_data();
    void habits();
    void pictures_data();
    void pictures();
    void bombs_data();
    void bombs();
    void deepNesting_staysWithinDepth();
    void manyPictures_leaveTheirText();
    void markdown_isSanitised();
    void colours_areMendedForTheTheme();
    void plainText_hasNoTags();
    void corpus_keepsItsText();
    void speed();
};

// Each row is only asked for the invariants, and that nothing of the payload is left.
void TestSanitizer::attacks_data()
{
    QTest::addColumn<QString>("html");
    const QStringList rows{
        u"<script>alert(1)</script>"_s,
        u"<SCRIPT SRC=//e.example/x.js></SCRIPT>"_s,
        u"<scr<script>ipt>alert(1)</scr</script>ipt>"_s,
        u"<script/x>alert(1)</script>"_s,
        u"<script>alert(1)"_s,
        u"<img src=x onerror=alert(1)>"_s,
        u"<img src='x'onerror=alert(1)>"_s,
        u"<img/src=x/onerror=alert(1)>"_s,
        u"<image src=x onerror=alert(1)>"_s,
        u"<img src=javascript:alert(1)>"_s,
        u"<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">"_s,
        u"<img src=\"data:text/html;base64,PHNjcmlwdD4=\">"_s,
        u"<img src=\"article-image://i/t0p0\">"_s,
        u"<img src=\"article://t/1\">"_s,
        u"<img src=\"file:///etc/passwd\">"_s,
        u"<img srcset=\"javascript:alert(1) 2x\">"_s,
        u"<img src=\"https://h.example/a.png\" alt='\"><script>alert(1)</script>'>"_s,
        u"<img src=\"https://h.example/a.png\" alt='` onerror=alert(1)'>"_s,
        u"<a href=javascript:alert(1)>a</a>"_s,
        u"<a href=\"JaVaScRiPt:alert(1)\">a</a>"_s,
        u"<a href=\"java\tscript:alert(1)\">a</a>"_s,
        u"<a href=\"java&#x0A;script:alert(1)\">a</a>"_s,
        u"<a href=\"&#1;javascript:alert(1)\">a</a>"_s,
        u"<a href=\"&#106;avascript&colon;alert(1)\">a</a>"_s,
        u"<a href=\" javascript:alert(1)\">a</a>"_s,
        u"<a href=\"vbscript:x\">a</a>"_s,
        u"<a href=\"data:text/html,<script>alert(1)</script>\">a</a>"_s,
        u"<a href=\"blob:https://h.example/x\">a</a>"_s,
        u"<a href=\"filesystem:https://h.example/x\">a</a>"_s,
        u"<a href=\"view-source:javascript:alert(1)\">a</a>"_s,
        u"<a href=\"//user:pass@h.example/\">a</a>"_s,
        u"<a href=\"https://h.example/\" target=_blank ping=//e.example download onclick=alert(1)>a</a>"_s,
        u"<a href=\"https://h.example/\" rel=\"opener\">a</a>"_s,
        u"<a name=\"x\" href=\"#x\" id=\"x\">a</a>"_s,
        u"<a href=\"#x\"><p id='x\" onclick=\"alert(1)'>a"_s,
        u"<form action=javascript:alert(1)><input type=submit formaction=javascript:alert(1)><button>b</button></form>"_s,
        u"<form id=a><input name=attributes></form>"_s,
        u"<input autofocus onfocus=alert(1)>"_s,
        u"<input type=image src=x onerror=alert(1)>"_s,
        u"<isindex action=javascript:alert(1) type=image>"_s,
        u"<keygen autofocus onfocus=alert(1)>"_s,
        u"<textarea autofocus onfocus=alert(1)></textarea><script>alert(1)</script>"_s,
        u"<select autofocus onfocus=alert(1)><option>1<script>alert(1)</script></select>"_s,
        u"<button autofocus onfocus=alert(1)>b</button>"_s,
        u"<body onload=alert(1)>a</body>"_s,
        u"</body></html><script>alert(1)</script>"_s,
        u"<html onclick=alert(1) manifest=x><head><base href=//e.example></head>"_s,
        u"<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>"_s,
        u"<iframe src=javascript:alert(1)></iframe>"_s,
        u"<iframe srcdoc='<script>alert(1)</script>'></iframe>"_s,
        u"<iframe src=\"data:text/html,<script>alert(1)</script>\"></iframe>"_s,
        u"<iframe><img src=x onerror=alert(1)></iframe>"_s,
        u"<object data=javascript:alert(1)><param name=x value=y></object>"_s,
        u"<embed src=javascript:alert(1)>"_s,
        u"<applet code=x><script>alert(1)</script></applet>"_s,
        u"<video src=javascript:alert(1) onerror=alert(1) poster=javascript:alert(1)></video>"_s,
        u"<video><source onerror=alert(1) src=x></video>"_s,
        u"<audio src=x onerror=alert(1)>"_s,
        u"<svg onload=alert(1)>"_s,
        u"<svg><script>alert(1)</script></svg>"_s,
        u"<svg><style><img src=x onerror=alert(1)></style></svg>"_s,
        u"<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>"_s,
        u"<svg><animate attributeName=href values=javascript:alert(1) /></svg>"_s,
        u"<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>"_s,
        u"<svg/><script>alert(1)</script>"_s,
        u"<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">"_s,
        u"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"_s,
        u"<math href=javascript:alert(1)>CLICK</math>"_s,
        u"<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script></annotation-xml></math>"_s,
        u"<math alttext=\"</code><script>alert(1)</script>\"></math>"_s,
        u"<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>"_s,
        u"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>"_s,
        u"<noembed><img src=x onerror=alert(1)></noembed>"_s,
        u"<noframes><img src=x onerror=alert(1)></noframes>"_s,
        u"<xmp><img src=x onerror=alert(1)></xmp>"_s,
        u"<plaintext><img src=x onerror=alert(1)>"_s,
        u"<listing>&lt;img src=x onerror=alert(1)&gt;</listing>"_s,
        u"<title><img src=x onerror=alert(1)></title>"_s,
        u"<template><img src=x onerror=alert(1)></template>"_s,
        u"<template shadowrootmode=open><script>alert(1)</script></template>"_s,
        u"<style>@import 'javascript:alert(1)';</style>"_s,
        u"<style><!--</style><script>alert(1)</script>-->"_s,
        u"<link rel=stylesheet href=//e.example/x.css>"_s,
        u"<link rel=prefetch href=//e.example/>"_s,
        u"<meta http-equiv=refresh content='0;url=javascript:alert(1)'>"_s,
        u"<meta charset=utf-7>+ADw-script+AD4-alert(1)"_s,
        u"<base href=javascript:alert(1)//><a href=x>a</a>"_s,
        u"<!--<img src=\"--><img src=x onerror=alert(1)//\">"_s,
        u"<!--><script>alert(1)</script>-->"_s,
        u"<!-- --!><script>alert(1)</script>"_s,
        u"<![CDATA[<script>alert(1)</script>]]>"_s,
        u"<!doctype html [<!ENTITY x 'y'>]><p>a"_s,
        u"<?xml-stylesheet href=javascript:alert(1)?><p>a"_s,
        u"<?php echo 1 ?><%= x %>"_s,
        u"</br onclick=alert(1)><//script>"_s,
        u"<p style=\"background:url(javascript:alert(1))\">a</p>"_s,
        u"<p style=\"width:expression(alert(1))\">a</p>"_s,
        u"<p style=\"color:red;position:fixed;top:0;z-index:9\">a</p>"_s,
        u"<p style='color:#f00}</style><script>alert(1)</script>'>a</p>"_s,
        u"<p style=\"color:\\72 ed;behavior:url(x)\">a</p>"_s,
        u"<p class='fg-ff0000\" onclick=\"alert(1)'>a</p>"_s,
        u"<table background=javascript:alert(1)><td background=x>a</table>"_s,
        u"<table><a href=x><tr><td>a</a><a href=y>b"_s,
        u"<table><script>alert(1)</script><tr><form><td><input></form></table>"_s,
        u"<div datasrc=x datafld=y dataformatas=html>a</div>"_s,
        u"<div contenteditable onblur=alert(1) tabindex=1 autofocus accesskey=x>a</div>"_s,
        u"<details open ontoggle=alert(1)><summary>s</summary>t</details>"_s,
        u"<marquee onstart=alert(1)>a</marquee>"_s,
        u"<dialog open oncancel=alert(1)>a</dialog>"_s,
        u"<bgsound src=javascript:alert(1)>"_s,
        u"<layer src=x></layer><ilayer src=x></ilayer>"_s,
        u"<portal src=https://e.example></portal><fencedframe></fencedframe>"_s,
        u"<x-svg onload=alert(1)><script>alert(1)</script></x-svg>"_s,
        u"<custom-element onclick=alert(1) is=x>a</custom-element>"_s,
        u"<p onclick\u0000=alert(1)>a\u0000b</p>"_s,
        u"<p/onclick=alert(1)>a"_s,
        u"<p \"onclick=alert(1)\">a"_s,
        u"<p title='&quot; onclick=alert(1) x=&quot;'>a"_s,
        u"<p title=`onclick=alert(1)`>a"_s,
        u"<p lang='\"><script>'>a"_s,
        u"<td colspan='1\" onclick=\"x'>a"_s,
        u"<b><i><a><p><b></i></a>x"_s,
        u"<a><b><a><table><a><p></b>x"_s,
        u"<ruby><rb>a<rt>b<rtc>c<rp>d"_s,
        u"<h1><h2><h3>x</h1>"_s,
        u"<ul><li><ol><li></ul>x"_s,
        u"<pre>\n\n\n<textarea>\n</pre>"_s,
        u"<p><table><p><table><p>x"_s,
        u"<nobr><nobr><nobr>x<table><nobr>y"_s,
        u"<frameset><frameset>"_s,
        u"<table><svg><select><foreignObject><select><table>"_s,
        u"<svg><html><title><select><select></body>"_s,
        u"a &gt"_s,
        u"<"_s,
        u"</"_s,
        u"<a href=\""_s,
        u"&#0;&#xD800;&#x110000;&#128;&unknown;&amp;lt;script&gt;"_s,
        u"\uFEFF\u202E\u0007\u001B<p>\u000B</p>"_s,
    };
    int number = 0;
    for (const QString &row : rows)
        QTest::addRow("%03d %s", ++number, qPrintable(row.left(60).simplified())) << row;
}

void TestSanitizer::attacks()
{
    QFETCH(QString, html);
    for (const QString &around : {u"%"_s, u"<div>before %</div>"_s, u"<p title=\"%"_s, u"<table><tr><td>%"_s,
                                  u"<b><a href=x>%</b>"_s, u"<!--%"_s, u"<pre>%</pre>"_s}) {
        const SafeHtml page = safe(QString(around).replace(u'%', html));
        QCOMPARE(brokenInvariant(page), QString());
        const SafeHtml again = safe(rewritten(page));
        QCOMPARE(brokenInvariant(again), QString());
        QCOMPARE(withoutClasses(QString::fromUtf8(again.html())),
                 withoutClasses(QString::fromUtf8(page.html())));
        QVERIFY(!page.isSimplified());
    }
}

void TestSanitizer::hostileAttributes_data()
{
    QTest::addColumn<QString>("element");
    const QString elements =
        u"a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col "
        u"colgroup dd del "
        "details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd "
        "li main mark "
        "nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td "
        "tfoot th thead "
        "time tr tt u ul var wbr form button label input svg math iframe video object select unknown"_s;
    for (const QString &element : elements.split(u' '))
        QTest::newRow(qPrintable(element)) << element;
}

void TestSanitizer::hostileAttributes()
{
    QFETCH(QString, element);
    const QString attributes =
        u" onclick=alert(1) onload='alert(1)' onfocus=x "
        u"style=\"background:url(//e.example);color:expression(x)\" class=\"x y\""
        " id=document name=body href=javascript:alert(1) src=javascript:alert(1) srcset='javascript:x 1x' "
        "action=x"
        " formaction=javascript:x xlink:href=javascript:x background=javascript:x poster=javascript:x "
        "data=javascript:x"
        " data-src=javascript:x cite=javascript:x longdesc=javascript:x usemap=#x ping=x target=_top "
        "srcdoc=x is=x slot=x"
        " colspan=99999 rowspan=-1 span=0 start=1e9 value='1\"' type=x width=1e9 height=-2 align=x valign=x "
        "dir=x"
        " datetime='\"><script>' scope=x title='\"><script>alert(1)</script>' lang='\"' contenteditable tabindex=0"_s;
    const QString html = u"<table><tr><td><"_s + element + attributes + u">word</"_s + element +
                         u"></td></tr></table><"_s + element + attributes + u">"_s;
    const SafeHtml page = safe(html);
    QCOMPARE(brokenInvariant(page), QString());
    QVERIFY(!page.isSimplified());
    QCOMPARE(withoutClasses(QString::fromUtf8(safe(rewritten(page)).html())),
             withoutClasses(QString::fromUtf8(page.html())));
}

void TestSanitizer::habits_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &html, const QString &expected) {
        QTest::newRow(name) << html << expected;
    };
    row("empty", u""_s, u""_s);
    row("bare text", u"one\ntwo"_s, u"one\ntwo"_s);
    row("escapes", u"a &lt; b &amp; c &#39; &quot;"_s, u"a &lt; b &amp; c ' &quot;"_s);
    row("braces", u"f() &#123; x &#125;"_s, u"f() { x }"_s);
    row("whole document",
        u"<div><html><head><title>t</title><meta charset=x></head><body><p>a</p></body></html></div>"_s,
        u"<div><p>a</p></div>"_s);
    row("literal command", u"docker <image>"_s, u"docker &lt;image&gt;"_s);
    row("literal with base", u"<code>FROM <base image></code>"_s, u"<code>FROM &lt;base image&gt;</code>"_s);
    row("literal name", u"--net <network_name> x"_s, u"--net &lt;network_name&gt; x"_s);
    row("literal address", u"see <https://h.example/a>"_s, u"see &lt;https://h.example/a&gt;"_s);
    row("literal option", u"cmd <option> <file>"_s, u"cmd &lt;option&gt; &lt;file&gt;"_s);
    row("closed unknown element", u"<o:p>a</o:p>"_s, u"a"_s);
    row("less than", u"a < b <3"_s, u"a &lt; b &lt;3"_s);
    row("link", u"<a href=\"/x\">a</a>"_s,
        u"<a href=\"https://s.example/x\" rel=\"noopener noreferrer\">a</a>"_s);
    row("link, wrapped",
        u"<a href=\"https://cors.mhuig.top/?r=https://o.example&url=https://h.example/x?a=1&b=2\">a</a>"_s,
        u"<a href=\"https://h.example/x?a=1&amp;b=2\" rel=\"noopener noreferrer\">a</a>"_s);
    row("link, refused", u"<a href=\"javascript:void(0)\">a</a>"_s, u"a"_s);
    row("link, tracking", u"<a href=\"https://h.example/?utm_source=x\">a</a>"_s,
        u"<a href=\"https://h.example/\" rel=\"noopener noreferrer\">a</a>"_s);
    row("footnote", u"<a href=\"#fn:1\">1</a><p id=\"fn:1\">x</p>"_s,
        u"<a href=\"#uc-1\">1</a><p id=\"uc-1\">x</p>"_s);
    row("footnote by name", u"<a href=\"#n\">1</a><a name=\"n\">x</a>"_s,
        u"<a href=\"#uc-1\">1</a><a id=\"uc-1\">x</a>"_s);
    row("anchor without target", u"<a href=\"#no\">1</a>"_s, u"1"_s);
    row("id without link", u"<p id=\"x\">a</p>"_s, u"<p>a</p>"_s);
    row("hidden", u"a<p hidden>x</p><p style=\"display: none\">y</p>b"_s, u"ab"_s);
    row("form", u"<form><label>l</label><button>b</button></form>"_s, u"lb"_s);
    row("font", u"<font color=\"#ff0000\" size=7>a</font>"_s, u"<span class=\"fg-ff0000\">a</span>"_s);
    row("font without colour", u"<font face=x>a</font>"_s, u"a"_s);
    row("bold style", u"<span style=\"font-weight:bold\">a</span>"_s, u"<strong>a</strong>"_s);
    row("bold by number", u"<span style=\"font-weight: 700 !important\">a</span>"_s, u"<strong>a</strong>"_s);
    row("italic and underline", u"<span style=\"font-style:italic;text-decoration:underline\">a</span>"_s,
        u"<em><u>a</u></em>"_s);
    row("struck", u"<span style=\"text-decoration:line-through\">a</span>"_s, u"<s>a</s>"_s);
    row("superscript", u"x<span style=\"vertical-align:super\">2</span>"_s, u"x<sup>2</sup>"_s);
    row("alignment", u"<p style=\"text-align:center\">a</p>"_s, u"<p align=\"center\">a</p>"_s);
    row("direction", u"<p style=\"direction:rtl\">a</p>"_s, u"<p dir=\"rtl\">a</p>"_s);
    row("pre-wrap", u"<p style=\"white-space:pre-wrap\">a</p>"_s, u"<p class=\"uc-pre-wrap\">a</p>"_s);
    row("colour", u"<p style=\"color:red\">a</p>"_s, u"<p class=\"fg-ff0000\">a</p>"_s);
    row("grey is no colour", u"<p style=\"color:#333\">a</p>"_s, u"<p>a</p>"_s);
    row("ground", u"<p style=\"background-color:#ffe0b0\">a</p>"_s, u"<p class=\"bg-ffe0b0\">a</p>"_s);
    row("foreign class", u"<p class=\"fg-ff0000 uc-embed\">a</p>"_s, u"<p>a</p>"_s);
    row("bold on a block of blocks", u"<div style=\"font-weight:bold\"><p>a</p></div>"_s,
        u"<div><p>a</p></div>"_s);
    row("many breaks", u"a<br><br><br><br>b"_s, u"a<br><br>b"_s);
    row("breaks with space between", u"a<br>\n<br>&nbsp;<br> <br>b"_s, u"a<br>\n<br>\u00a0 b"_s);
    row("breaks at the edges", u"<p><br>a<br></p>"_s, u"<p>a</p>"_s);
    row("breaks between blocks", u"<p>a</p><br><br><p>b</p>"_s, u"<p>a</p><p>b</p>"_s);
    row("empty paragraphs", u"<p>a</p><p></p><p>&nbsp;\u3000</p><p><br></p><p><span> </span></p><p>b</p>"_s,
        u"<p>a</p><p>b</p>"_s);
    row("empty cell stays", u"<table><tr><td></td><td>a</td></tr></table>"_s,
        u"<table><tbody><tr><td></td><td>a</td></tr></tbody></table>"_s);
    row("pre with breaks", u"<pre>a<br>b<br>\nc</pre>"_s, u"<pre>a\nb\nc</pre>"_s);
    row("pre that starts with a newline", u"<pre>\n\na</pre>"_s, u"<pre>\n\na</pre>"_s);
    row("space in code", u"<pre><span>a</span><span> </span><span>b</span></pre>"_s, u"<pre>a b</pre>"_s);
    row("iframe", u"<iframe src=\"//www.youtube.com/embed/x\" width=1></iframe>"_s,
        u"<span class=\"uc-embed\"><a href=\"https://www.youtube.com/embed/x\" rel=\"noopener noreferrer\">"
        "Frame: www.youtube.com</a></span>"_s);
    row("video", u"<video controls><source src=\"https://h.example/a.mp4\">no video</video>"_s,
        u"<span class=\"uc-embed\"><a href=\"https://h.example/a.mp4\" rel=\"noopener noreferrer\">Video: h.example</a></span>"_s);
    row("audio", u"<audio src=\"a.mp3\"></audio>"_s,
        u"<span class=\"uc-embed\"><a href=\"https://s.example/news/a.mp3\" rel=\"noopener noreferrer\">Audio: s.example</a></span>"_s);
    row("details", u"<details open><summary>s</summary>t</details>"_s,
        u"<details open=\"\"><summary>s</summary>t</details>"_s);
    row("list attributes", u"<ol start=3 reversed type=a><li value=5>x</li></ol>"_s,
        u"<ol reversed=\"\" start=\"3\" type=\"a\"><li value=\"5\">x</li></ol>"_s);
    row("cells", u"<table><tr><th colspan=2 rowspan=1000 scope=col align=RIGHT>x</th></tr></table>"_s,
        u"<table><tbody><tr><th align=\"right\" colspan=\"2\" scope=\"col\">x</th></tr></tbody></table>"_s);
    row("time", u"<time datetime=\"2021-11-23T04:19Z\">x</time>"_s,
        u"<time datetime=\"2021-11-23T04:19Z\">x</time>"_s);
    row("title", u"<abbr title=\"a &amp; b\">x</abbr>"_s, u"<abbr title=\"a &amp; b\">x</abbr>"_s);
    row("formula with TeX",
        u"<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math>"_s,
        u"<code class=\"uc-math\">x^2</code>"_s);
    row("formula with alternative", u"<math alttext=\"y_1\"><mi>y</mi></math>"_s,
        u"<code class=\"uc-math\">y_1</code>"_s);
    row("drawing", u"a<svg><path d=\"M0\"/><title>t</title></svg>b"_s, u"ab"_s);
    row("self-closed drawing", u"a<svg viewBox=\"0 0 1 1\"/>b"_s, u"ab"_s);
    row("style sheet", u"<style>p{color:red}</style>a"_s, u"a"_s);
    row("noscript alone", u"<noscript>switch scripts on</noscript>a"_s, u"a"_s);
    row("ruby", u"<ruby>漢<rt>かん</rt></ruby>"_s, u"<ruby>漢<rt>かん</rt></ruby>"_s);
    row("hidden input", u"a<input type=hidden value=x>b"_s, u"ab"_s);
    row("comment", u"a<!-- x -->b"_s, u"ab"_s);
    row("Hexo tag", u"{% youtube x %}"_s, u"{% youtube x %}"_s);
}

void TestSanitizer::habits()
{
    QFETCH(QString, html);
    QFETCH(QString, expected);
    const SafeHtml page = safe(html);
    QCOMPARE(QString::fromUtf8(page.html()), expected);
    QCOMPARE(brokenInvariant(page), QString());
}

void TestSanitizer::pictures_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QStringList>("addresses"); // "inline" for a data: picture
    QTest::addColumn<QSize>("size");
    const auto row = [](const char *name, const QString &html, const QStringList &addresses,
                        QSize size = {}) { QTest::newRow(name) << html << addresses << size; };
    const QString a = u"https://h.example/a.png"_s;
    row("plain", u"<img src=\"https://h.example/a.png\" width=640 height=460>"_s, {a}, {640, 460});
    row("proxy",
        u"<img src=\"https://cors.mhuig.top/?r=https://o.example&amp;url=https://h.example/a.png\">"_s, {a});
    row("older proxy", u"<img src=\"https://cors.zfour.workers.dev/?https://h.example/a.png\">"_s, {a});
    row("data-size", u"<img src=\"https://h.example/a.png\" data-size=\"640,460\">"_s, {a}, {640, 460});
    row("style size", u"<img src=\"https://h.example/a.png\" style=\"width:64px;height:46px\">"_s, {a},
        {64, 46});
    for (const char *name : {"data-original", "data-src", "data-original-src", "data-lazy-src", "_src"})
        row(name, u"<img src=\"%1\" %2=\"https://h.example/a.png\">"_s.arg(pixel, QString::fromLatin1(name)),
            {a});
    row("stand-in by name", u"<img src=\"/static/loading.gif\" data-src=\"https://h.example/a.png\">"_s, {a});
    row("lazy pixel beside a real src",
        u"<img src=\"https://h.example/a.png\" data-original=\"%1\">"_s.arg(pixel), {a});
    row("real src stays", u"<img src=\"https://h.example/a.png\" data-src=\"https://h.example/b.png\">"_s,
        {a});
    row("around another", u"<img class=x><img src=\"https://h.example/a.png\"></img>"_s, {a});
    row("inline", u"<img src=\"%1\">"_s.arg(dot4), {u"inline"_s}, {4, 4});
    row("inline pixel", u"<img src=\"%1\">"_s.arg(pixel), {});
    row("1×1", u"<img src=\"https://t.example/p.gif\" width=1 height=1>"_s, {});
    row("0×0", u"<img src=\"https://t.example/p.gif\" style=\"width:0px;height:0px\">"_s, {});
    row("no picture", u"<img src=\"https://picsum.photos/400/300?random=3\">"_s, {});
    row("srcset", u"<img src=\"b.png\" srcset=\"c.png 300w, https://h.example/a.png 1500w, d.png 3000w\">"_s,
        {a});
    row("picture",
        u"<picture><source type=\"image/avif\" srcset=\"x.avif\"><source srcset=\"b.webp 1x\"><img src=\"https://h.example/a.png\"></picture>"_s,
        {a});
    row("picture without src", u"<picture><source srcset=\"https://h.example/a.png 1x\"><img></picture>"_s,
        {a});
    row("noscript after a stand-in",
        u"<img src=\"%1\"><noscript><img src=\"https://h.example/a.png\"></noscript>"_s.arg(pixel), {a});
    row("noscript after the picture",
        u"<img src=\"https://h.example/a.png\"><noscript><img src=\"https://h.example/a.png\"></noscript>"_s,
        {a});
    row("poster", u"<video src=\"v.mp4\" poster=\"https://h.example/a.png\"></video>"_s, {a});
    row("relative", u"<img src=\"../a.png\">"_s, {u"https://s.example/a.png"_s});
    row("two", u"<img src=\"https://h.example/a.png\"><img src=\"https://h.example/a.png\">"_s, {a, a});
}

void TestSanitizer::pictures()
{
    QFETCH(QString, html);
    QFETCH(QStringList, addresses);
    QFETCH(QSize, size);
    const SafeHtml page = safe(html);
    QStringList found;
    for (const PagePicture &picture : page.pictures())
        found.append(picture.inlineData.isEmpty() ? picture.address.url.toString(QUrl::FullyEncoded)
                                                  : u"inline"_s);
    QCOMPARE(found, addresses);
    QCOMPARE(page.html().count("<img "), addresses.size());
    if (!size.isEmpty())
        QCOMPARE(page.pictures().first().size, size);
    QCOMPARE(brokenInvariant(page), QString());
}

void TestSanitizer::bombs_data()
{
    QTest::addColumn<QString>("html");
    for (const HtmlBomb &bomb : htmlBombs())
        QTest::newRow(bomb.name) << bomb.html;
}

// A timing is no test; that a bomb ends at all, with the text or a page within the grammar, is one.
void TestSanitizer::bombs()
{
    QFETCH(QString, html);
    QElapsedTimer timer;
    timer.start();
    const SafeHtml page = safe(html);
    qInfo("%lld ms, simplified: %d, %lld bytes", timer.elapsed(), page.isSimplified(),
          qlonglong(page.html().size()));
    QVERIFY(timer.elapsed() < 20'000);
    QCOMPARE(brokenInvariant(page), QString());
    QCOMPARE(page.html().contains('w'), html.contains(u'w') && !html.contains(u"<!--"));
}

void TestSanitizer::deepNesting_staysWithinDepth()
{
    const SafeHtml page = safe(u"<div>"_s.repeated(1'000) + u"deep"_s + u"</div>"_s.repeated(1'000));
    QVERIFY(!page.isSimplified());
    QCOMPARE(brokenInvariant(page), QString());
    QVERIFY(page.html().contains("deep"));
}

void TestSanitizer::manyPictures_leaveTheirText()
{
    const SafeHtml page = safe(u"<img src=\"https://h.example/a.png\" alt=\"boat\">"_s.repeated(310));
    QCOMPARE(page.pictures().size(), 300);
    QVERIFY(page.html().endsWith("boatboat"));
    QCOMPARE(brokenInvariant(page), QString());
}

void TestSanitizer::markdown_isSanitised()
{
    const SafeHtml page =
        sanitize(u"# T\n\n[a](javascript:alert(1)) <b onclick=x>b</b> `<i>`\n\n![p](/p.png)"_s,
                 BodyFormat::Markdown, context());
    QCOMPARE(brokenInvariant(page), QString());
    QVERIFY2(page.html().startsWith("<h1>T</h1>\n<p>a <b>b</b> <code>&lt;i&gt;</code></p>"),
             page.html().constData());
    QCOMPARE(page.pictures().size(), 1);
    QCOMPARE(page.pictures().first().alt, u"p"_s);
}

void TestSanitizer::colours_areMendedForTheTheme()
{
    const QString html = u"<div style=\"background-color:#003300\"><p style=\"color:#ffff00\">a</p></div>"
                         "<p style=\"color:#ffff00\">b</p>"_s;
    static const QRegularExpression rule(u"(?:^|\n)\\.fg-ffff00\\{color:#([0-9a-f]{6})\\}"_s);
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Sepia}) {
        SanitizerContext with = context();
        with.colors = themeColors(theme);
        const SafeHtml page = sanitize(html, BodyFormat::Html, with);
        const QRegularExpressionMatch match = rule.match(QString::fromLatin1(page.styleRules()));
        QVERIFY2(match.hasMatch(), page.styleRules().constData());
        QVERIFY(contrastRatio(match.captured(1).toUInt(nullptr, 16), with.colors.background) >= 4.5);
        QVERIFY(page.styleRules().contains(".bg-003300 .fg-ffff00,.bg-003300.fg-ffff00{color:#"));
    }
}

void TestSanitizer::plainText_hasNoTags()
{
    QCOMPARE(plainText(safe(u"<p>a &lt;b&gt;</p><p>c<img src=x alt=y></p>"_s)), u"a <b>\n\nc"_s);
}

// Words by a stripping of our own against the words of the page.
void TestSanitizer::corpus_keepsItsText()
{
    const QString folder = QStringLiteral(LECTERN_SHARED) + u"/corpus"_s;
    if (!QDir(folder).exists())
        QSKIP("The corpus is not there.");
    static const QRegularExpression frontMatter(u"^\\s*---\\n.*?\\n---\\n"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression gone(
        u"<(script|style|svg|noscript|title|video|audio|iframe|math)\\b[^>]*>.*?</\\1>|<([a-z]+)\\b[^>]*\\shidden>.*?</\\2>|<!--.*?-->|<![a-z][^>]*>"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    // A tag as tokenizers read it: quotes count only where a value begins.
    static const QRegularExpression tag(
        u"</?[a-zA-Z][^\\s/>]*(?:[\\s/]+|[^\\s/>][^\\s/>=]*(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'>][^\\s>]*)?)?)*+>"_s);
    static const QRegularExpression entity(u"&[#a-zA-Z0-9]+;"_s);
    int files = 0;
    qint64 bytes = 0;
    qint64 nanoseconds = 0;
    QElapsedTimer timer;
    QDirIterator each(folder, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString body = QString::fromUtf8(file.readAll()).remove(u'\r').remove(frontMatter);
        timer.start();
        const SafeHtml page = safe(body);
        nanoseconds += timer.nsecsElapsed();
        bytes += body.toUtf8().size();
        QVERIFY2(!page.isSimplified(), qPrintable(file.fileName()));
        QVERIFY2(brokenInvariant(page).isEmpty(), qPrintable(file.fileName() + brokenInvariant(page)));
        const QStringList kept = wordsOf(QString::fromUtf8(page.html()).remove(tag).replace(entity, u" "_s));
        const QSet<QString> words(kept.cbegin(), kept.cend());
        const QString joined = kept.join(QString());
        QStringList missing;
        for (const QString &word : wordsOf(body.replace(gone, u" "_s).remove(tag).replace(entity, u" "_s))) {
            if (!words.contains(word) && !joined.contains(word))
                missing.append(word);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(file.fileName() + u": "_s + missing.join(u' ').left(300)));
        ++files;
    }
    qInfo("%.1f MB/s, %.2f ms an article", 1000.0 * double(bytes) / double(nanoseconds),
          double(nanoseconds) / 1e6 / files);
    QCOMPARE(files, 354);
}

// Says how fast it is; asks for nothing.
void TestSanitizer::speed()
{
    const QString article =
        (u"<p style=\"text-align:center\">The tide <b>comes</b> in &amp; <a href=\"/x\">goes</a>.</p>\n"
         "<p><img src=\"https://h.example/a.png\" data-size=\"640,460\"></p>\n"_s +
         u"<p>"_s + u"Plain words that people read. "_s.repeated(20) + u"</p>\n"_s)
            .repeated(100);
    QElapsedTimer timer;
    timer.start();
    constexpr int runs = 5;
    for (int i = 0; i < runs; ++i)
        QVERIFY(!safe(article).isSimplified());
    qInfo("%.1f MB/s",
          double(article.toUtf8().size()) * runs / 1000.0 / std::max<qint64>(timer.elapsed(), 1));
}

QTEST_APPLESS_MAIN(TestSanitizer)
#include "tst_sanitizer.moc"

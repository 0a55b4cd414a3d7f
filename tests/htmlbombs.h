#pragma once

#include <QList>
#include <QString>

// Articles that cost a parser far more than their size. The letter w is the text that must be left.
struct HtmlBomb {
    const char *name;
    QString html;
};

inline QList<HtmlBomb> htmlBombs()
{
    using namespace Qt::StringLiterals;
    QString attributes = u"<p"_s;
    QString formatting;
    for (int i = 0; i < 100'000; ++i)
        attributes += u" a%1=b"_s.arg(i);
    for (int i = 0; i < 2'000; ++i)
        formatting += u"<b a%1=x><i b%1=y><p>w"_s.arg(i);
    return {
        {"100,000 div", u"<div>w"_s.repeated(100'000)},
        {"100,000 attributes", attributes + u">w"_s},
        {"2,000 distinct b and i", formatting},
        {"300,000 span", u"<span>"_s.repeated(300'000) + u"w"_s},
        {"120 KB of span", u"<span>"_s.repeated(20'000) + u"w"_s},
        {"above the size", u"<p>some words here</p>\n"_s.repeated(120'000)},
        {"too many nodes", u"<b>w</b>"_s.repeated(150'000)},
        {"open svg", u"<svg \""_s.repeated(200'000)},
        {"open comments", u"<!--"_s.repeated(400'000)},
        {"open quotes", u"<a b=\""_s.repeated(200'000)},
        {"ampersands", u"&#"_s.repeated(700'000)},
        {"nested tables", u"<table><tr><td>w"_s.repeated(30'000)},
        {"styles", u"<span style=\"font-weight:bold;font-style:italic;color:red\">w"_s.repeated(20'000)},
        {"breaks", u"<br>"_s.repeated(150'000)},
        {"links", u"<a href=x>w"_s.repeated(40'000)},
    };
}

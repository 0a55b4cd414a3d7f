#pragma once

#include "app/page/imageaddress.h"

#include <QByteArray>
#include <QList>
#include <QSize>

class Sanitizer;

// One picture of a page, in the page's order. Its place in the page is
// <img src="article-image://i/<key>">; the pane answers only keys of this table.
struct PagePicture {
    QByteArray key;        // opaque: [a-z0-9]+, made from the page's token and the picture's number
    ImageAddress address;  // invalid url where inlineData is not empty
    QByteArray inlineData; // the decoded bytes of a data: picture (png, jpeg, gif, webp), else empty
    QSize size; // CSS pixels as the article declares them (data-size, width and height); may be empty
    QString alt;
    bool isInLine = false; // part of a line of text: an emoji, a formula
};

// HTML that cannot run anything or ask for anything. Only sanitize() makes one, only articlePage() takes one:
// forgetting to sanitise does not compile. See sanitizer.h for the grammar.
class SafeHtml final
{
public:
    const QByteArray &html() const { return m_html; }             // UTF-8
    const QByteArray &styleRules() const { return m_styleRules; } // CSS of the per-page colour classes
    const QList<PagePicture> &pictures() const { return m_pictures; }
    // True where a guard refused the markup and only its text is shown.
    bool isSimplified() const { return m_simplified; }

private:
    friend class Sanitizer;
    SafeHtml() = default;

    QByteArray m_html;
    QByteArray m_styleRules;
    QList<PagePicture> m_pictures;
    bool m_simplified = false;
};

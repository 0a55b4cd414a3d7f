#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <optional>

// The Hexo tag in which the sister dialect keeps the original article's address: {% link URL 'title' %},
// where the braces may be written &#123; and &#125;. Other tags, and link tags with text after them, are the
// article's own and stay as they stand.
struct LinkTag {
    QString url;         // as written, entities decoded
    qsizetype begin = 0; // where it stands in the text, with the <div> that holds nothing else
    qsizetype end = 0;
};

// The last bytes of a file in which the tag is looked for; the second where the first holds its end and not
// its beginning (the tag repeats the title, and a title of 300 Chinese characters has 900 bytes).
constexpr qsizetype linkTagTail = 1024;
constexpr qsizetype longLinkTagTail = 8192;

// The tag at the end of the text: nothing follows but white space and closing tags.
std::optional<LinkTag> findTrailingLinkTag(QStringView text);

// True where the text ends with the end of a tag whose beginning is not in it.
bool endsInsideTag(QStringView text);

// Where the last beginning of a tag stands, whatever kind; -1 where there is none.
qsizetype lastTagOpening(QByteArrayView utf8);

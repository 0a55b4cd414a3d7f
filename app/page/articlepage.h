#pragma once

#include "app/page/safehtml.h"
#include "app/page/textlanguage.h"
#include "app/page/theme.h"

#include <QStringList>

// The page's texts around the body, already in the reader's language: the core speaks to nobody.
struct PageTexts {
    QString title;
    QStringList categories; // each becomes a link: article-command://category/<number of parts>
    QString byline;         // "author · Tuesday 23 November 2021 12:19 · 4 min"
    QString original;       // the label before the original's address
    QUrl originalLink;      // invalid where unknown
    QString notice;         // one line above the body, or empty ("shown simplified", "read line by line")
};

// The picture above the body: the front matter's, unless it is none, or the body shows it already. An invalid
// address otherwise. `token` as in SanitizerContext.
PagePicture headPicture(const QString &written, const QUrl &base, const SafeHtml &body,
                        const QByteArray &token);

// One article as a whole UTF-8 page from resources/page/: CSP first, one style element with the nonce, no
// script. `headPicture` stands above the body where its key is not empty. One-pass substitution: what stands
// in the article is never expanded again. `nonce` is random for each load: letters and digits.
QByteArray articlePage(const PageTexts &texts, const PagePicture &headPicture, const SafeHtml &body,
                       const PageStyle &style, const QByteArray &nonce);

// Puts values into the places written {{name}}, in one pass: a value is copied, never looked into. A place
// without a value becomes nothing.
QByteArray filledTemplate(const QByteArray &page, const QHash<QByteArray, QByteArray> &values);

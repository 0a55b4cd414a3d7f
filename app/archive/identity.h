#pragma once

#include "app/archive/article.h"

#include <optional>

// Characters of folded text that take part in an article's identity (design decision 4).
constexpr qsizetype identityTextLength = 200;

// The two halves of articleIdentity(), for who has the folded text already. All in UTF-8; `originalLink` is
// not empty and has no white space around it.
Identity identityOfLink(QByteArrayView originalLink);
Identity identityOfText(const QByteArray &title, const std::optional<QDateTime> &date,
                        const QByteArray &foldedText);

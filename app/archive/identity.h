#pragma once

#include "app/archive/article.h"

#include <optional>

// Characters of folded text that take part in an article's identity (design decision 4).
constexpr qsizetype identityTextLength = 200;

// The two halves of articleIdentity(), for who has the folded text already. `originalLink` is not empty.
Identity identityOfLink(const QString &originalLink);
Identity identityOfText(const QString &title, const std::optional<QDateTime> &date,
                        const QString &foldedText);

#pragma once

#include "app/page/htmltree.h"

#include <QDeadlineTimer>

#include <optional>

// The six guards of security.md 1.
constexpr qsizetype maximumHtmlSize = 2 * 1024 * 1024; // bytes
constexpr int maximumHtmlNodes = 200'000;
// For all passes over one article together. The text alone, where they take longer, needs up to 100 more.
constexpr std::chrono::milliseconds maximumHtmlTime{350};
constexpr int maximumHtmlAttributes = 64; // an element; those beyond are not looked at

// Any bytes as the body's tree, by the rules of HTML: the only door to gumbo. Names are constants of ours; an
// element that no rule knows is called "x-unknown", and attributes that no rule looks at are not there.
// nullopt where a guard refuses: too large, too many nodes, too much memory (96 MiB) or time.
std::optional<HtmlTree> parseHtml(const QByteArray &html,
                                  const QDeadlineTimer &deadline = QDeadlineTimer(maximumHtmlTime));

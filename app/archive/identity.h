#pragma once

#include <QtGlobal>

// Characters of folded text that take part in an article's identity (design decision 4).
constexpr qsizetype identityTextLength = 200;

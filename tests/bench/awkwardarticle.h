#pragma once

#include "syntheticarticle.h"

// An article that goes wrong in one of the ways of format.md; `kind` counts up and wraps around. The ways
// that need a neighbour (copies of an article, one overwritten title) take the article before. The path is
// unlike that of every other number.
SyntheticFile makeAwkward(const SyntheticText &text, const SyntheticArticle &article, Dialect dialect,
                          int kind);

#pragma once

#include "app/archive/article.h"
#include "app/page/articlepage.h"
#include "app/page/sanitizer.h"

#include <QLocale>

// What stands around the body, in the reader's language. `minutes` is the reading time; `simplified` says
// that only the body's text could be shown. Times in the zone of this computer, as `locale` writes them.
PageTexts pageTexts(const ArticleHead &head, int minutes, bool simplified, const QLocale &locale);

// The texts of a page that stands for a file that cannot be read; `reason` is the system's own.
PageTexts unreadableTexts(const ArticleHead &head, const QString &reason);

SanitizerLabels sanitizerLabels();

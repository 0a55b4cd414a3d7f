#pragma once

#include "app/archive/article.h"
#include "app/page/safehtml.h"
#include "app/page/theme.h"

#include <functional>

// The sentences that stand where the sanitizer replaces something; made by the window, plain text.
// %1 in `video`, `audio` and `frame` is the host.
struct SanitizerLabels {
    QString video;
    QString audio;
    QString frame;
};

struct SanitizerContext {
    QUrl base;          // the article's own address; empty where unknown
    QByteArray token;   // [a-z0-9]+, random for each load: the first part of every picture key
    ThemeColors colors; // inline colours are mended by contrast against these
    SanitizerLabels labels;
    Tracking tracking = Tracking::Stripped;
    // The size in pixels that a picture is known to have; empty where it is not. May be null.
    std::function<QSize(const QUrl &)> knownSize{};
};

// A stranger's HTML (or Markdown) to the closed output grammar of security.md 1. Never fails: where one of
// the six guards refuses, the text alone is kept and isSimplified() is true. Thread-safe; 1–6 ms for a usual
// article.
SafeHtml sanitize(const QString &body, BodyFormat format, const SanitizerContext &context);

// The body's text alone, tags and entities resolved, as used for reading time.
QString plainText(const SafeHtml &page);

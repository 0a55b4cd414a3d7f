#pragma once

#include "app/page/theme.h"

class ImageThread;
struct CommandLine;
struct PaneOptions;

// Carries out Task::Export without a window: reads the article, waits for its pictures within their limits,
// and writes one file. The exit code: 0 written, 1 failed, with a sentence on standard error.
int exportArticle(const CommandLine &command, ImageThread &images, const PageStyle &style,
                  const PaneOptions &options);

#pragma once

#include "app/library/reportmaker.h"

// What the archive report says to the reader.

QString reportTitle(ReportKind kind);       // of a line: "No date"
QString reportExplanation(ReportKind kind); // a sentence or two: what that means, what was done about it
QString reportSummary(const ArchiveReport &report);
QString reportProgressText(const ReportProgress &progress);

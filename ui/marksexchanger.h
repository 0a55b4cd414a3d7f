#pragma once

#include <QString>

struct CommandLine;

// Carries out Task::ExportMarks and Task::ImportMarks; the exit code as in runInTerminal(). A Lectern that
// runs meanwhile shows what was imported when it looks at its marks again.
int exchangeMarks(const CommandLine &command);

// What --help says of the file.
QString marksFormatText();

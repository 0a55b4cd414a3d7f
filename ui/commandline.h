#pragma once

#include <QString>

// What the person asked for on the command line.
struct CommandLine {
    enum class Task { Window, List, Report, Export, ExportMarks, ImportMarks, Help, Version, Refuse };

    Task task = Task::Window;
    QString path;        // FOLDER, FILE or ARTICLE; empty where none was given
    QString exportFile;  // with Task::Export; ends in .html, .htm, .pdf or .png
    QString marksFile;   // with Task::ExportMarks and ImportMarks
    QString dataFolder;  // empty: the system's usual place
    QString cacheFolder; // likewise
    bool offline = false;
    bool csv = false;       // with Task::Report: a table in place of JSON
    bool newWindow = false; // with Task::Window: whatever else is open
    bool service = false;   // with Task::Window: no window before one is asked for over D-Bus
    QString problem;        // with Task::Refuse: a sentence

    // Whether the task needs no window and no web engine.
    bool isForTerminal() const { return task != Task::Window && task != Task::Export; }
};

// The arguments as main() gets them. Needs no application object; with one, `problem` is in its language.
CommandLine parseCommandLine(int count, const char *const *arguments);

// What --help prints. Needs an application object.
QString commandLineHelp();

// Carries out Task::List, Report, Help, Version and Refuse; the exit code: 0 done, 1 failed, 2 not
// understood.
int runInTerminal(const CommandLine &command);

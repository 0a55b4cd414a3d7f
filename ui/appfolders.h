#pragma once

#include <QString>

struct CommandLine;

// Where the program keeps its things, all absolute.
struct AppFolders {
    QString data;         // marks
    QString cache;        // catalogues, which can be made anew
    QString pictures;     // below the data folder: what is kept here may be nowhere else any more
    QString imageHosts;   // the reader's own rules for picture hosts (hostrules.h); it need not exist
    QString settingsFile; // below the data folder
    QString sample;       // the sample archive; empty where it is not installed
};

// The data folder alone, which does not need a QCoreApplication.
QString dataFolder(const CommandLine &command);
AppFolders appFolders(const CommandLine &command);

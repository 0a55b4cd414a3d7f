#pragma once

#include "app/archive/article.h"

#include <QList>

#include <array>
#include <optional>

// What an archive holds and what is odd about it, as values. Made by makeReport().

// What a line of the report names, in the order of the lines. A file that could not be read stands only in
// the line that says why: of its front matter and its date nothing is known.
enum class ReportKind : quint8 {
    FrontMatterRepaired, // up to CategoriesMissing: the problems of the same names
    FrontMatterUnclosed,
    FrontMatterMissing,
    TitleMissing,
    CategoriesMissing,
    DateMissing,
    DateUnreadable,
    EncodingGuessed,
    EncodingDamaged,
    Unreadable,
    NotARegularFile,
    TooLarge,
    LinkLoop,
    BodyEmpty,    // isEmptyBody()
    SameIdentity, // copies of one article; one group an article
    SameBody,     // bodies of one bodyDigest(), empty ones aside; one group a body
    Largest,      // the largest files that were read, at most mostLargest, the largest first
};
constexpr int reportKindCount = 17;
constexpr int mostLargest = 20;

// The stable English name of each kind: problemNames() where it is a problem, else "body-empty",
// "same-identity", "same-body", "largest".
QString reportKindName(ReportKind kind);

// The problem that makes a file stand in a line; nullopt for the lines that are no problems.
std::optional<Problem> reportProblem(ReportKind kind);

bool hasGroups(ReportKind kind);

struct ReportFile {
    QByteArray path; // as in FileEntry
    qint64 size = 0; // bytes; 0 where the system did not say
    QString reason;  // the system's own, of a file that could not be read; else empty
};

struct ReportLine {
    // Places in ArchiveReport::files; sorted by path, in a line of groups one group after the other.
    QList<int> files;
    // In a line of groups: for each, the place in `files` behind its last. Else empty.
    QList<int> groupEnds;
};

// Of the files that could be read, in bytes; all 0 where there is none.
struct ReportSizes {
    qint64 total = 0;
    qint64 smallest = 0;
    qint64 median = 0; // the lower one of two
    qint64 largest = 0;
};

struct ArchiveReport {
    QByteArray root;       // as handed to makeReport()
    bool complete = false; // false: stopped, or the folder could not be read; there are no groups then
    QString error;         // the system's reason where the folder could not be read
    int articles = 0;      // all files of the archive, read or not; folders that cannot be read among them
    ReportSizes sizes;
    QList<ReportFile> files; // those that some line names, sorted by path
    std::array<ReportLine, reportKindCount> lines;

    const ReportLine &line(ReportKind kind) const { return lines[static_cast<size_t>(kind)]; }
    ReportLine &line(ReportKind kind) { return lines[static_cast<size_t>(kind)]; }
};

// Brings files, lines and groups into the order that is promised above; `Largest` keeps its own.
void sortReport(ArchiveReport &report);

#include "app/library/archivereport.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace
{

// Sorts each group and then the groups by their first file.
void sortGroups(ReportLine &line)
{
    QList<QList<int>> groups;
    qsizetype first = 0;
    for (const qsizetype end : std::as_const(line.groupEnds)) {
        groups << line.files.mid(first, end - first);
        std::sort(groups.last().begin(), groups.last().end());
        first = end;
    }
    std::sort(groups.begin(), groups.end());
    line = {};
    for (const QList<int> &group : std::as_const(groups)) {
        line.files << group;
        line.groupEnds << static_cast<int>(line.files.size());
    }
}

}

std::optional<Problem> reportProblem(ReportKind kind)
{
    switch (kind) {
    case ReportKind::FrontMatterRepaired:
        return Problem::FrontMatterRepaired;
    case ReportKind::FrontMatterUnclosed:
        return Problem::FrontMatterUnclosed;
    case ReportKind::FrontMatterMissing:
        return Problem::FrontMatterMissing;
    case ReportKind::TitleMissing:
        return Problem::TitleMissing;
    case ReportKind::CategoriesMissing:
        return Problem::CategoriesMissing;
    case ReportKind::DateMissing:
        return Problem::DateMissing;
    case ReportKind::DateUnreadable:
        return Problem::DateUnreadable;
    case ReportKind::EncodingGuessed:
        return Problem::EncodingGuessed;
    case ReportKind::EncodingDamaged:
        return Problem::EncodingDamaged;
    case ReportKind::Unreadable:
        return Problem::Unreadable;
    case ReportKind::NotARegularFile:
        return Problem::NotARegularFile;
    case ReportKind::TooLarge:
        return Problem::TooLarge;
    case ReportKind::LinkLoop:
        return Problem::LinkLoop;
    case ReportKind::BodyEmpty:
    case ReportKind::SameIdentity:
    case ReportKind::SameBody:
    case ReportKind::Largest:
        break;
    }
    return std::nullopt;
}

QString reportKindName(ReportKind kind)
{
    if (const std::optional<Problem> problem = reportProblem(kind))
        return problemNames(*problem).first();
    switch (kind) {
    case ReportKind::BodyEmpty:
        return u"body-empty"_s;
    case ReportKind::SameIdentity:
        return u"same-identity"_s;
    case ReportKind::SameBody:
        return u"same-body"_s;
    default:
        return u"largest"_s;
    }
}

bool hasGroups(ReportKind kind)
{
    return kind == ReportKind::SameIdentity || kind == ReportKind::SameBody;
}

void sortReport(ArchiveReport &report)
{
    const QList<ReportFile> files = std::exchange(report.files, {});
    QList<int> order(files.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&files](int first, int second) { return files[first].path < files[second].path; });
    QList<int> places(files.size());
    report.files.reserve(files.size());
    for (const int at : std::as_const(order)) {
        places[at] = static_cast<int>(report.files.size());
        report.files << files[at];
    }
    for (ReportLine &line : report.lines) {
        for (int &file : line.files)
            file = places[file];
        if (!line.groupEnds.isEmpty())
            sortGroups(line);
        else if (&line != &report.line(ReportKind::Largest))
            std::sort(line.files.begin(), line.files.end());
    }
}

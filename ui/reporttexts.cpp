#include "ui/reporttexts.h"

#include "app/archive/articlereader.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReportTexts)
};

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

}

QString reportTitle(ReportKind kind)
{
    switch (kind) {
    case ReportKind::FrontMatterRepaired:
        return Text::tr("Front matter repaired");
    case ReportKind::FrontMatterUnclosed:
        return Text::tr("Front matter without an end");
    case ReportKind::FrontMatterMissing:
        return Text::tr("No front matter");
    case ReportKind::TitleMissing:
        return Text::tr("No title");
    case ReportKind::CategoriesMissing:
        return Text::tr("No categories");
    case ReportKind::DateMissing:
        return Text::tr("No date");
    case ReportKind::DateUnreadable:
        return Text::tr("Unreadable date");
    case ReportKind::EncodingGuessed:
        return Text::tr("Encoding guessed");
    case ReportKind::EncodingDamaged:
        return Text::tr("Damaged characters");
    case ReportKind::Unreadable:
        return Text::tr("Unreadable");
    case ReportKind::NotARegularFile:
        return Text::tr("Not a regular file");
    case ReportKind::TooLarge:
        return Text::tr("Too large");
    case ReportKind::LinkLoop:
        return Text::tr("Links in a circle");
    case ReportKind::BodyEmpty:
        return Text::tr("Empty articles");
    case ReportKind::SameIdentity:
        return Text::tr("Copies of one article");
    case ReportKind::SameBody:
        return Text::tr("Articles with the same text");
    case ReportKind::Largest:
        break;
    }
    return Text::tr("Largest articles");
}

QString reportExplanation(ReportKind kind)
{
    switch (kind) {
    case ReportKind::FrontMatterRepaired:
        return Text::tr("The front matter is not valid YAML; it was read line by line.");
    case ReportKind::FrontMatterUnclosed:
        return Text::tr("The front matter begins and does not end.");
    case ReportKind::FrontMatterMissing:
        return Text::tr("The file has text and no front matter.");
    case ReportKind::TitleMissing:
        return Text::tr("The first heading, or else the name of the file, stands in for the title.");
    case ReportKind::CategoriesMissing:
        return Text::tr("The folders stand in for the categories.");
    case ReportKind::DateMissing:
        return Text::tr("The date in the file's name, or else the file's own time, stands in.");
    case ReportKind::DateUnreadable:
        return Text::tr("What is written as a date is none; the file's name or its own time stands in.");
    case ReportKind::EncodingGuessed:
        return Text::tr("The file is not in UTF-8 and does not say what it is in.");
    case ReportKind::EncodingDamaged:
        return Text::tr("Some bytes fit no encoding; they are shown as �.");
    case ReportKind::Unreadable:
        return Text::tr("The system does not let these files be read, or they are gone.");
    case ReportKind::NotARegularFile:
        return Text::tr("Pipes, sockets and devices are never opened.");
    case ReportKind::TooLarge:
        return Text::tr("Files of more than %1 are not opened.").arg(sizeText(maximumArticleSize));
    case ReportKind::LinkLoop:
        return Text::tr("These links lead back to themselves or to a folder above them.");
    case ReportKind::BodyEmpty:
        return Text::tr("There is a title and neither text nor picture.");
    case ReportKind::SameIdentity:
        return Text::tr("Files with one original address, or else with one title, date and beginning. "
                        "Reading or starring one does so for all.");
    case ReportKind::SameBody:
        return Text::tr("The text of these files is the same, character for character.");
    case ReportKind::Largest:
        break;
    }
    return Text::tr("The largest articles of the folder.");
}

QString reportSummary(const ArchiveReport &report)
{
    if (!report.error.isEmpty())
        return Text::tr("The folder cannot be read: %1.").arg(report.error);
    if (report.articles == 0 && report.complete)
        return Text::tr("There is no article in this folder.");
    QStringList lines;
    if (!report.complete)
        lines << Text::tr("Stopped before the end; copies were not looked for.");
    const ReportSizes &sizes = report.sizes;
    lines << Text::tr("%Ln article(s), %1 in all", nullptr, report.articles).arg(sizeText(sizes.total));
    if (sizes.largest > 0)
        lines << Text::tr("From %1 to %2; half of them have at most %3")
                     .arg(sizeText(sizes.smallest), sizeText(sizes.largest), sizeText(sizes.median));
    return lines.join(u'\n');
}

QString reportProgressText(const ReportProgress &progress)
{
    const QLocale locale;
    if (progress.stage == ReportProgress::Stage::Comparing)
        return Text::tr("Looking for the copies…");
    if (progress.walking && progress.found == progress.done)
        return Text::tr("Reading every article: %1 so far…").arg(locale.toString(progress.done));
    return Text::tr("Reading every article: %1 of %2…")
        .arg(locale.toString(progress.done), locale.toString(progress.found));
}

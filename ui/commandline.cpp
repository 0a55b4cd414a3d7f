#include "ui/commandline.h"

#include "app/library/listing.h"
#include "app/library/reportmaker.h"
#include "app/library/reportwriter.h"
#include "ui/marksexchanger.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

#include <memory>

using namespace Qt::StringLiterals;

namespace
{
using Task = CommandLine::Task;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// The options under their own names, so that asking for one cannot miss what was declared.
struct Options {
    QCommandLineOption list{u"list"_s, Text::tr("List FOLDER: one JSON object a line.")};
    QCommandLineOption report{
        u"report"_s, Text::tr("Report on FOLDER as one JSON object: what had to be mended, what could not be "
                              "read, copies, sizes.")};
    QCommandLineOption csv{u"csv"_s, Text::tr("With --report: a table (CSV) in place of JSON.")};
    QCommandLineOption exportTo{u"export"_s, Text::tr("Save ARTICLE as OUT: .html (one file), .pdf or .png."),
                                u"OUT"_s};
    QCommandLineOption exportMarks{
        u"export-marks"_s,
        Text::tr("Write what was read and starred to FILE: one JSON object a line, "
                 "an article or a read horizon each."),
        u"FILE"_s};
    QCommandLineOption importMarks{
        u"import-marks"_s,
        Text::tr(
            "Add what --export-marks wrote, also on another machine; of two marks the later one counts."),
        u"FILE"_s};
    QCommandLineOption newWindow{u"new-window"_s,
                                 Text::tr("Open a window of its own, also where Lectern is open already.")};
    QCommandLineOption service{
        u"service"_s, Text::tr("For the desktop: show no window before one is asked for over D-Bus.")};
    QCommandLineOption offline{u"offline"_s, Text::tr("Ask nothing of the network.")};
    QCommandLineOption dataFolder{u"data-dir"_s, Text::tr("Keep settings, marks and pictures in FOLDER."),
                                  u"FOLDER"_s};
    QCommandLineOption cacheFolder{u"cache-dir"_s, Text::tr("Keep the catalogue in FOLDER."), u"FOLDER"_s};
    QCommandLineOption help{{u"h"_s, u"help"_s}, Text::tr("Show this help.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, Text::tr("Show the version.")};
};

void declare(QCommandLineParser &parser, const Options &options)
{
    parser.setApplicationDescription(Text::tr("A desktop reader for folders of articles."));
    parser.addOptions({options.list, options.report, options.csv, options.exportTo, options.exportMarks,
                       options.importMarks, options.newWindow, options.service, options.offline,
                       options.dataFolder, options.cacheFolder, options.help, options.version});
    parser.addPositionalArgument(u"path"_s, Text::tr("The folder to open, or one article."),
                                 u"[FOLDER|FILE]"_s);
}

CommandLine refuse(const QString &problem)
{
    CommandLine command;
    command.task = Task::Refuse;
    command.problem = problem;
    return command;
}

bool hasExportEnding(const QString &file)
{
    static const QStringList endings{u"html"_s, u"htm"_s, u"pdf"_s, u"png"_s};
    return endings.contains(QFileInfo(file).suffix().toLower());
}

Task wantedTask(const QCommandLineParser &parser, const Options &options)
{
    if (parser.isSet(options.help))
        return Task::Help;
    if (parser.isSet(options.version))
        return Task::Version;
    if (parser.isSet(options.list))
        return Task::List;
    if (parser.isSet(options.report))
        return Task::Report;
    if (parser.isSet(options.exportMarks))
        return Task::ExportMarks;
    if (parser.isSet(options.importMarks))
        return Task::ImportMarks;
    return parser.isSet(options.exportTo) ? Task::Export : Task::Window;
}

// A sentence; empty where the task has all it needs.
QString whatIsMissing(const CommandLine &command)
{
    if (command.task == Task::List && command.path.isEmpty())
        return Text::tr("--list needs a folder.");
    if (command.task == Task::Report && command.path.isEmpty())
        return Text::tr("--report needs a folder.");
    if (command.csv && command.task == Task::Window)
        return Text::tr("--csv needs --report.");
    if (command.task != Task::Export)
        return {};
    if (command.path.isEmpty())
        return Text::tr("--export needs an article.");
    return hasExportEnding(command.exportFile)
               ? QString()
               : Text::tr("--export writes .html, .pdf or .png, not “%1”.").arg(command.exportFile);
}

QByteArray rootOf(const QString &folder)
{
    return QFile::encodeName(QFileInfo(folder).absoluteFilePath());
}

int fail(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
    return 1;
}

int list(const QString &folder)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    QString error;
    if (listArchive(rootOf(folder), out, &error))
        return 0;
    return fail(Text::tr("“%1” cannot be listed: %2").arg(QDir::toNativeSeparators(folder), error));
}

int report(const CommandLine &command)
{
    const ArchiveReport made =
        makeReport(rootOf(command.path), 0, {[] { return false; }, [](const ReportProgress &) {}});
    const QString folder = QDir::toNativeSeparators(command.path);
    if (!made.error.isEmpty())
        return fail(Text::tr("“%1” cannot be read: %2").arg(folder, made.error));
    QFile out;
    QString error;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    const bool isWritten =
        command.csv ? writeReportCsv(made, out, &error) : writeReportJson(made, out, &error);
    if (isWritten && out.flush())
        return 0;
    return fail(Text::tr("The report on “%1” cannot be written: %2").arg(folder, out.errorString()));
}
}

CommandLine parseCommandLine(int count, const char *const *arguments)
{
    QStringList words;
    for (int i = 0; i < count; ++i)
        words << QString::fromLocal8Bit(arguments[i]);
    const Options options;
    QCommandLineParser parser;
    declare(parser, options);
    if (!parser.parse(words))
        return refuse(parser.errorText());
    CommandLine command;
    command.task = wantedTask(parser, options);
    command.path = parser.positionalArguments().value(0);
    command.offline = parser.isSet(options.offline);
    command.dataFolder = parser.value(options.dataFolder);
    command.cacheFolder = parser.value(options.cacheFolder);
    command.exportFile = parser.value(options.exportTo);
    command.marksFile =
        parser.value(command.task == Task::ImportMarks ? options.importMarks : options.exportMarks);
    command.csv = parser.isSet(options.csv);
    command.newWindow = parser.isSet(options.newWindow);
    command.service = parser.isSet(options.service);
    const bool asksForText = command.task == Task::Help || command.task == Task::Version;
    if (parser.positionalArguments().size() > 1 && !asksForText)
        return refuse(Text::tr("Only one folder or file can be opened at a time."));
    const QString missing = whatIsMissing(command);
    return missing.isEmpty() ? command : refuse(missing);
}

QString commandLineHelp()
{
    const Options options;
    QCommandLineParser parser;
    declare(parser, options);
    return parser.helpText() + u'\n' + marksFormatText();
}

int runInTerminal(const CommandLine &command)
{
    switch (command.task) {
    case Task::List:
        return list(command.path);
    case Task::Report:
        return report(command);
    case Task::ExportMarks:
    case Task::ImportMarks:
        return exchangeMarks(command);
    case Task::Help:
        QTextStream(stdout) << commandLineHelp();
        return 0;
    case Task::Version:
        QTextStream(stdout) << u"lectern %1\n"_s.arg(QCoreApplication::applicationVersion());
        return 0;
    case Task::Refuse:
        QTextStream(stderr) << command.problem << '\n'
                            << Text::tr("“lectern --help” shows what can be asked.") << '\n';
        return 2;
    case Task::Window:
    case Task::Export:
        break;
    }
    return 1;
}

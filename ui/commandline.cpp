#include "ui/commandline.h"

#include "app/library/listing.h"

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
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// The options under their own names, so that asking for one cannot miss what was declared.
struct Options {
    QCommandLineOption list{u"list"_s, Text::tr("List FOLDER: one JSON object a line.")};
    QCommandLineOption exportTo{u"export"_s, Text::tr("Save ARTICLE as OUT: .html (one file), .pdf or .png."),
                                u"OUT"_s};
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
    parser.addOptions({options.list, options.exportTo, options.offline, options.dataFolder,
                       options.cacheFolder, options.help, options.version});
    parser.addPositionalArgument(u"path"_s, Text::tr("The folder to open, or one article."),
                                 u"[FOLDER|FILE]"_s);
}

CommandLine refuse(const QString &problem)
{
    CommandLine command;
    command.task = CommandLine::Task::Refuse;
    command.problem = problem;
    return command;
}

bool hasExportEnding(const QString &file)
{
    static const QStringList endings{u"html"_s, u"htm"_s, u"pdf"_s, u"png"_s};
    return endings.contains(QFileInfo(file).suffix().toLower());
}

int list(const QString &folder)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    QString error;
    if (listArchive(QFile::encodeName(QFileInfo(folder).absoluteFilePath()), out, &error))
        return 0;
    QTextStream(stderr) << Text::tr("“%1” cannot be listed: %2").arg(QDir::toNativeSeparators(folder), error)
                        << '\n';
    return 1;
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
    const QStringList paths = parser.positionalArguments();
    command.path = paths.value(0);
    command.offline = parser.isSet(options.offline);
    command.dataFolder = parser.value(options.dataFolder);
    command.cacheFolder = parser.value(options.cacheFolder);
    command.exportFile = parser.value(options.exportTo);
    using Task = CommandLine::Task;
    if (parser.isSet(options.help))
        command.task = Task::Help;
    else if (parser.isSet(options.version))
        command.task = Task::Version;
    else if (paths.size() > 1)
        return refuse(Text::tr("Only one folder or file can be opened at a time."));
    else if (parser.isSet(options.list))
        command.task = Task::List;
    else if (parser.isSet(options.exportTo))
        command.task = Task::Export;
    if (command.task == Task::List && paths.isEmpty())
        return refuse(Text::tr("--list needs a folder."));
    if (command.task == Task::Export && paths.isEmpty())
        return refuse(Text::tr("--export needs an article."));
    if (command.task == Task::Export && !hasExportEnding(command.exportFile))
        return refuse(Text::tr("--export writes .html, .pdf or .png, not “%1”.").arg(command.exportFile));
    return command;
}

QString commandLineHelp()
{
    const Options options;
    QCommandLineParser parser;
    declare(parser, options);
    return parser.helpText();
}

int runInTerminal(const CommandLine &command)
{
    switch (command.task) {
    case CommandLine::Task::List:
        return list(command.path);
    case CommandLine::Task::Help:
        QTextStream(stdout) << commandLineHelp();
        return 0;
    case CommandLine::Task::Version:
        QTextStream(stdout) << u"lectern %1\n"_s.arg(QCoreApplication::applicationVersion());
        return 0;
    case CommandLine::Task::Refuse:
        QTextStream(stderr) << command.problem << '\n'
                            << Text::tr("“lectern --help” shows what can be asked.") << '\n';
        return 2;
    case CommandLine::Task::Window:
    case CommandLine::Task::Export:
        break;
    }
    return 1;
}

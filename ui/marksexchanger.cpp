#include "ui/marksexchanger.h"

#include "app/catalog/marks.h"
#include "app/catalog/marksexchange.h"
#include "ui/appfolders.h"
#include "ui/commandline.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MarksExchange)
};

int fail(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
    return 1;
}

int writeMarks(const Database &marks, const QString &file)
{
    QSaveFile out(file);
    QString error;
    if (out.open(QIODevice::WriteOnly) && exportMarks(marks, out, &error) && out.commit())
        return 0;
    return fail(Text::tr("“%1” cannot be written: %2")
                    .arg(QDir::toNativeSeparators(file), error.isEmpty() ? out.errorString() : error));
}

int readMarks(Database &marks, const QString &file)
{
    QFile in(file);
    QString error;
    const bool isOpen = in.open(QIODevice::ReadOnly);
    const std::optional<ImportedMarks> imported = isOpen ? importMarks(in, marks, &error) : std::nullopt;
    const QString shown = QDir::toNativeSeparators(file);
    if (!isOpen)
        return fail(Text::tr("“%1” cannot be read: %2").arg(shown, in.errorString()));
    if (!imported && error.isEmpty())
        return fail(Text::tr("“%1” holds no marks that this Lectern knows.").arg(shown));
    if (!imported)
        return fail(Text::tr("The marks cannot be written: %1").arg(error));
    QTextStream out(stdout);
    out << Text::tr("%Ln article(s) imported.", nullptr, static_cast<int>(imported->articles)) << '\n';
    if (imported->refused > 0)
        out << Text::tr("%Ln line(s) could not be understood.", nullptr, static_cast<int>(imported->refused))
            << '\n';
    return 0;
}

}

int exchangeMarks(const CommandLine &command)
{
    const QString file = marksFile(appFolders(command).data);
    QString error;
    Marks marks; // brings an earlier schema up to date, and mends
    if (!marks.open(file, &error))
        return fail(Text::tr("The marks cannot be opened: %1").arg(error));
    Database database;
    if (!database.open(file, DatabaseUse::Precious, &error))
        return fail(Text::tr("The marks cannot be opened: %1").arg(error));
    return command.task == CommandLine::Task::ExportMarks ? writeMarks(database, command.marksFile)
                                                          : readMarks(database, command.marksFile);
}

QString marksFormatText()
{
    return Text::tr(
               "The file of --export-marks has one JSON object a line, in UTF-8. The first is "
               "{\"lectern-marks\":1}. An article is named by its “identity”, 16 hexadecimal digits, as in "
               "--list; “read”, “starred” and “position” (0 top, 1 end) each have a version, and of two the "
               "higher wins. A “horizon” marks everything of a category from one time to another as read. "
               "All times are milliseconds since 1970-01-01 UTC.") +
           u'\n';
}

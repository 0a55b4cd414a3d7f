#include "ui/appfolders.h"

#include "ui/commandline.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace
{
QString chosen(const QString &wanted, QStandardPaths::StandardLocation usual)
{
    return QDir(wanted.isEmpty() ? QStandardPaths::writableLocation(usual) : wanted).absolutePath();
}

// Beside an installed program, else in the source tree that this program was built from.
QString sampleFolder()
{
    // The second is inside a bundle of macOS.
    for (const QString &place : {u"/../share/lectern/seeds"_s, u"/../Resources/seeds"_s}) {
        const QDir installed(QCoreApplication::applicationDirPath() + place);
        if (installed.exists())
            return QDir::cleanPath(installed.absolutePath());
    }
    const QDir source(QStringLiteral(LECTERN_SOURCE_SEEDS));
    return source.exists() ? source.absolutePath() : QString();
}
}

QString dataFolder(const CommandLine &command)
{
    return chosen(command.dataFolder, QStandardPaths::AppDataLocation);
}

AppFolders appFolders(const CommandLine &command)
{
    AppFolders folders;
    folders.data = dataFolder(command);
    folders.cache = chosen(command.cacheFolder, QStandardPaths::CacheLocation);
    folders.pictures = folders.data + u"/pictures"_s;
    folders.imageHosts = folders.data + u"/image-hosts.txt"_s;
    folders.settingsFile = folders.data + u"/settings.ini"_s;
    folders.sample = sampleFolder();
    return folders;
}

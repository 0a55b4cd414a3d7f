#include "app/catalog/marks.h"
#include "app/library/library.h"
#include "app/library/settings.h"
#include "app/library/startnotes.h"
#include "ui/appfolders.h"
#include "ui/commandline.h"
#include "ui/enginesetup.h"
#include "ui/exporter.h"
#include "ui/imagethread.h"
#include "ui/instance.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/picturemodes.h"
#include "ui/quitsignals.h"
#include "ui/timing.h"
#include "ui/windowstart.h"
#include "ui/windowstyle.h"

#include <QApplication>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"lectern"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    const CommandLine command = parseCommandLine(argc, argv);
    if (command.isForTerminal()) {
        QCoreApplication application(argc, argv);
        installLanguage(application);
        return runInTerminal(parseCommandLine(argc, argv));
    }

    const bool isExport = command.task == CommandLine::Task::Export;
    StartNotes notes(dataFolder(command), graphicsCard(u"/dev"_s));
    if (const int refused = prepareEngine(argc, argv, isExport ? DisplayUse::NoWindow : DisplayUse::Window,
                                          notes.drawsInSoftware() ? Drawing::Software : Drawing::Usual))
        return refused;
    const bool mayStart = mayStartEngine();
    Instance instance(command);
    QApplication application(argc, argv);
    if (!isExport && instance.start() == Instance::Outcome::HandedOver)
        return 0;
    const bool hasEngine = mayStart && portalAgrees();
    installLanguage(application);
    installWindowStyle();

    const AppFolders folders = appFolders(command);
    Settings settings(folders.settingsFile);
    ImageThread images(folders.pictures, firstNetworkUse(settings, command.offline), settings.pictureLimit(),
                       folders.imageHosts, marksFile(folders.data));
    if (isExport)
        return exportArticle(command, images, settings.pageStyle(), {nullptr, hasEngine});

    Library library({folders.data, folders.cache});
    openAhead(library, settings, command);
    MainWindow window(library, settings, images, folders.sample, {&notes, hasEngine});
    logNextPaint(window, "window shown");
    startWindow(window, instance, command);
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitWanted, &application, &QCoreApplication::quit);
    return QApplication::exec();
}

#include "ui/picturecommands.h"

#include "app/library/settings.h"
#include "ui/imagethread.h"
#include "ui/noticebar.h"
#include "ui/webpane.h"

#include <QAction>

PictureCommands::PictureCommands(const Actions &actions, const Parts &parts, QObject *parent)
    : QObject(parent)
{
    Settings &settings = parts.settings;
    ImageThread &images = parts.images;
    actions.offline->setChecked(settings.offline());
    connect(actions.offline, &QAction::toggled, this, [&settings, &images](bool offline) {
        settings.setOffline(offline);
        images.setNetworkUse(offline ? NetworkUse::Never : NetworkUse::Allowed);
    });
    const auto useArchive = [&images](bool use) {
        images.setPublicArchive(use ? PublicArchiveUse::AsLastResort : PublicArchiveUse::Never);
    };
    actions.publicArchive->setChecked(settings.usesPublicArchive());
    useArchive(settings.usesPublicArchive());
    connect(actions.publicArchive, &QAction::toggled, this, [&settings, useArchive](bool use) {
        settings.setUsesPublicArchive(use);
        useArchive(use);
    });
    connect(actions.fetchAgain, &QAction::triggered, &parts.pane, &WebPane::retryPictures);
    connect(&images.loader(), &ImageLoader::storeUnusable, &parts.notices,
            [&notices = parts.notices](const QString &reason) {
                notices.put(Notice::Pictures, tr("Pictures cannot be kept on disk: %1").arg(reason));
            });
}

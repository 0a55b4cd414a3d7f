#include "ui/pagemenu.h"

#include "app/page/imageaddress.h"
#include "ui/lineicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QWebEngineContextMenuRequest>

using namespace Qt::StringLiterals;

namespace
{

void copy(const QUrl &address)
{
    QGuiApplication::clipboard()->setText(address.toString(QUrl::FullyEncoded));
}

}

PageMenu::PageMenu(const QWebEngineContextMenuRequest &request, const PagePicture *picture,
                   ImageFailure failure, QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"articleMenu"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const QUrl link = linkAddress(QString::fromLatin1(request.linkUrl().toEncoded()), {}, Tracking::Kept);
    if (link.isValid()) {
        const QString text = request.linkText();
        add({"pageOpenLink"_L1, "link-external"_L1, tr("&Open Link"), tr("Open the link in the browser")},
            [this, link, text] { Q_EMIT openLink(link, text); });
        add({"pageCopyLink"_L1, "link"_L1, tr("Copy &Link"), tr("Copy the link’s address")},
            [link] { copy(link); });
        addSeparator();
    }
    if (picture && failure == ImageFailure::None)
        addShownPicture(*picture);
    else if (picture)
        addMissingPicture(*picture, failure);
    QAction *copySelected = add({"pageCopy"_L1, "copy"_L1, tr("&Copy"), tr("Copy the text that is selected")},
                                [this] { Q_EMIT copyText(); });
    copySelected->setEnabled(!request.selectedText().isEmpty());
}

QAction *PageMenu::add(const Entry &entry, const std::function<void()> &chosen)
{
    QAction *action = addAction(lineIcon(entry.drawing), entry.text, this, chosen);
    action->setObjectName(entry.name);
    action->setStatusTip(entry.tip);
    return action;
}

void PageMenu::addCopyAddress(const QUrl &address)
{
    if (address.isValid())
        add({"pageCopyPictureAddress"_L1, "link"_L1, tr("Copy Picture’s &Address"),
             tr("Copy the picture’s address")},
            [address] { copy(address); });
}

void PageMenu::addShownPicture(const PagePicture &picture)
{
    const QByteArray key = picture.key;
    add({"pageViewPicture"_L1, "picture"_L1, tr("&View Picture"), tr("Show the picture large")},
        [this, key] { Q_EMIT viewPicture(key); });
    addCopyAddress(picture.address.url);
    add({"pageSavePicture"_L1, "save"_L1, tr("&Save Picture…"), tr("Save the picture as a file")},
        [this, key] { Q_EMIT savePicture(key); });
    if (picture.inlineData.isEmpty())
        add({"pageNotThePicture"_L1, "picture-never"_L1, tr("This Is &Not the Picture"),
             tr("Say that this only stands in for the picture")},
            [this, key] { Q_EMIT pictureJudged(key, Asking::Wrong); });
    addSeparator();
}

void PageMenu::addMissingPicture(const PagePicture &picture, ImageFailure failure)
{
    const QByteArray key = picture.key;
    add({"pageWhyMissing"_L1, "info"_L1, tr("&Why It Is Missing"), tr("Show what was tried to fetch it")},
        [this, key] { Q_EMIT viewPicture(key); });
    add({"pageTryAgain"_L1, "refresh"_L1, tr("&Try Again"),
         tr("Try once more to fetch the pictures that are missing")},
        [this] { Q_EMIT fetchAgain(); });
    if (failure == ImageFailure::StandIn)
        add({"pageShowWhatCame"_L1, "picture"_L1, tr("&Show What Came"),
             tr("Say that it is the picture after all")},
            [this, key] { Q_EMIT pictureJudged(key, Asking::Right); });
    addCopyAddress(picture.address.url);
    addSeparator();
}

#include "ui/pagemenu.h"

#include "app/page/imageaddress.h"

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
        addAction(tr("&Open Link"), this, [this, link, text] { Q_EMIT openLink(link, text); });
        addAction(tr("Copy &Link"), this, [link] { copy(link); });
        addSeparator();
    }
    if (picture && failure == ImageFailure::None)
        addShownPicture(*picture);
    else if (picture)
        addMissingPicture(*picture, failure);
    QAction *copySelected = addAction(tr("&Copy"), this, &PageMenu::copyText);
    copySelected->setEnabled(!request.selectedText().isEmpty());
}

void PageMenu::addShownPicture(const PagePicture &picture)
{
    const QByteArray key = picture.key;
    const QUrl address = picture.address.url;
    addAction(tr("&View Picture"), this, [this, key] { Q_EMIT viewPicture(key); });
    if (address.isValid())
        addAction(tr("Copy Picture’s &Address"), this, [address] { copy(address); });
    addAction(tr("&Save Picture…"), this, [this, key] { Q_EMIT savePicture(key); });
    if (picture.inlineData.isEmpty())
        addAction(tr("This Is &Not the Picture"), this,
                  [this, key] { Q_EMIT pictureJudged(key, Asking::Wrong); });
    addSeparator();
}

void PageMenu::addMissingPicture(const PagePicture &picture, ImageFailure failure)
{
    const QByteArray key = picture.key;
    const QUrl address = picture.address.url;
    addAction(tr("&Why It Is Missing"), this, [this, key] { Q_EMIT viewPicture(key); });
    addAction(tr("&Try Again"), this, &PageMenu::fetchAgain);
    if (failure == ImageFailure::StandIn)
        addAction(tr("&Show What Came"), this, [this, key] { Q_EMIT pictureJudged(key, Asking::Right); });
    if (address.isValid())
        addAction(tr("Copy Picture’s &Address"), this, [address] { copy(address); });
    addSeparator();
}

#pragma once

#include "app/page/safehtml.h"
#include "ui/imagehandler.h"

#include <QMenu>

#include <functional>

class QWebEngineContextMenuRequest;

// The article's own context menu. Nothing of Chromium's is in it.
class PageMenu final : public QMenu
{
    Q_OBJECT

public:
    // `picture` is the one under the pointer, or null; `failure` why it is missing, if it is.
    PageMenu(const QWebEngineContextMenuRequest &request, const PagePicture *picture, ImageFailure failure,
             QWidget *parent);

Q_SIGNALS:
    void openLink(const QUrl &address, const QString &text);
    void viewPicture(const QByteArray &key);
    void savePicture(const QByteArray &key);
    void fetchAgain();
    void pictureJudged(const QByteArray &key, Asking asking); // Wrong or Right
    void copyText();

private:
    struct Entry {
        QLatin1StringView name; // no command of the window's: see Shortcuts
        QLatin1StringView drawing;
        QString text;
        QString tip;
    };

    QAction *add(const Entry &entry, const std::function<void()> &chosen);
    void addCopyAddress(const QUrl &address);
    void addShownPicture(const PagePicture &picture);
    void addMissingPicture(const PagePicture &picture, ImageFailure failure);
};

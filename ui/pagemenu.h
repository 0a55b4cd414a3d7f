#pragma once

#include "app/page/safehtml.h"

#include <QMenu>

class QWebEngineContextMenuRequest;

// The article's own context menu. Nothing of Chromium's is in it.
class PageMenu final : public QMenu
{
    Q_OBJECT

public:
    enum class Picture { Shown, Missing };

    // `picture` is the one under the pointer, or null.
    PageMenu(const QWebEngineContextMenuRequest &request, const PagePicture *picture, Picture state,
             QWidget *parent);

Q_SIGNALS:
    void openLink(const QUrl &address, const QString &text);
    void viewPicture(const QByteArray &key);
    void savePicture(const QByteArray &key);
    void fetchAgain();
    void copyText();

private:
    void addPicture(const PagePicture &picture, Picture state);
};

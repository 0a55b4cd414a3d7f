#pragma once

#include <QByteArray>
#include <QUrl>

// The addresses that the web pane knows. Nothing else is ever loaded.

// "article": pages, article://<the pane's token>/<number>. An opaque origin: no storage, nothing shared.
QByteArray pageScheme();
// "article-image": pictures of the open page, article-image://i/<key>.
QByteArray imageScheme();
// "article-command": links that the window itself answers, article-command://category/<number of parts>.
QByteArray commandScheme();

// The key in a picture's address; empty where it is no such address.
QByteArray imageKey(const QUrl &address);
QUrl imageUrl(const QByteArray &key);

// Registers them with Chromium. Once, before QApplication.
void registerPageSchemes();

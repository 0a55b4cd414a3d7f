#pragma once

#include "app/catalog/catalogtypes.h"

#include <QObject>

class Library;
class LinkOpener;
class Navigator;
class QWidget;
class WebPane;

// What can be done with the open article.
class ArticleCommands final : public QObject
{
    Q_OBJECT

public:
    ArticleCommands(Library &library, Navigator &navigator, WebPane &pane, LinkOpener &links,
                    QWidget *window);

public Q_SLOTS:
    void openOriginal();
    void copyAddress();
    void markRead();
    void markUnread();
    void setStarred(bool starred);
    void saveAs();
    void print();

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void mark(bool read);
    void markSeen();
    QString suggestedFile(const QString &ending) const;

    Library &m_library;
    Navigator &m_navigator;
    WebPane &m_pane;
    LinkOpener &m_links;
    QWidget *m_window;
    ArticleId m_seen = 0; // the article last marked for being seen
};

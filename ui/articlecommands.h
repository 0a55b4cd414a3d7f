#pragma once

#include <QObject>

class LinkOpener;
class Navigator;
class QWidget;
class WebPane;

// What can be done with the open article.
class ArticleCommands final : public QObject
{
    Q_OBJECT

public:
    ArticleCommands(Navigator &navigator, WebPane &pane, LinkOpener &links, QWidget *window);

public Q_SLOTS:
    void openOriginal();
    void copyAddress();
    void saveAs();
    void print();

Q_SIGNALS:
    void said(const QString &sentence);

private:
    QString suggestedFile(const QString &ending) const;

    Navigator &m_navigator;
    WebPane &m_pane;
    LinkOpener &m_links;
    QWidget *m_window;
};

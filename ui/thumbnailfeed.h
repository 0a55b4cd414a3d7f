#pragma once

#include <QObject>
#include <QTimer>

class ArticleList;
class Library;
class Thumbnails;

// Asks for the thumbnails of the rows in sight and a screen around them, once the list stands still: nothing
// is asked for rows that fly past.
class ThumbnailFeed final : public QObject
{
    Q_OBJECT

public:
    // All outlive this.
    ThumbnailFeed(Thumbnails &thumbnails, ArticleList &list, const Library &library, QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

public Q_SLOTS:
    // Pictures were stored; many may come at once.
    void pictureStored();
    // All of them are gone.
    void storeCleared();

private:
    void rowsChanged();
    void ask();

    Thumbnails &m_thumbnails;
    ArticleList &m_list;
    const Library &m_library;
    QTimer m_asking;
    QTimer m_storing;
};

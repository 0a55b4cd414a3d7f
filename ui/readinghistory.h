#pragma once

#include "app/library/library.h"
#include "app/library/settings.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

class Navigator;
class QAbstractItemView;
class QAction;
class WebPane;

// Where the reader has been: the place in every article they left, and the way back and forward over the
// articles they opened, kept for each archive.
class ReadingHistory final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Library &library;
        Navigator &navigator;
        WebPane &pane;
        QAbstractItemView &tree;
        QAction *back;
        QAction *forward;
    };
    ReadingHistory(const Parts &parts, QObject *parent);

    // Another article is about to be shown: the place to show it at, 0 top, 1 end. One that was read to its
    // end begins anew, unless the reader goes back to it.
    double open(const ArticleRow &article);
    // Opens this one where it was left, as the next step after the open one.
    void openArticle(Identity article);
    // The mouse's buttons for back and forward work over these.
    void listenIn(const QList<QWidget *> &widgets);
    // The session's part of it; `begin` as an archive has been opened.
    void begin(const ArchiveSession &session);
    void save(ArchiveSession &session);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void said(const QString &sentence);

private:
    bool takeButton(Qt::MouseButton button);
    void leave();
    void go(int difference);
    void located(ArticleId id, CategoryId category, Identity wanted);
    void showListOf(ArticleId id, CategoryId category);
    void openWanted();
    void updateActions();

    Parts m_parts;
    QList<VisitedArticle> m_visited; // oldest first
    int m_place = -1;                // of the open article in these; -1 for none
    int m_wanted = -1;               // where a step back or forward leads to
    int m_step = 0;
    ArticleId m_wantedId = 0; // found in the archive
    bool m_isLooking = false; // whether it was asked for from here
    ArticleId m_openId = 0;
    Identity m_open{};
    double m_kept = 0;              // the open article's place, as it is on disk
    QHash<Identity, double> m_left; // newer than what the list knows
    QTimer m_keep;
};

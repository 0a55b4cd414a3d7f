#pragma once

#include "app/library/library.h"
#include "app/library/settings.h"

#include <QObject>
#include <QTimer>

class ListChooser;
class Navigator;
class ReadingHistory;
class QAbstractItemView;

// Where the reader stopped in an archive: kept while they read, found again when the archive is opened, also
// where its rows come only while the folder is being read.
class SessionKeeper final : public QObject
{
    Q_OBJECT

public:
    SessionKeeper(Library &library, Settings &settings, Navigator &navigator, ReadingHistory &history,
                  QAbstractItemView &tree, ListChooser &chooser, QObject *parent);

    // The next archive opens at this file in place of the article last read.
    void setWantedFile(const QByteArray &path);

public Q_SLOTS:
    void begin(); // an archive has been opened
    // `position` is how far down the open article the reader is: 0 top, 1 end.
    void save(double position);

private:
    void look();
    void located(ArticleId id, CategoryId category);
    void found(const ArticleRow &article);
    void listChanged();
    void passFinished();
    void openFirst();
    bool isFirstKnown() const;
    void selectCategory();

    Library &m_library;
    Settings &m_settings;
    Navigator &m_navigator;
    ReadingHistory &m_history;
    QAbstractItemView &m_tree;
    ListChooser &m_chooser;
    ArchiveSession m_wanted;
    QByteArray m_wantedFile;
    ArticleId m_wantedArticle = 0;
    bool m_searching = false;
    int m_asked = 0; // questions where the article is that were not answered yet
    QTimer m_patience;
};

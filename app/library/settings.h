#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/page/theme.h" // the one thing of page/ that the library knows: the reader's PageStyle

#include <QMap>

#include <memory>

// An article that was opened, and where it was left.
struct VisitedArticle {
    Identity article{};
    double position = 0; // 0 top, 1 end
    bool operator==(const VisitedArticle &) const = default;
};

// Where the reader stopped in one archive.
struct ArchiveSession {
    QStringList category; // path
    std::optional<Identity> article;
    double position = 0; // 0 top, 1 end
    ArticleSort sort;
    ArticleView view = ArticleView::Category; // any other: in place of the category
    QList<VisitedArticle> visited = {};       // oldest first
    int place = -1;                           // of the open article in these; -1 for none
};

constexpr qint64 usualPictureLimit = qint64(2) << 30; // bytes; as the picture store's own, usualStoreLimit

// When an article that is shown counts as read.
enum class ReadWhen : quint8 { AtOnce, AfterAMoment, ByKeyOnly };

// When pictures that are not stored are fetched.
enum class PictureMode : quint8 { Always, WhenAsked, Never };

// Everything kept between two runs that is neither catalogue nor marks; the only user of QSettings.
class Settings final
{
public:
    // `file` is an INI file; it need not exist. `error` style: unreadable values count as absent.
    explicit Settings(const QString &file);
    ~Settings();

    // While followsSystem(), the theme in it is the one that was shown last.
    PageStyle pageStyle() const;
    void setPageStyle(const PageStyle &style);

    // Whether the theme is light or dark as the desktop is; so until the reader chooses a theme.
    bool followsSystem() const;
    void setFollowsSystem(bool follows);

    QStringList recentFolders() const; // newest first, at most 10
    void addRecentFolder(const QString &folder);
    void clearRecentFolders();
    // The archive that a path means, absolute: of a folder itself; of a file the recent folder that it lies
    // in, else its own; of an empty path the last one, and nothing where there is none.
    QString archiveOf(const QString &path) const;

    void forgetSessions(); // of all archives: where the reader stopped, and what was visited

    ArchiveSession session(const QString &folder) const;
    void setSession(const QString &folder, const ArchiveSession &session);

    // Geometry and splitters as the widgets give them.
    QByteArray windowState(const QString &name) const;
    void setWindowState(const QString &name, const QByteArray &state);

    ReadWhen readWhen() const;
    void setReadWhen(ReadWhen when);

    qint64 pictureLimit() const; // bytes that stored pictures may take; usualPictureLimit at first
    void setPictureLimit(qint64 bytes);

    QString marksFolder() const; // where the marks of other devices lie; empty for none
    void setMarksFolder(const QString &folder);

    bool isReadHidden() const;
    void setReadHidden(bool hidden);

    QString keyPreset() const; // a preset's name, as it was given; empty at first
    void setKeyPreset(const QString &name);
    // What the reader changed of the preset: keys in portable text by a command's id, an empty list for a
    // command that is to have none.
    QMap<QString, QStringList> ownKeys() const;
    void setOwnKeys(const QMap<QString, QStringList> &keys);

    bool offline() const;
    void setOffline(bool offline);

    PictureMode pictureMode() const; // Always at first
    void setPictureMode(PictureMode mode);
    // Categories, by name, outermost first, whose pictures come though they are WhenAsked.
    QList<QStringList> pictureCategories() const;
    void addPictureCategory(const QStringList &category);
    void removePictureCategory(const QStringList &category); // and those above it

    // Whether pictures of this category come unasked, be it for one above it.
    bool fetchesUnasked(const QStringList &category) const;

    bool usesPublicArchive() const; // for pictures that cannot be had otherwise; off at first
    void setUsesPublicArchive(bool use);

    bool sync(); // writes now; false where the file cannot be written

private:
    struct Private;
    std::unique_ptr<Private> d;
};

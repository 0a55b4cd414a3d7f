#include "app/library/settings_p.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostRecentFolders = 10;
// See PageStyle.
constexpr int smallestText = 12, largestText = 40;      // CSS pixels
constexpr int narrowestColumn = 60, widestColumn = 200; // percent
constexpr int lowestLine = 80, highestLine = 150;       // percent

QString sessionGroup(const QString &folder)
{
    // A path as a key would be split at its slashes.
    const QByteArray path = QDir::cleanPath(folder).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16);
    return u"sessions/"_s + QString::fromLatin1(hash);
}

QString sortName(SortKey key)
{
    switch (key) {
    case SortKey::Title:
        return u"title"_s;
    case SortKey::Author:
        return u"author"_s;
    case SortKey::Date:
        break;
    }
    return u"date"_s;
}

SortKey sortFromName(const QString &name)
{
    for (const SortKey key : {SortKey::Title, SortKey::Author}) {
        if (sortName(key) == name)
            return key;
    }
    return SortKey::Date;
}

std::optional<Identity> identityFromText(const QString &text)
{
    bool good = false;
    const quint64 number = text.toULongLong(&good, 16);
    return good ? std::optional(Identity{number}) : std::nullopt;
}

QStringList visitedTexts(const QList<VisitedArticle> &visited)
{
    QStringList texts;
    for (const VisitedArticle &one : visited)
        texts << u"%1@%2"_s.arg(static_cast<quint64>(one.article), 0, 16).arg(one.position);
    return texts;
}

QString viewName(ArticleView view)
{
    switch (view) {
    case ArticleView::Unread:
        return u"unread"_s;
    case ArticleView::Starred:
        return u"starred"_s;
    case ArticleView::Newest:
        return u"newest"_s;
    case ArticleView::RecentlyRead:
        return u"recently-read"_s;
    case ArticleView::Category:
        break;
    }
    return u"category"_s;
}

ArticleView viewFromName(const QString &name)
{
    for (const ArticleView view :
         {ArticleView::Unread, ArticleView::Starred, ArticleView::Newest, ArticleView::RecentlyRead}) {
        if (viewName(view) == name)
            return view;
    }
    return ArticleView::Category;
}

QList<VisitedArticle> visitedFromTexts(const QStringList &texts)
{
    QList<VisitedArticle> visited;
    for (const QString &text : texts) {
        const std::optional<Identity> article = identityFromText(text.section(u'@', 0, 0));
        const double position = text.section(u'@', 1).toDouble();
        if (article)
            visited << VisitedArticle{*article, position >= 0 && position <= 1 ? position : 0};
    }
    return visited;
}

}

Settings::Settings(const QString &file)
    : d(std::make_unique<Private>(file))
{
}

Settings::~Settings() = default;

PageStyle Settings::pageStyle() const
{
    PageStyle style;
    style.theme = themeFromName(d->store.value(u"page/theme"_s).toString());
    if (d->store.value(u"page/font"_s).toString() == u"sans"_s)
        style.font = FontStyle::Sans;
    const auto read = [this](const QString &key, int from, int to, int *value) {
        bool good = false;
        const int number = d->store.value(key).toInt(&good);
        if (good && number >= from && number <= to)
            *value = number;
    };
    read(u"page/text-size"_s, smallestText, largestText, &style.textSize);
    read(u"page/column-width"_s, narrowestColumn, widestColumn, &style.columnWidth);
    read(u"page/line-height"_s, lowestLine, highestLine, &style.lineHeight);
    if (d->store.value(u"page/paragraphs"_s).toString() == u"indented"_s)
        style.paragraphs = ParagraphStyle::Indented;
    if (d->store.value(u"page/stillPictures"_s).toBool())
        style.motion = PictureMotion::Still;
    if (d->store.value(u"page/high-contrast"_s).toBool())
        style.contrast = Contrast::High;
    style.latinFont = d->store.value(u"page/latin-font"_s).toString();
    style.chineseFont = d->store.value(u"page/chinese-font"_s).toString();
    if (d->store.value(u"page/keep-trackers"_s).toBool())
        style.links = Tracking::Kept;
    return style;
}

void Settings::setPageStyle(const PageStyle &style)
{
    d->store.setValue(u"page/theme"_s, themeName(style.theme));
    d->store.setValue(u"page/font"_s, style.font == FontStyle::Sans ? u"sans"_s : u"serif"_s);
    d->store.setValue(u"page/text-size"_s, style.textSize);
    d->store.setValue(u"page/column-width"_s, style.columnWidth);
    d->store.setValue(u"page/line-height"_s, style.lineHeight);
    d->store.setValue(u"page/paragraphs"_s,
                      style.paragraphs == ParagraphStyle::Indented ? u"indented"_s : u"spaced"_s);
    d->store.setValue(u"page/stillPictures"_s, style.motion == PictureMotion::Still);
    d->store.setValue(u"page/high-contrast"_s, style.contrast == Contrast::High);
    d->store.setValue(u"page/latin-font"_s, style.latinFont);
    d->store.setValue(u"page/chinese-font"_s, style.chineseFont);
    d->store.setValue(u"page/keep-trackers"_s, style.links == Tracking::Kept);
}

bool Settings::followsSystem() const
{
    // Who chose a theme before there was this choice keeps it.
    const bool hasTheme = d->store.contains(u"page/theme"_s);
    return d->store.value(u"page/follow-system"_s, !hasTheme).toBool();
}

void Settings::setFollowsSystem(bool follows)
{
    const QString key = u"page/follow-system"_s;
    // What is set is written to the disk, on the window's thread.
    if (follows != followsSystem() || !d->store.contains(key))
        d->store.setValue(key, follows);
}

QStringList Settings::recentFolders() const
{
    QStringList folders = d->store.value(u"recent-folders"_s).toStringList();
    folders.removeAll(QString());
    folders.removeDuplicates();
    return folders.mid(0, mostRecentFolders);
}

void Settings::addRecentFolder(const QString &folder)
{
    QStringList folders = recentFolders();
    folders.removeAll(folder);
    folders.prepend(folder);
    if (folders != recentFolders())
        d->store.setValue(u"recent-folders"_s, folders.mid(0, mostRecentFolders));
}

void Settings::clearRecentFolders()
{
    d->store.remove(u"recent-folders"_s);
}

QString Settings::archiveOf(const QString &path) const
{
    if (path.isEmpty())
        return recentFolders().value(0);
    const QFileInfo info(path);
    if (!info.isFile())
        return info.absoluteFilePath();
    for (const QString &known : recentFolders()) {
        if (info.absoluteFilePath().startsWith(known + u'/'))
            return known;
    }
    return info.absolutePath();
}

void Settings::forgetSessions()
{
    d->store.remove(u"sessions"_s);
}

ArchiveSession Settings::session(const QString &folder) const
{
    const QString group = sessionGroup(folder) + u'/';
    const auto value = [this, &group](const QString &key) { return d->store.value(group + key); };
    ArchiveSession session;
    session.category = value(u"category"_s).toStringList();
    session.article = identityFromText(value(u"article"_s).toString());
    const double position = value(u"position"_s).toDouble();
    session.position = position >= 0 && position <= 1 ? position : 0; // false for NaN too
    session.sort.key = sortFromName(value(u"sort"_s).toString());
    if (value(u"order"_s).toString() == u"ascending"_s)
        session.sort.order = Qt::AscendingOrder;
    session.view = viewFromName(value(u"view"_s).toString());
    session.visited = visitedFromTexts(value(u"visited"_s).toStringList());
    session.place = qBound(-1, value(u"place"_s).toInt(), static_cast<int>(session.visited.size()) - 1);
    return session;
}

void Settings::setSession(const QString &folder, const ArchiveSession &session)
{
    d->store.beginGroup(sessionGroup(folder));
    d->store.setValue(u"category"_s, session.category);
    if (session.article)
        d->store.setValue(u"article"_s, QString::number(static_cast<quint64>(*session.article), 16));
    else
        d->store.remove(u"article"_s);
    d->store.setValue(u"position"_s, session.position);
    d->store.setValue(u"sort"_s, sortName(session.sort.key));
    d->store.setValue(u"order"_s,
                      session.sort.order == Qt::AscendingOrder ? u"ascending"_s : u"descending"_s);
    d->store.setValue(u"view"_s, viewName(session.view));
    d->store.setValue(u"visited"_s, visitedTexts(session.visited));
    d->store.setValue(u"place"_s, session.place);
    d->store.endGroup();
}

QByteArray Settings::windowState(const QString &name) const
{
    return d->store.value(u"window/"_s + name).toByteArray();
}

void Settings::setWindowState(const QString &name, const QByteArray &state)
{
    d->store.setValue(u"window/"_s + name, state);
}

QString Settings::marksFolder() const
{
    return d->store.value(u"marks-folder"_s).toString();
}

void Settings::setMarksFolder(const QString &folder)
{
    d->store.setValue(u"marks-folder"_s, folder);
}

bool Settings::isReadHidden() const
{
    return d->store.value(u"hide-read"_s).toBool();
}

void Settings::setReadHidden(bool hidden)
{
    d->store.setValue(u"hide-read"_s, hidden);
}

QString Settings::keyPreset() const
{
    return d->store.value(u"keys/preset"_s).toString();
}

void Settings::setKeyPreset(const QString &name)
{
    d->store.setValue(u"keys/preset"_s, name);
}

QMap<QString, QStringList> Settings::ownKeys() const
{
    QMap<QString, QStringList> keys;
    d->store.beginGroup(u"keys/own"_s);
    for (const QString &id : d->store.childKeys())
        keys.insert(id, d->store.value(id).toStringList());
    d->store.endGroup();
    return keys;
}

void Settings::setOwnKeys(const QMap<QString, QStringList> &keys)
{
    d->store.remove(u"keys/own"_s);
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        d->store.setValue(u"keys/own/"_s + it.key(), it.value());
}

ReadWhen Settings::readWhen() const
{
    const QString name = d->store.value(u"mark-read"_s).toString();
    if (name == u"at-once"_s)
        return ReadWhen::AtOnce;
    return name == u"by-key"_s ? ReadWhen::ByKeyOnly : ReadWhen::AfterAMoment;
}

void Settings::setReadWhen(ReadWhen when)
{
    const QString name = when == ReadWhen::ByKeyOnly ? u"by-key"_s : u"after-a-moment"_s;
    d->store.setValue(u"mark-read"_s, when == ReadWhen::AtOnce ? u"at-once"_s : name);
}

bool Settings::offline() const
{
    return d->store.value(u"offline"_s).toString() == u"true"_s;
}

void Settings::setOffline(bool offline)
{
    d->store.setValue(u"offline"_s, offline);
}

bool Settings::sync()
{
    d->store.sync();
    return d->store.status() == QSettings::NoError;
}

#include "app/library/library_p.h"
#include "app/library/workers.h"

// What somebody chooses to see: a category, an order, one article; the views, which are lists that cut
// through all categories; what is unread, and articles that are in no list.

void Library::connectViews()
{
    connect(d->workers->categories(), &CategoryReader::viewsCounted, this,
            [this](quint64 epoch, const ViewCounts &counts) {
                if (epoch != d->epoch)
                    return;
                d->viewCounts = counts;
                Q_EMIT viewsCounted(counts);
            });
    connect(d->workers->categories(), &CategoryReader::starredRead, this,
            [this](quint64 epoch, const QList<StarredFile> &files) {
                if (epoch == d->epoch)
                    Q_EMIT starredKnown(files);
            });
    connect(d->reader, &CatalogReader::articlesRead, this,
            [this](quint64 epoch, const QList<ArticleRow> &articles) {
                Q_EMIT articlesKnown(epoch == d->epoch ? articles : QList<ArticleRow>());
            });
    connect(d->lists, &ListReader::unreadFound, this, [this](quint64 request, ArticleId id) {
        if (request == d->unread)
            Q_EMIT unreadFound(id);
    });
}

void Library::requestArticles(const QList<ArticleId> &ids)
{
    Workers::ask(d->reader, &CatalogReader::readArticles, d->epoch, ids);
}

void Library::requestStarred()
{
    Workers::ask(d->workers->categories(), &CategoryReader::readStarred, d->epoch);
}

ArticleView Library::view() const
{
    return d->chosen ? ArticleView::Category : d->view;
}

bool Library::isReadHidden() const
{
    return d->isReadHidden;
}

ViewCounts Library::viewCounts() const
{
    return d->viewCounts;
}

void Library::showView(ArticleView view)
{
    d->view = view;
    d->category = wholeArchive;
    d->revealed = 0;
    d->chosen.reset();
    d->askForList(true);
}

void Library::reveal(ArticleId article)
{
    d->revealed = d->current = article;
    d->chosen.reset();
    d->askForList(true);
}

void Library::setReadHidden(bool hidden)
{
    if (d->isReadHidden == hidden)
        return;
    d->isReadHidden = hidden;
    d->revealed = 0;
    if (!d->chosen && d->view == ArticleView::Category)
        d->askForList(true);
}

void Library::leavePaths()
{
    if (!d->chosen)
        return;
    d->chosen.reset();
    d->askForList(true);
}

void Library::findUnread(ArticleId from, bool isForward)
{
    Workers::ask(d->lists, &ListReader::findUnread, ++d->unread, from, isForward);
}

void Library::showCategory(CategoryId id)
{
    const bool isShown = id == d->category && d->view == ArticleView::Category && !d->chosen;
    if (isShown && d->isFirstList && d->revealed == 0)
        return; // the tree of an archive that was just opened chooses what is there, or coming
    d->category = id;
    d->view = ArticleView::Category;
    d->revealed = 0;
    d->chosen.reset();
    d->askForList(true);
}

void Library::showPaths(const QList<QByteArray> &paths)
{
    d->chosen = paths;
    d->articles->clear();
    d->askForList(true);
}

void Library::setSort(const ArticleSort &sort)
{
    if (d->sort == sort)
        return;
    d->sort = sort;
    d->askForList(true);
}

void Library::setCurrentArticle(ArticleId id)
{
    d->current = id;
}

void Library::findTitle(const QString &text, ArticleId from)
{
    Workers::ask(d->lists, &ListReader::findTitle, ++d->title, text, from);
}

void Library::locate(Identity identity)
{
    Workers::ask(d->reader, &CatalogReader::locate, d->epoch, identity);
}

void Library::locatePath(const QByteArray &path)
{
    Workers::ask(d->reader, &CatalogReader::locatePath, d->epoch, path);
}

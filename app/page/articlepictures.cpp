#include "app/page/articlepictures.h"

#include "app/archive/articlereader.h"
#include "app/page/articlepage.h"
#include "app/page/neighbourpictures.h"
#include "app/page/sanitizer.h"

QList<ImageAddress> articlePictures(const QByteArray &root, const QByteArray &path)
{
    constexpr qsizetype most = 300;
    QString unreadable;
    const std::optional<Article> article = readArticle(root, path, &unreadable);
    if (!article)
        return {};
    SanitizerContext context;
    context.token = "t";
    context.base = articleBase(article->head.originalLink, root, path);
    const SafeHtml body = sanitize(article->body, article->format, context);
    QList<PagePicture> pictures = body.pictures();
    pictures.prepend(headPicture(article->head.headImage, context.base, body, context.token));
    QList<ImageAddress> addresses;
    for (const PagePicture &picture : std::as_const(pictures)) {
        const QString scheme = picture.address.url.scheme();
        const bool isRemote = scheme == u"http" || scheme == u"https"; // not beside the article
        if (isRemote && addresses.size() < most)
            addresses << picture.address;
    }
    return addresses;
}

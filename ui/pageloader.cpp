#include "ui/pageloader.h"

#include "app/archive/articlereader.h"
#include "app/page/neighbourpictures.h"
#include "ui/pagetexts.h"

#include <QRandomGenerator>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace
{

// 128 random bits in letters and digits.
QByteArray randomToken()
{
    QRandomGenerator *source = QRandomGenerator::system();
    return QByteArray::number(source->generate64(), 36) + QByteArray::number(source->generate64(), 36);
}

LoadedPage finished(const PageTexts &texts, const PagePicture &head, const SafeHtml &body,
                    const PageRequest &request)
{
    LoadedPage page;
    page.html = articlePage(texts, head, body, request.style, randomToken());
    QList<PagePicture> pictures = body.pictures();
    if (!head.key.isEmpty())
        pictures.prepend(head);
    page.pictures = withNeighbours(pictures, request.root);
    page.title = texts.title;
    page.text = plainText(body);
    page.original = texts.originalLink;
    return page;
}

}

LoadedPage makePage(const PageRequest &request)
{
    SanitizerContext context;
    context.token = randomToken();
    context.paneWidth = request.paneWidth;
    context.colors = themeColors(request.style.theme);
    context.labels = sanitizerLabels();

    QString error;
    const std::optional<Article> article = readArticle(request.root, request.head.path, &error);
    if (!article)
        return finished(unreadableTexts(request.head, error), {}, sanitize({}, BodyFormat::Html, context),
                        request);
    context.base = linkAddress(article->head.originalLink, {});
    if (!context.base.isValid())
        context.base = articleFileAddress(request.root, request.head.path);
    const SafeHtml body = sanitize(article->body, article->format, context);
    const PagePicture head = headPicture(article->head.headImage, context.base, body, context.token);
    const PageTexts texts =
        pageTexts(article->head, readingMinutes(plainText(body)), body.isSimplified(), request.locale);
    return finished(texts, head, body, request);
}

PageLoader::PageLoader(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(2);
}

PageLoader::~PageLoader()
{
    m_threads.waitForDone();
}

void PageLoader::load(const PageRequest &request)
{
    const quint64 number = ++m_number;
    // What has not begun yet would only be thrown away.
    m_threads.clear();
    QtConcurrent::run(&m_threads, makePage, request).then(this, [this, number](LoadedPage page) {
        if (number != m_number)
            return;
        page.number = number;
        Q_EMIT loaded(page);
    });
}

void PageLoader::cancel()
{
    ++m_number;
}

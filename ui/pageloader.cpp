#include "ui/pageloader.h"

#include "app/archive/articlereader.h"
#include "app/images/imagepolicy.h"
#include "app/images/knownsizes.h"
#include "app/library/startnotes.h"
#include "app/page/neighbourpictures.h"
#include "app/page/textonly.h"
#include "ui/pagetexts.h"

#include <QRandomGenerator>

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

// Of a picture beside its article, or in the store.
QSize knownSize(const QUrl &address, const QByteArray &root, KnownSizes *stored)
{
    constexpr qint64 head = 256 * 1024; // bytes; cameras put small pictures and colour tables before the size
    return address.isLocalFile() ? imageSize(neighbourBytes(address, root, head)) : stored->size(address);
}

LoadedPage textAlone(const PageRequest &request)
{
    LoadedPage page;
    page.title = request.head.title;
    QString error;
    const std::optional<Article> article = readArticle(request.root, request.head.path, &error);
    if (!article) {
        page.text = unreadableTexts(request.head, error).notice;
        return page;
    }
    page.title = article->head.title;
    page.text = QString::fromUtf8(strippedText(article->body.toUtf8()));
    page.original = linkAddress(article->head.originalLink, {});
    return page;
}

}

QByteArray noteName(const QByteArray &root, const ArticleHead &head)
{
    const auto identity = static_cast<quint64>(head.identity);
    return identity != 0 ? QByteArray::number(identity, 16) : root + '\0' + head.path;
}

LoadedPage makePage(const PageRequest &request)
{
    if (request.kind == PageKind::TextAlone)
        return textAlone(request);
    SanitizerContext context;
    context.token = randomToken();
    context.colors = themeColors(request.style);
    context.labels = sanitizerLabels();
    context.tracking = request.style.links;

    QString error;
    const std::optional<Article> article = readArticle(request.root, request.head.path, &error);
    if (!article)
        return finished(unreadableTexts(request.head, error), {}, sanitize({}, BodyFormat::Html, context),
                        request);
    context.base = articleBase(article->head.originalLink, request.root, request.head.path);
    KnownSizes stored(request.storeFolder);
    context.knownSize = [&](const QUrl &address) { return knownSize(address, request.root, &stored); };
    const SafeHtml body = sanitize(article->body, article->format, context);
    PagePicture head = headPicture(article->head.headImage, context.base, body, context.token);
    if (!head.key.isEmpty())
        head.size = context.knownSize(head.address.url);
    const PageTexts texts =
        pageTexts(article->head, readingMinutes(plainText(body)), body.isSimplified(), request.locale);
    return finished(texts, head, body, request);
}

PageLoader::PageLoader(const StartNotes *notes, QObject *parent)
    : QObject(parent)
    , m_notes(notes)
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
    // Not by QFuture::then(): with Qt 6.4 a page that is ready before it is called crashes or comes at once.
    m_threads.start([this, number, request] {
        const MakingNote note(request.kind == PageKind::Whole ? m_notes : nullptr,
                              noteName(request.root, request.head));
        LoadedPage page = makePage(request);
        page.number = number;
        QMetaObject::invokeMethod(
            this,
            [this, page] {
                if (page.number == m_number)
                    Q_EMIT loaded(page);
            },
            Qt::QueuedConnection);
    });
}

void PageLoader::cancel()
{
    ++m_number;
}

#include "ui/aheadfetching.h"

#include "app/library/library.h"
#include "app/library/settings.h"
#include "ui/imagethread.h"
#include "ui/navigator.h"
#include "ui/picturefetching.h"
#include "ui/picturemodes.h"
#include "ui/webpane.h"

#include <chrono>

using namespace std::chrono_literals;

constexpr auto stay = 1s; // who goes on sooner is looking for something

AheadFetching::AheadFetching(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(stay);
    connect(&m_pause, &QTimer::timeout, this, &AheadFetching::fetch);
    connect(&parts.pane, &WebPane::articleVisible, &m_pause, qOverload<>(&QTimer::start));
    // What is on its way goes on: it may be for the article that is opened now.
    connect(&parts.navigator, &Navigator::opened, &m_pause, &QTimer::stop);
    // Others may come unasked now, or none.
    connect(&parts.modes, &PictureModes::changed, this, &AheadFetching::beginAnew);
}

void AheadFetching::beginAnew()
{
    QMetaObject::invokeMethod(&m_parts.images.ahead(), &PictureCollector::stop);
    m_pause.start();
}

void AheadFetching::fetch()
{
    if (!m_parts.modes.mayFetch() || !m_parts.navigator.current())
        return;
    const ArticleModel &model = *m_parts.library.articles();
    const int row = model.rowOf(m_parts.navigator.current()->id);
    QList<PictureCollector::Article> articles;
    for (const int neighbour : {row + 1, row - 1}) {
        const std::optional<ArticleRow> article = row < 0 ? std::nullopt : model.article(neighbour);
        if (article && m_parts.settings.fetchesUnasked(article->head.categories))
            articles << picturesOf(article->head, m_parts.library.root(), m_parts.notes);
    }
    PictureCollector *ahead = &m_parts.images.ahead();
    if (articles.isEmpty())
        return;
    QMetaObject::invokeMethod(ahead, [ahead, articles] {
        ahead->begin(ImageUse::Ahead, static_cast<int>(articles.size()));
        ahead->add(articles);
        ahead->add({});
    });
}

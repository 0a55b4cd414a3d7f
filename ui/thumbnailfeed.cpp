#include "ui/thumbnailfeed.h"

#include "app/library/library.h"
#include "ui/articledelegate.h"
#include "ui/articlelist.h"
#include "ui/thumbnails.h"

#include <QEvent>
#include <QScrollBar>

#include <chrono>

using namespace std::chrono_literals;

namespace
{

constexpr auto standstill = 40ms; // longer than from one frame to the next while somebody scrolls
constexpr auto gathering = 300ms; // of the pictures of one article

}

ThumbnailFeed::ThumbnailFeed(Thumbnails &thumbnails, ArticleList &list, const Library &library,
                             QObject *parent)
    : QObject(parent)
    , m_thumbnails(thumbnails)
    , m_list(list)
    , m_library(library)
{
    m_asking.setSingleShot(true);
    m_storing.setSingleShot(true);
    connect(&m_asking, &QTimer::timeout, this, &ThumbnailFeed::ask);
    connect(&m_storing, &QTimer::timeout, this, [this] {
        m_thumbnails.forgetMissing();
        ask();
    });
    connect(list.verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { m_asking.start(standstill); });
    const ArticleModel *model = library.articles();
    connect(model, &QAbstractItemModel::dataChanged, this, &ThumbnailFeed::rowsChanged);
    connect(model, &ArticleModel::applied, this, &ThumbnailFeed::rowsChanged);
    connect(&thumbnails, &Thumbnails::changed, list.viewport(), qOverload<>(&QWidget::update));
    list.viewport()->installEventFilter(this);
}

bool ThumbnailFeed::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        m_asking.start(standstill);
    return QObject::eventFilter(watched, event);
}

// At once, unless the list is on its way: then when it stands still.
void ThumbnailFeed::rowsChanged()
{
    if (!m_asking.isActive())
        m_asking.start(0ms);
}

void ThumbnailFeed::pictureStored()
{
    if (!m_storing.isActive())
        m_storing.start(gathering);
}

void ThumbnailFeed::storeCleared()
{
    m_thumbnails.forgetAll();
    ask();
}

void ThumbnailFeed::ask()
{
    m_thumbnails.setShape(thumbnailSize(m_list.fontMetrics()), thumbnailRadius,
                          m_list.viewport()->devicePixelRatioF());
    const ArticleModel &model = *m_library.articles();
    const auto [first, last] = m_list.rowsInSight();
    const int screen = last - first + 1;
    QList<ArticleHead> articles;
    const auto add = [&](int from, int to) {
        for (int row = std::max(0, from); row <= std::min(to, model.rowCount() - 1); ++row) {
            if (model.index(row).data(ArticleModel::LoadedRole).toBool())
                articles << model.article(row)->head;
        }
    };
    add(first, last);
    add(last + 1, last + screen);
    add(first - screen, first - 1);
    m_thumbnails.want(m_library.root(), articles);
}

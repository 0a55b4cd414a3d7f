#include "ui/pageground.h"

#include <QChildEvent>
#include <QPainter>
#include <QQuickWidget>
#include <QWebEnginePage>
#include <QWebEngineView>

namespace
{

// How much shorter something has to be, for its pixels to reach its end: Qt rounds each for itself where it
// lies, how long it is, and where what is around it goes on.
int shortening(int from, int length, double ratio)
{
    int less = 0;
    while (less < length &&
           qRound(from * ratio) + qRound((length - less) * ratio) < qRound((from + length - less) * ratio))
        ++less;
    return less;
}

}

PageGround::PageGround(QWebEngineView &view)
    : m_view(view)
    , m_cover(new QWidget(&view))
{
    m_cover->setObjectName(QStringLiteral("pageCover"));
    m_cover->setAutoFillBackground(true);
    m_cover->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_cover->hide();
    view.installEventFilter(this);
}

void PageGround::setColor(const QColor &color)
{
    m_color = color;
    m_cover->setPalette(color);
    m_view.page()->setBackgroundColor(color);
    for (auto *drawn : m_view.findChildren<QQuickWidget *>())
        drawn->setClearColor(color);
}

void PageGround::uncover()
{
    m_cover->hide();
}

void PageGround::fitToPixels()
{
    const QPoint place = m_view.mapTo(m_view.window(), QPoint());
    const double ratio = m_view.devicePixelRatioF();
    m_view.setContentsMargins(0, 0, shortening(place.x(), m_view.width(), ratio),
                              shortening(place.y(), m_view.height(), ratio));
}

// The engine puts the new widget into the view whole, before it shows it.
bool PageGround::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded) {
        if (auto *drawn = qobject_cast<QQuickWidget *>(static_cast<QChildEvent *>(event)->child())) {
            drawn->setClearColor(m_color);
            m_cover->raise();
            m_cover->show();
        }
    } else if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        fitToPixels();
        m_cover->resize(m_view.size());
    } else if (event->type() == QEvent::Paint) {
        QPainter(&m_view).fillRect(m_view.rect(), m_color);
    }
    return QObject::eventFilter(watched, event);
}

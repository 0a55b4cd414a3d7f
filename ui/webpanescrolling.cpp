#include "ui/webpane.h"

#include "ui/pageengine.h"
#include "ui/pagescripts.h"
#include "ui/textview.h"
#include "ui/webpage.h"

// Where the reader is in the article, and how he gets on in it.

void WebPane::noteScrolled()
{
    if (m_restoring || !m_settled || !hasArticle() || showsText())
        return;
    m_position = m_engine->position();
    reportScroll();
}

void WebPane::noteTextScrolled()
{
    Q_EMIT scrolled();
    if (!showsText() || m_restoring || !hasArticle())
        return;
    m_position = m_text->position();
    reportScroll();
}

void WebPane::reportScroll()
{
    if (!m_scrollTimer.isActive())
        m_scrollTimer.start();
}

void WebPane::scrollPage(Direction direction)
{
    const int sign = direction == Direction::Forward ? 1 : -1;
    const auto report = [this, direction](bool moved) {
        if (!moved && direction == Direction::Forward)
            Q_EMIT endReached();
        else if (!moved)
            Q_EMIT startReached();
    };
    m_restoring = false;
    if (showsText())
        report(m_text->scrollPage(sign));
    else
        m_engine->page().run(scrollPageScript(sign),
                             [report](const QVariant &moved) { report(moved.toBool()); });
}

void WebPane::scrollToTop()
{
    m_restoring = false;
    if (showsText())
        m_text->setPosition(0);
    else
        m_engine->page().run(scrollToTopScript());
}

void WebPane::scrollToEnd()
{
    m_restoring = false;
    if (showsText())
        m_text->setPosition(1);
    else
        m_engine->page().run(scrollToEndScript());
}

#include "ui/panesearch.h"

#include "ui/textview.h"

#include <QWebEngineFindTextResult>
#include <QWebEnginePage>

PaneSearch::PaneSearch(TextView &text, QObject *parent)
    : QObject(parent)
    , m_view(text)
{
}

void PaneSearch::lookIn(QWebEnginePage *page)
{
    if (m_page)
        m_page->disconnect(this);
    m_page = page;
    if (page)
        connect(page, &QWebEnginePage::findTextFinished, this,
                [this](const QWebEngineFindTextResult &result) {
                    Q_EMIT found(result.activeMatch(), result.numberOfMatches());
                });
    else
        repeat();
}

void PaneSearch::find(const QString &text)
{
    m_text = text;
    if (!m_page) {
        const TextView::Found result = m_view.find(text);
        Q_EMIT found(result.active, result.count);
        return;
    }
    m_page->findText(text);
    if (text.isEmpty())
        Q_EMIT found(0, 0);
}

void PaneSearch::findAgain(int direction)
{
    if (m_text.isEmpty())
        return;
    if (!m_page) {
        const TextView::Found result = m_view.findAgain(direction);
        Q_EMIT found(result.active, result.count);
        return;
    }
    m_page->findText(m_text, direction < 0 ? QWebEnginePage::FindBackward : QWebEnginePage::FindFlags());
}

void PaneSearch::repeat()
{
    if (!m_text.isEmpty())
        find(m_text);
}

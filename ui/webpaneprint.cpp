#include "ui/pageengine.h"
#include "ui/textview.h"
#include "ui/webpane.h"

#include <QPageLayout>
#include <QPointer>
#include <QPrinter>

// The article of a pane on paper: app/page draws it no differently there, so this is the engine's own way,
// and the text's where that stands in.

void WebPane::print(std::unique_ptr<QPrinter> printer)
{
    m_printer = std::move(printer);
    if (!showsText()) {
        m_engine->print(*m_printer, [this] { Q_EMIT printed(false); });
        return;
    }
    m_text->print(*m_printer);
    Q_EMIT printed(m_printer->printerState() != QPrinter::Error);
}

void WebPane::makePdf(int number)
{
    constexpr double margin = 18; // millimetres
    const QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                             QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
    if (showsText()) {
        Q_EMIT pdfMade(m_text->pdf(layout), number);
        return;
    }
    // The engine answers open questions while it is being destroyed, too.
    const auto answer = [pane = QPointer(this), number](const QByteArray &pdf) {
        if (pane)
            Q_EMIT pane->pdfMade(pdf, number);
    };
    m_engine->makePdf(layout, answer);
}

// The page is shown later; not where another article was chosen until then.
bool WebPane::waitsForDocument(const LoadedPage &page)
{
    return m_engine && m_engine->defer([this, page, id = m_article.id] {
        if (id == m_article.id)
            showPage(page);
    });
}

// The engine says nothing more about either.
void WebPane::giveUpDocuments()
{
    if (m_printer)
        Q_EMIT printed(false);
    Q_EMIT pdfMade({}, 0);
}

void WebPane::finishDocuments()
{
    if (m_engine)
        m_engine->finishDocuments();
}

#include "ui/imagehandler.h"
#include "ui/pageengine.h"
#include "ui/panesearch.h"
#include "ui/textview.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QPageLayout>
#include <QPointer>
#include <QPrinter>
#include <QWebEngineView>

#include <chrono>

using namespace std::chrono_literals;

// The article of a pane on paper: app/page draws it no differently there, so this is the engine's own way,
// and the text's where that stands in.

void WebPane::print(std::unique_ptr<QPrinter> printer)
{
    m_printer = std::move(printer);
    m_isPrinting = true;
    connect(
        this, &WebPane::printed, this, [this] { m_isPrinting = false; }, Qt::SingleShotConnection);
    if (!showsText()) {
        // An engine whose print was lost may come round later, in the middle of the next one's.
        m_engine->print(*m_printer, [this, printer = m_printer.get()] {
            if (printer == m_printer.get())
                Q_EMIT printed(PrintEnd::Lost);
        });
        return;
    }
    m_text->print(*m_printer);
    Q_EMIT printed(m_printer->printerState() == QPrinter::Error ? PrintEnd::Refused : PrintEnd::Done);
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
    constexpr auto handingOver = 3s; // of a document to the thread that paints it on the printer
    return m_engine && m_engine->defer([this, page, id = m_article.id] {
        if (id == m_article.id)
            showPage(page);
        // Chromium drops the document with its page. One that it has made is on its way to the printer.
        QTimer::singleShot(handingOver, this, [this, printer = m_printer.get()] {
            if (printer == m_printer.get() && m_isPrinting && printer->printerState() != QPrinter::Active)
                losePrint();
        });
    });
}

// Another engine takes its place, as there is no other print in this one. That may not go just now: Chromium
// falls over a page that goes soon after its process.
void WebPane::losePrint()
{
    const bool isShown = !showsText();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_search->lookIn(nullptr);
    m_engine->leavePrint();
    for (QObject *part : std::initializer_list<QObject *>{&m_engine->page(), &m_engine->view(), &pictures()})
        part->disconnect(this);
    removeWidget(&m_engine->view());
    m_lost.push_back({std::move(m_printer), std::move(m_engine)});
    startEngine();
    if (isShown) {
        setCurrentWidget(&m_engine->view());
        setFocusProxy(&m_engine->view());
    }
    if (isShown && hadFocus)
        setFocus(Qt::OtherFocusReason);
    if (isShown && hasArticle())
        load();
    Q_EMIT printed(PrintEnd::Lost);
}

// The engine says nothing more about either. True where another has taken its place.
bool WebPane::giveUpDocuments()
{
    const bool isReplaced = m_isPrinting;
    if (isReplaced)
        losePrint();
    Q_EMIT pdfMade({}, 0);
    return isReplaced;
}

void WebPane::finishDocuments()
{
    if (m_engine)
        m_engine->finishDocuments();
}

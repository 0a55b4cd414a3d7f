#include "ui/pageengine.h"

#include "ui/imagehandler.h"
#include "ui/pageground.h"
#include "ui/pagehandler.h"
#include "ui/pagescheme.h"
#include "ui/pagescripts.h"
#include "ui/requestguard.h"
#include "ui/webpage.h"
#include "ui/webprofile.h"

#include <QEventLoop>
#include <QImage>
#include <QPageLayout>
#include <QPointer>
#include <QWebEngineProfile>
#include <QWebEngineView>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

bool isOneColor(const QImage &picture)
{
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < pixels.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(pixels.constScanLine(y));
        if (std::any_of(line, line + pixels.width(),
                        [&pixels](QRgb pixel) { return pixel != pixels.pixel(0, 0); }))
            return false;
    }
    return true;
}

}

PageEngine::PageEngine(ImageLoader &images)
    : m_pages(std::make_unique<PageHandler>())
    , m_pictures(std::make_unique<ImageHandler>())
    , m_guard(std::make_unique<RequestGuard>())
    , m_profile(makeProfile())
    , m_view(std::make_unique<QWebEngineView>())
    , m_page(std::make_unique<WebPage>(m_profile.get()))
    , m_ground(std::make_unique<PageGround>(*m_view))
{
    m_profile->installUrlSchemeHandler(pageScheme(), m_pages.get());
    m_profile->installUrlSchemeHandler(imageScheme(), m_pictures.get());
    // Fails every command. Without a handler Chromium takes the scheme for another program's and never asks
    // the navigation policy, which is where commands are carried out.
    m_profile->installUrlSchemeHandler(commandScheme(), m_pages.get());
    m_profile->setUrlRequestInterceptor(m_guard.get());
    m_view->setObjectName(u"articleView"_s);
    m_view->setPage(m_page.get());
    m_view->setAcceptDrops(false); // a folder dropped on the article is the window's
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_pictures->use(images);
    constexpr auto patience = 5s; // several times what a document takes; a page that hangs is never done
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    QObject::connect(&m_patience, &QTimer::timeout, m_page.get(), [this] {
        if (m_giveUp)
            std::exchange(m_giveUp, {})();
        m_isOverdue = true;
        openNext();
    });
    QObject::connect(m_view.get(), &QWebEngineView::printFinished, m_page.get(), [this] { endDocument(); });
    QObject::connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, m_page.get(), [this] {
        m_documents = 0; // nobody says anything more about them
        endDocument();
    });
}

PageEngine::~PageEngine() = default;

void PageEngine::open(const LoadedPage &page, const ThemeColors &colors, const QString &retryKey)
{
    m_pictures->setPictures(page.pictures, colors, retryKey);
    m_address = m_pages->setPage(page.html);
    m_guard->expect(m_address);
    setGround(colors);
    m_page->open(m_address);
}

void PageEngine::setGround(const ThemeColors &colors)
{
    m_ground->setColor(QColor::fromRgb(colors.background));
}

void PageEngine::uncover()
{
    m_ground->uncover();
}

void PageEngine::askProgress(Proof proof, const PaintWatch::Answer &answered) const
{
    m_page->run(progressScript(m_address.toEncoded()), [this, proof, answered](const QVariant &value) {
        auto progress = static_cast<PaintWatch::Progress>(qBound(0, value.toInt(), 2));
        // A title stands on every page, so none is of one colour.
        if (progress == PaintWatch::Progress::Painted && proof == Proof::Pixels &&
            isOneColor(m_view->grab().toImage()))
            progress = PaintWatch::Progress::Parsed;
        answered(progress);
    });
}

double PageEngine::position() const
{
    const double room = m_page->contentsSize().height() - m_view->height() / m_page->zoomFactor();
    return room > 0 ? qBound(0.0, m_page->scrollPosition().y() / room, 1.0) : 0;
}

void PageEngine::renewPictures(Asking asking)
{
    putRenewed(m_pictures->renewFailed(asking));
}

void PageEngine::renewJudged(const QByteArray &key)
{
    putRenewed(m_pictures->renewJudged(key));
}

void PageEngine::setColumn(int width)
{
    if (width == m_pictures->column())
        return;
    m_pictures->setColumn(width);
    const QHash<QByteArray, QByteArray> redrawn = m_pictures->redrawFailed();
    if (!redrawn.isEmpty())
        m_page->run(redrawPicturesScript(redrawn));
}

void PageEngine::putRenewed(const QHash<QByteArray, QByteArray> &renewed) const
{
    if (!renewed.isEmpty())
        m_page->run(renewPicturesScript(renewed));
}

void PageEngine::print(QPrinter &printer, const std::function<void()> &failed)
{
    beginDocument();
    m_giveUp = {}; // what the printer has been given is on its way
    preparePaper({m_address, [this, &printer] { m_view->print(&printer); },
                  [this, failed] {
                      endDocument();
                      failed();
                  }});
}

void PageEngine::leavePrint()
{
    m_view->setPage(nullptr);
    m_view->hide();
}

void PageEngine::makePdf(const QPageLayout &layout, const std::function<void(const QByteArray &)> &made)
{
    beginDocument();
    // Open questions are answered while the page is being destroyed, too.
    const auto answer = [this, made, page = QPointer(m_page.get()),
                         isAnswered = std::make_shared<bool>(false)](const QByteArray &pdf) {
        if (std::exchange(*isAnswered, true))
            return;
        if (page)
            endDocument();
        made(pdf);
    };
    m_giveUp = [answer] { answer({}); };
    preparePaper({m_address, [this, answer, layout] { m_page->printToPdf(answer, layout); }, m_giveUp});
}

bool PageEngine::defer(const std::function<void()> &next)
{
    const bool hasToWait = m_documents > 0 && !m_isOverdue;
    if (hasToWait && !m_next)
        m_patience.start();
    m_next = hasToWait ? next : nullptr; // one that still waits is of no use any more
    return hasToWait;
}

void PageEngine::openNext()
{
    m_patience.stop();
    if (const std::function<void()> next = std::exchange(m_next, {}))
        next();
}

// With the page that waits for another, if there is one, it has time anew.
void PageEngine::beginDocument()
{
    ++m_documents;
    m_isOverdue = false;
    m_next ? m_patience.start() : m_patience.stop();
}

void PageEngine::endDocument()
{
    m_documents = std::max(0, m_documents - 1);
    if (m_documents == 0) // later: the page may be on its way out
        QTimer::singleShot(0, m_page.get(), [this] {
            m_page->run(screenScript());
            if (m_documents == 0)
                openNext();
        });
    if (m_documents == 0 && m_finishing)
        m_finishing->quit();
}

void PageEngine::finishDocuments()
{
    constexpr auto patience = 20s; // a page that hangs answers never
    if (m_documents == 0)
        return;
    m_next = {}; // nobody will see it
    QEventLoop loop;
    m_finishing = &loop;
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    m_finishing = nullptr;
}

void PageEngine::preparePaper(const Paper &paper)
{
    constexpr int looks = 120; // two seconds; the boxes are small and come from memory
    m_page->run(paperScript(m_pictures->paperKeys()),
                [this, paper](const QVariant &) { awaitPaper(paper, looks); });
}

void PageEngine::awaitPaper(const Paper &paper, int looks)
{
    constexpr int frame = 16; // milliseconds
    m_page->run(isPaperReadyScript(), [this, paper, looks](const QVariant &isReady) {
        if (paper.address != m_address)
            paper.failed();
        else if (isReady.toBool() || looks == 0)
            paper.ready();
        else
            QTimer::singleShot(frame, m_page.get(), [this, paper, looks] { awaitPaper(paper, looks - 1); });
    });
}

#include "ui/webpane.h"

#include "ui/accessiblerole.h"
#include "ui/keywatch.h"
#include "ui/pageengine.h"
#include "ui/pagescheme.h"
#include "ui/pagescripts.h"
#include "ui/panesearch.h"
#include "ui/requestguard.h"
#include "ui/textview.h"
#include "ui/webpage.h"

#include <QFocusEvent>
#include <QPrinter>
#include <QWebEngineView>
#include <QWindow>

using namespace Qt::StringLiterals;

WebPane::WebPane(ImageLoader &images, QWidget *parent, const PaneOptions &options)
    : QStackedWidget(parent)
    , m_images(images)
    , m_health(options.notes, options.hasEngine)
    , m_text(new TextView(this))
    , m_search(new PaneSearch(*m_text, this))
    , m_loader(new PageLoader(options.notes, this))
    , m_watch(new PaintWatch(this))
    , m_textKeys(new KeyWatch(m_text, this))
{
    setAccessibleRole(this, QAccessible::Client); // a part of the window that is not worth a word
    addWidget(m_blank);
    addWidget(m_text);
    connectKeys(m_textKeys);
    options.hasEngine ? startEngine() : serveTextAlone();
    connect(m_text, &TextView::againWanted, this, &WebPane::showPageAgain);
    connect(m_text, &TextView::scrolled, this, &WebPane::noteTextScrolled);
    connect(m_search, &PaneSearch::found, this, &WebPane::findResult);
    connect(m_loader, &PageLoader::loaded, this, &WebPane::showPage);
    connect(m_watch, &PaintWatch::painted, this, [this] { m_health.painted(); });
    connect(m_watch, &PaintWatch::missed, this, &WebPane::pageMissed);
    m_scrollTimer.setSingleShot(true);
    m_scrollTimer.setInterval(250);
    connect(&m_scrollTimer, &QTimer::timeout, this, [this] { Q_EMIT scrollPositionChanged(m_position); });
    m_resizing.setSingleShot(true);
    m_resizing.setInterval(150);
    connect(&m_resizing, &QTimer::timeout, this, &WebPane::fitPictures);
    m_blank->setAutoFillBackground(true);
    setPageStyle(m_style);
    clear();
}

// The engine answers open questions while it goes, when those who asked have gone.
WebPane::~WebPane()
{
    blockSignals(true);
    finishDocuments();
}

// Also in the place of one that hangs: nothing of it is used again.
void WebPane::startEngine()
{
    m_engine = std::make_unique<PageEngine>(m_images);
    addWidget(&m_engine->view());
    setTabOrder(m_text, &m_engine->view()); // also of a later one, which would come last in the window
    m_engine->view().setAccessibleName(tr("Article"));
    WebPage *page = &m_engine->page();
    m_engine->setGround(themeColors(m_style));
    m_pageKeys = new KeyWatch(&m_engine->view(), &m_engine->view());
    m_pageKeys->setHandler(m_keyHandler);
    connectKeys(m_pageKeys);
    connectPictures();
    connect(m_pageKeys, &KeyWatch::pressed, page, &WebPage::noteGesture);
    connect(page, &WebPage::linkActivated, this, &WebPane::linkActivated);
    connect(page, &WebPage::linkWanted, this, &WebPane::linkWanted);
    connect(page, &WebPage::categoryActivated, this, &WebPane::categoryActivated);
    connect(page, &QWebEnginePage::linkHovered, this, [this](const QString &address) {
        const bool isOurs = address.startsWith(QLatin1StringView(commandScheme()));
        Q_EMIT linkHovered(isOurs ? QString() : address); // it says nothing to a reader
    });
    connect(page, &QWebEnginePage::renderProcessTerminated, this, &WebPane::rendererGone);
    connect(page, &QWebEnginePage::urlChanged, this, [this] { settle(m_coming); });
    connect(page, &QWebEnginePage::contentsSizeChanged, this, &WebPane::applyPosition);
    // A page is scrolled before its height is known here where the reader is quick.
    connect(page, &QWebEnginePage::contentsSizeChanged, this, &WebPane::noteScrolled);
    connect(page, &QWebEnginePage::contentsSizeChanged, this, &WebPane::pageSizeChanged);
    connect(page, &QWebEnginePage::scrollPositionChanged, this, &WebPane::noteScrolled);
    connect(page, &QWebEnginePage::scrollPositionChanged, this, &WebPane::scrolled);
    connect(page, &QWebEnginePage::loadFinished, this, &WebPane::pageLoaded);
    connect(&m_engine->view(), &QWebEngineView::printFinished, this,
            [this](bool success) { Q_EMIT printed(success ? PrintEnd::Done : PrintEnd::Refused); });
    connect(&m_engine->view(), &QWidget::customContextMenuRequested, this, &WebPane::showMenu);
}

void WebPane::connectKeys(KeyWatch *keys)
{
    connect(keys, &KeyWatch::readerActed, this, [this] { m_restoring = false; });
    connect(keys, &KeyWatch::sideButtonPressed, this, &WebPane::sideButtonPressed);
}

void WebPane::setKeyHandler(const std::function<bool(QKeyEvent *)> &handler)
{
    m_keyHandler = handler;
    m_textKeys->setHandler(handler);
    if (m_pageKeys)
        m_pageKeys->setHandler(handler);
}

void WebPane::showArticle(const QByteArray &root, const ArticleRow &article, double position)
{
    m_root = root;
    m_article = article;
    m_position = qBound(0.0, position, 1.0);
    m_shown.original = {};
    load();
}

void WebPane::clear()
{
    Q_EMIT pageLeft();
    m_loader->cancel();
    stopWaiting();
    m_settled = false;
    m_article = {};
    m_health.forgetArticles();
    m_position = 0;
    showPage({});
}

QByteArray WebPane::noteName() const
{
    return ::noteName(m_root, m_article.head);
}

void WebPane::load()
{
    Q_EMIT pageLeft();
    stopWaiting();
    m_coming = 0;
    m_settled = false;
    m_scrollTimer.stop();
    PageRequest request;
    request.root = m_root;
    request.head = m_article.head;
    request.style = m_style;
    request.storeFolder = m_images.storeFolder();
    if (m_health.reasonFor(m_article.id, noteName()) == TextReason::LeftByLastRun)
        request.kind = PageKind::TextAlone;
    m_loader->load(request);
}

void WebPane::showPage(const LoadedPage &page)
{
    if (waitsForDocument(page))
        return;
    m_shown = page;
    m_shownArticle = m_article.id;
    pictures().setColumn(pictureColumn());
    pictures().setOwner(static_cast<quint64>(m_article.head.identity));
    if (const std::optional<TextReason> reason = m_health.reasonFor(m_article.id, noteName())) {
        showText(*reason);
        return;
    }
    m_scrollTimer.stop();
    m_restoring = true;
    m_coming = page.number;
    m_engine->pictures().setMotion(m_style.motion);
    m_engine->open(page, themeColors(m_style), m_retryKey);
    if (currentWidget() != m_blank)
        setCurrentWidget(&m_engine->view());
    m_search->lookIn(&m_engine->page());
    if (hasArticle())
        waitForPaint();
}

void WebPane::waitForPaint()
{
    m_health.drawingBegins(noteName());
    m_watch->begin(
        [this](const PaintWatch::Answer &answered) {
            m_engine->askProgress(m_health.hasPainted() ? Proof::Frames : Proof::Pixels, answered);
        },
        [this] { return canBeSeen(); });
}

bool WebPane::canBeSeen() const
{
    return isVisible() && window()->windowHandle() && window()->windowHandle()->isExposed();
}

void WebPane::stopWaiting()
{
    m_watch->end();
    m_health.drawingEnds();
}

void WebPane::showText(TextReason reason)
{
    stopWaiting();
    m_text->showText(m_shown.title,
                     hasArticle() ? textNotice(reason, m_health.noteSoftware(reason)) : QString(),
                     m_shown.text);
    m_text->offerAgain(m_engine && hasArticle());
    if (m_textPictures)
        m_textPictures->setPictures(m_shown.pictures, themeColors(m_style), m_retryKey);
    setCurrentWidget(m_text);
    setFocusProxy(m_text);
    m_text->setPosition(m_position);
    m_restoring = false;
    m_search->lookIn(nullptr);
    if (hasArticle())
        Q_EMIT articleVisible();
}

void WebPane::showPageAgain()
{
    if (!m_engine || !hasArticle())
        return;
    m_health.forgive(m_article.id, noteName());
    load();
}

// The address has changed, which the engine says before the page is there, and again once it is; its text is
// there once it is parsed, which loadFinished() does not say: that waits for every picture.
void WebPane::settle(quint64 number)
{
    m_pageKeys->watchAgain();
    if (number == 0 || number != m_coming || !hasArticle() || showsText())
        return;
    m_engine->askProgress(Proof::Frames, [this, number](PaintWatch::Progress progress) {
        if (number != m_coming || showsText())
            return;
        if (progress == PaintWatch::Progress::None) {
            QTimer::singleShot(5, this, [this, number] { settle(number); });
            return;
        }
        m_coming = 0;
        m_settled = true;
        setCurrentWidget(&m_engine->view());
        m_engine->page().run(reserveRoomScript());
        m_engine->page().run(preparePicturesScript(tr("Picture")));
        fitPictures(); // the window may be another one by now
        applyPosition();
        setFocusProxy(&m_engine->view());
        uncoverOncePainted(number);
        Q_EMIT articleVisible();
    });
}

void WebPane::uncoverOncePainted(quint64 number)
{
    if (number != m_shown.number || showsText())
        return;
    m_engine->askProgress(Proof::Frames, [this, number](PaintWatch::Progress progress) {
        if (progress == PaintWatch::Progress::Painted || !canBeSeen())
            m_engine->uncover(); // nothing is drawn where nobody looks
        else
            QTimer::singleShot(5, this, [this, number] { uncoverOncePainted(number); });
    });
}

// Every picture has come or has failed: nothing moves the text any more.
void WebPane::pageLoaded()
{
    if (!m_settled)
        return; // the end of a page that was left before it was there
    applyPosition();
    m_restoring = false;
    if (!showsText())
        m_search->repeat();
}

void WebPane::pageMissed(PaintWatch::Progress progress)
{
    showText(m_health.missed(m_article.id, progress));
    if (!giveUpDocuments())
        startEngine(); // whatever holds it up must not hold up the next article
}

void WebPane::applyPosition()
{
    if (m_restoring && m_position > 0 && hasArticle() && !showsText())
        m_engine->page().run(positionScript(m_position));
}

void WebPane::rendererGone()
{
    giveUpDocuments();
    // One that went while the next article was on its way is started anew by that.
    if (!hasArticle() || showsText() || m_shownArticle != m_article.id)
        return;
    showText(m_health.rendererGone(m_article.id));
}

WebPage *WebPane::page() const
{
    return m_engine ? &m_engine->page() : nullptr;
}

int WebPane::blockedRequests() const
{
    return m_engine ? m_engine->guard().blocked() : 0;
}

bool WebPane::showsText() const
{
    return currentWidget() == m_text;
}

void WebPane::setPageStyle(const PageStyle &style)
{
    const bool changed = style != m_style;
    m_style = style;
    m_text->setPageStyle(style);
    m_blank->setPalette(QColor::fromRgb(themeColors(style).background));
    if (m_engine)
        m_engine->setGround(themeColors(style));
    if (changed && hasArticle())
        load();
}

void WebPane::find(const QString &text)
{
    m_restoring = false;
    m_search->find(text);
}

void WebPane::findAgain(Direction direction)
{
    m_search->findAgain(direction == Direction::Back ? -1 : 1);
}

void WebPane::copySelection()
{
    if (showsText())
        m_text->copy();
    else
        m_engine->page().triggerAction(QWebEnginePage::Copy);
}

void WebPane::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    m_resizing.start();
}

void WebPane::focusInEvent(QFocusEvent *event)
{
    QStackedWidget::focusInEvent(event);
    if (QWidget *shown = currentWidget())
        shown->setFocus(event->reason());
}

#include "ui/webpane.h"

#include "ui/imagehandler.h"
#include "ui/pagehandler.h"
#include "ui/pagemenu.h"
#include "ui/pagescheme.h"
#include "ui/picturesaver.h"
#include "ui/requestguard.h"
#include "ui/textview.h"
#include "ui/webpage.h"
#include "ui/webprofile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QPageLayout>
#include <QPrinter>
#include <QWebEngineContextMenuRequest>
#include <QWebEngineFindTextResult>
#include <QWebEngineProfile>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

WebPane::WebPane(ImageLoader &images, QWidget *parent)
    : QStackedWidget(parent)
    , m_text(new TextView(this))
    , m_loader(new PageLoader(this))
{
    buildEngine();
    addWidget(m_view.get());
    addWidget(m_text);
    setFocusProxy(m_view.get());
    connectImages(images);
    connectPage();
    connect(m_loader, &PageLoader::loaded, this, &WebPane::showPage);
    m_scrollTimer.setSingleShot(true);
    m_scrollTimer.setInterval(250);
    connect(&m_scrollTimer, &QTimer::timeout, this, [this] { Q_EMIT scrollPositionChanged(m_position); });
    setPageStyle(m_style);
    clear();
}

WebPane::~WebPane() = default;

void WebPane::buildEngine()
{
    m_pageHandler = std::make_unique<PageHandler>();
    m_imageHandler = std::make_unique<ImageHandler>();
    m_guard = std::make_unique<RequestGuard>();
    m_profile = makeProfile();
    m_profile->installUrlSchemeHandler(pageScheme(), m_pageHandler.get());
    m_profile->installUrlSchemeHandler(imageScheme(), m_imageHandler.get());
    // Fails every command. Without a handler Chromium takes the scheme for another program's and never asks
    // the navigation policy, which is where commands are carried out.
    m_profile->installUrlSchemeHandler(commandScheme(), m_pageHandler.get());
    m_profile->setUrlRequestInterceptor(m_guard.get());
    m_view = std::make_unique<QWebEngineView>();
    m_view->setObjectName(u"articleView"_s);
    m_page = std::make_unique<WebPage>(m_profile.get());
    m_view->setPage(m_page.get());
    m_view->installEventFilter(this);
    m_view->setAcceptDrops(false); // a folder dropped on the article is the window's
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view.get(), &QWidget::customContextMenuRequested, this, &WebPane::showMenu);
    watchKeys();
}

void WebPane::connectImages(ImageLoader &images)
{
    connect(m_imageHandler.get(), &ImageHandler::wanted, &images, &ImageLoader::load);
    connect(m_imageHandler.get(), &ImageHandler::articleLeft, &images, &ImageLoader::cancelArticle);
    connect(&images, &ImageLoader::answered, m_imageHandler.get(), &ImageHandler::take);
    connect(m_imageHandler.get(), &ImageHandler::fetched, this, &WebPane::savePicture);
}

void WebPane::connectPage()
{
    connect(m_page.get(), &WebPage::linkActivated, this, &WebPane::linkActivated);
    connect(m_page.get(), &WebPage::categoryActivated, this, &WebPane::categoryActivated);
    connect(m_page.get(), &QWebEnginePage::linkHovered, this, &WebPane::linkHovered);
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, &WebPane::rendererGone);
    connect(m_page.get(), &QWebEnginePage::urlChanged, this, [this] { settle(m_shown.number); });
    connect(m_page.get(), &QWebEnginePage::contentsSizeChanged, this, &WebPane::applyPosition);
    // A page is scrolled before its height is known here where the reader is quick.
    connect(m_page.get(), &QWebEnginePage::contentsSizeChanged, this, &WebPane::noteScrolled);
    connect(m_page.get(), &QWebEnginePage::scrollPositionChanged, this, &WebPane::noteScrolled);
    // Every picture has come or has failed: nothing moves the text any more.
    connect(m_page.get(), &QWebEnginePage::loadFinished, this, [this] {
        if (!m_settled)
            return; // the end of a page that was left before it was there
        applyPosition();
        m_restoring = false;
        // A search that came before the page was laid out found nothing in it.
        if (!m_findText.isEmpty())
            m_page->findText(m_findText);
    });
    connect(m_page.get(), &QWebEnginePage::pdfPrintingFinished, this, &WebPane::pdfSaved);
    connect(m_view.get(), &QWebEngineView::printFinished, this, &WebPane::printed);
    connect(m_page.get(), &QWebEnginePage::findTextFinished, this,
            [this](const QWebEngineFindTextResult &result) {
                Q_EMIT findResult(result.activeMatch(), result.numberOfMatches());
            });
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
    m_loader->cancel();
    m_settled = false;
    m_article = {};
    m_crashed.clear(); // row numbers mean something in one archive alone
    m_position = 0;
    showPage({});
}

void WebPane::load()
{
    m_settled = false;
    m_scrollTimer.stop();
    PageRequest request;
    request.root = m_root;
    request.head = m_article.head;
    request.style = m_style;
    request.paneWidth = qMax(320, width());
    m_loader->load(request);
}

void WebPane::showPage(const LoadedPage &page)
{
    m_shown = page;
    if (m_crashed.contains(m_article.id)) {
        showText(tr("The page could not be drawn, so this is its text alone."));
        return;
    }
    m_imageHandler->setPictures(page.pictures, themeColors(m_style.theme));
    const QUrl address = m_pageHandler->setPage(page.html);
    m_guard->expect(address);
    m_scrollTimer.stop();
    m_restoring = true;
    m_page->setBackgroundColor(QColor::fromRgb(themeColors(m_style.theme).background));
    m_page->open(address);
    setCurrentWidget(m_view.get());
}

void WebPane::showText(const QString &notice)
{
    m_text->showText(m_shown.title, notice, m_shown.text);
    setCurrentWidget(m_text);
    setFocusProxy(m_text);
    m_text->setPosition(m_position);
    Q_EMIT articleVisible();
}

// The page has been committed; its text is there once it is parsed, which loadFinished() does not say: that
// waits for every picture.
void WebPane::settle(quint64 number)
{
    watchKeys();
    if (number != m_shown.number || !hasArticle())
        return;
    m_page->run(u"document.readyState"_s, [this, number](const QVariant &state) {
        if (number != m_shown.number)
            return;
        if (state.toString() == u"loading"_s) {
            QTimer::singleShot(5, this, [this, number] { settle(number); });
            return;
        }
        m_settled = true;
        applyPosition();
        setFocusProxy(m_view.get());
        Q_EMIT articleVisible();
    });
}

void WebPane::applyPosition()
{
    if (!m_restoring || m_position <= 0 || !hasArticle())
        return;
    m_page->run(u"(() => { const page = document.scrollingElement;"
                "page.scrollTop = (page.scrollHeight - page.clientHeight) * "_s +
                QString::number(m_position, 'f', 6) + u"; })()"_s);
}

void WebPane::noteScrolled()
{
    if (m_restoring || !m_settled || !hasArticle())
        return;
    const double room = m_page->contentsSize().height() - m_view->height() / m_page->zoomFactor();
    m_position = room > 0 ? qBound(0.0, m_page->scrollPosition().y() / room, 1.0) : 0;
    if (!m_scrollTimer.isActive())
        m_scrollTimer.start();
}

void WebPane::rendererGone()
{
    if (!hasArticle())
        return;
    m_crashed.insert(m_article.id);
    showText(tr("The web engine stopped while it drew this page, so this is its text alone."));
}

int WebPane::blockedRequests() const
{
    return m_guard->blocked();
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
    m_page->setBackgroundColor(QColor::fromRgb(themeColors(style.theme).background));
    if (changed && hasArticle())
        load();
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
    if (showsText()) {
        report(m_text->scrollPage(sign));
        return;
    }
    // Two lines stay in sight, so that the eye finds its place. Less than a pixel is no movement: at
    // fractional scales the last one is never reached.
    m_page->run(u"(sign => { const page = document.scrollingElement; const before = page.scrollTop;"
                "const line = parseFloat(getComputedStyle(document.body).lineHeight) || 30;"
                "page.scrollTop = before + sign * Math.max(line, page.clientHeight - 2 * line);"
                "return Math.abs(page.scrollTop - before) >= 1; })("_s +
                    QString::number(sign) + u')',
                [report](const QVariant &moved) { report(moved.toBool()); });
}

void WebPane::scrollToTop()
{
    m_restoring = false;
    m_text->setPosition(0);
    m_page->run(u"document.scrollingElement.scrollTop = 0; 0"_s);
}

void WebPane::scrollToEnd()
{
    m_restoring = false;
    m_text->setPosition(1);
    m_page->run(u"document.scrollingElement.scrollTop = document.scrollingElement.scrollHeight; 0"_s);
}

void WebPane::find(const QString &text)
{
    m_restoring = false;
    m_findText = text;
    m_page->findText(text);
    if (text.isEmpty())
        Q_EMIT findResult(0, 0);
}

void WebPane::findAgain(Direction direction)
{
    if (m_findText.isEmpty())
        return;
    m_page->findText(m_findText, direction == Direction::Back ? QWebEnginePage::FindBackward
                                                              : QWebEnginePage::FindFlags());
}

void WebPane::retryPictures()
{
    const QHash<QByteArray, QByteArray> renewed = m_imageHandler->renewFailed();
    QJsonObject addresses;
    for (auto it = renewed.cbegin(); it != renewed.cend(); ++it)
        addresses.insert(imageUrl(it.key()).toString(), imageUrl(it.value()).toString());
    if (addresses.isEmpty())
        return;
    m_page->run(u"(renewed => { for (const image of document.images)"
                "if (renewed[image.src]) image.src = renewed[image.src]; })("_s +
                QString::fromUtf8(QJsonDocument(addresses).toJson(QJsonDocument::Compact)) + u')');
}

void WebPane::copySelection()
{
    if (showsText())
        m_text->copy();
    else
        m_page->triggerAction(QWebEnginePage::Copy);
}

void WebPane::print(std::unique_ptr<QPrinter> printer)
{
    m_printer = std::move(printer);
    m_view->print(m_printer.get());
}

void WebPane::savePdf(const QString &file)
{
    constexpr double margin = 18; // millimetres
    m_page->printToPdf(file, QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                         QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter));
}

// Qt makes the widget that gets the keys anew whenever the renderer's process changes.
void WebPane::watchKeys()
{
    if (QWidget *proxy = m_view->focusProxy()) {
        proxy->removeEventFilter(this);
        proxy->installEventFilter(this);
    }
}

bool WebPane::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ChildAdded:
        QTimer::singleShot(0, this, &WebPane::watchKeys);
        break;
    case QEvent::ShortcutOverride:
        // Not taken by the page: the window's shortcuts come first.
        event->ignore();
        return true;
    case QEvent::KeyPress:
        m_restoring = false;
        return watched != m_view.get() && m_keyHandler && m_keyHandler(static_cast<QKeyEvent *>(event));
    case QEvent::MouseButtonPress:
        m_restoring = false;
        if (static_cast<QMouseEvent *>(event)->buttons() & (Qt::BackButton | Qt::ForwardButton)) {
            QCoreApplication::sendEvent(this,
                                        event); // whoever listens to the pane, not to the engine's inside
            return true;
        }
        break;
    case QEvent::Wheel:
        m_restoring = false;
        break;
    default:
        break;
    }
    return QStackedWidget::eventFilter(watched, event);
}

void WebPane::focusInEvent(QFocusEvent *event)
{
    QStackedWidget::focusInEvent(event);
    if (QWidget *shown = currentWidget())
        shown->setFocus(event->reason());
}

void WebPane::showMenu(const QPoint &place)
{
    const QWebEngineContextMenuRequest *request = m_view->lastContextMenuRequest();
    if (!request)
        return;
    auto *menu = new PageMenu(*request, m_imageHandler->picture(imageKey(request->mediaUrl())), this);
    connect(menu, &PageMenu::openLink, this, &WebPane::linkActivated);
    connect(menu, &PageMenu::savePicture, m_imageHandler.get(), &ImageHandler::fetch);
    connect(menu, &PageMenu::copyText, this, &WebPane::copySelection);
    menu->popup(m_view->mapToGlobal(place));
}

void WebPane::savePicture(const QUrl &address, const ImageAnswer &answer)
{
    const PictureFile saved = ::savePicture(this, address, answer);
    if (!saved.file.isEmpty() || !saved.error.isEmpty())
        Q_EMIT pictureSaved(saved.file, saved.error);
}

#pragma once

#include "ui/pageloader.h"
#include "ui/paintwatch.h"

#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

// By what a page counts as painted: that the engine has drawn frames, or that the picture of them shows
// something. With some drivers it draws frame after frame and none comes out.
enum class Proof { Frames, Pixels };

enum class Asking : quint8; // imagehandler.h
class ImageHandler;
class ImageLoader;
class PageGround;
class PageHandler;
class QEventLoop;
class QPageLayout;
class QPrinter;
class QWebEngineProfile;
class QWebEngineView;
class RequestGuard;
class WebPage;

// What one pane needs of the web engine, behind all the walls of security.md 2, built together and destroyed
// in the order that Chromium asks for: page, view, profile, and only then the handlers that they ask.
class PageEngine final
{
public:
    // `images` lives on a thread of its own and outlives this.
    explicit PageEngine(ImageLoader &images);
    ~PageEngine();
    Q_DISABLE_COPY_MOVE(PageEngine)

    // Shows the page; its pictures are answered from its own table. Those that failed name `retryKey`.
    void open(const LoadedPage &page, const ThemeColors &colors, const QString &retryKey);
    // What is seen before a page is drawn, and around it.
    void setGround(const ThemeColors &colors);
    // The page that was opened last is drawn: it is seen in place of its ground.
    void uncover();
    // How far the page is that was opened last. Answered later, or never.
    void askProgress(Proof proof, const PaintWatch::Answer &answered) const;
    double position() const; // 0 top, 1 end
    // As ImageHandler::renewFailed() and renewJudged() do, in the page.
    void renewPictures(Asking asking);
    void renewJudged(const QByteArray &key);
    // The boxes of those that failed, as wide as pictures can be now, in CSS pixels.
    void setColumn(int width);

    // With the boxes of pictures that failed as paper wants them. Into the printer, which is written to until
    // the view's printFinished(), or until `failed` is called; into a document, empty where it failed. One at
    // a time: Chromium drops a second one, and says nothing.
    void print(QPrinter &printer, const std::function<void()> &failed);
    // Of a print that Chromium has dropped: Qt falls over the empty document that it may still be given (seen
    // with 6.4.2), and takes no other print in this page. Nothing else may be asked of the engine then.
    void leavePrint();
    void makePdf(const QPageLayout &layout, const std::function<void(const QByteArray &pdf)> &made);
    // True while one is made: Chromium drops it with its page, too. Then `next`, which opens another page, is
    // called once it is done, or has taken too long; unless there is a later one by then.
    bool defer(const std::function<void()> &next);
    // Waits until both are done: Chromium falls over a page that goes meanwhile.
    void finishDocuments();

    QWebEngineView &view() const { return *m_view; }
    WebPage &page() const { return *m_page; }
    ImageHandler &pictures() const { return *m_pictures; }
    RequestGuard &guard() const { return *m_guard; }
    QWebEngineProfile &profile() const { return *m_profile; }

private:
    void beginDocument();
    void endDocument();
    struct Paper {
        QUrl address; // of the page
        std::function<void()> ready;
        std::function<void()> failed;
    };
    // What the screen says of pictures that failed is not for paper: calls `ready` once the page stands as it
    // is to be printed, `failed` where another stands there, and neither where the engine goes. It is as
    // before after endDocument().
    void preparePaper(const Paper &paper);
    void awaitPaper(const Paper &paper, int looks);
    void openNext();
    void putRenewed(const QHash<QByteArray, QByteArray> &renewed) const;

    std::unique_ptr<PageHandler> m_pages;
    std::unique_ptr<ImageHandler> m_pictures;
    std::unique_ptr<RequestGuard> m_guard;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<QWebEngineView> m_view;
    std::unique_ptr<WebPage> m_page;
    std::unique_ptr<PageGround> m_ground;
    QUrl m_address;
    int m_documents = 0;               // that are being made
    bool m_isOverdue = false;          // nobody waits for them any longer
    std::function<void()> m_giveUp;    // the last of them, where it can be given up
    std::function<void()> m_next;      // what waits for them …
    QTimer m_patience;                 // … so long
    QEventLoop *m_finishing = nullptr; // waits for them
};

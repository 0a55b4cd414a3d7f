#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/images/imageloader.h"
#include "ui/enginehealth.h"
#include "ui/imagehandler.h"
#include "ui/pageloader.h"
#include "ui/paintwatch.h"
#include "ui/textreason.h"
#include "ui/viewedpicture.h"

#include <QStackedWidget>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class KeyWatch;
class PageEngine;
class PaneSearch;
class QKeyEvent;
class QPrinter;
class StartNotes;
class TextView;
class WebPage;

struct PaneOptions {
    StartNotes *notes = nullptr; // outlives the pane; null: nothing is noted for the next run
    // Whether the web engine may be started at all: without a sandbox it may not, and every article is shown
    // as text.
    bool hasEngine = true;
};

// One article, shown by the web engine behind all the walls of security.md 2; where the engine fails, its
// text with the reason. Every key press goes to the window first, so the page never swallows one.
class WebPane final : public QStackedWidget
{
    Q_OBJECT

public:
    enum class Direction { Forward, Back };
    // Lost: the page went before its document was made.
    enum class PrintEnd { Done, Refused, Lost };

    // `images` lives on a thread of its own and outlives the pane.
    explicit WebPane(ImageLoader &images, QWidget *parent = nullptr, const PaneOptions &options = {});
    ~WebPane() override;

    // `root` is the archive's folder in the file system's own bytes; `position` is 0 for the top and 1 for
    // the end. Answered by articleVisible(), unless another article is asked for first.
    void showArticle(const QByteArray &root, const ArticleRow &article, double position);
    void clear();
    bool hasArticle() const { return m_article.id != 0; }
    ArticleId articleId() const { return m_article.id; } // 0 for none
    // The address of the original of the article that is visible; invalid where unknown.
    QUrl original() const { return m_shown.original; }
    const PageStyle &pageStyle() const { return m_style; }
    const TextView &text() const { return *m_text; } // stands in for the page
    // One picture of it. Answered by pictureFetched() with this number, later, or never where another page
    // comes.
    quint64 fetchPicture(const PagePicture &picture, Asking asking);
    double scrollPosition() const { return m_position; }
    int blockedRequests() const;
    WebPage *page() const; // null where the engine may not be started
    // Whether the text stands in for the page.
    bool showsText() const;
    // How long a page may take until it is on the screen; see PaintWatch.
    void setPatience(int milliseconds) { m_watch->setPatience(milliseconds); }

    // The open article is shown anew, at the place where it is.
    void setPageStyle(const PageStyle &style);
    // What pictures that failed say is to be pressed, from the next article on.
    void setRetryKey(const QString &key) { m_retryKey = key; }
    // Gets every key press that no shortcut of the window took, before the page does; true where it is taken.
    void setKeyHandler(const std::function<bool(QKeyEvent *)> &handler);

    // Answered by printed(); not before that once more. Where the page's process goes, printed() may come
    // without a question.
    void print(std::unique_ptr<QPrinter> printer);
    // A4; answered by pdfMade() with this number.
    void makePdf(int number = 0);
    // Waits for the answers to both, as long as they may take.
    void finishDocuments();

public Q_SLOTS:
    // One screen, less two lines. At the end already: endReached(); at the start: startReached().
    void scrollPage(WebPane::Direction direction);
    void scrollToTop();
    void scrollToEnd();
    // Marks every occurrence and goes to the first; an empty text clears. Answered by findResult().
    void find(const QString &text);
    void findAgain(WebPane::Direction direction);
    // Asks once more for every picture of this page that failed.
    void retryPictures();
    // The same, but nobody is asked without the reader's word who was not to be before: what may be fetched,
    // or is to be said in their places, has changed.
    void renewPictures();
    // The picture that has the focus, else the first on the screen, else the first; answered by
    // picturesChosen() or noPictures().
    void choosePicture();
    // The one that has the focus, if one has.
    void viewFocusedPicture();
    void copySelection();
    // Where the text stands in for the page: gives the engine another chance.
    void showPageAgain();

Q_SIGNALS:
    // The text can be read, at the wanted position. Pictures may still come.
    void articleVisible();
    void endReached();
    void startReached();
    void findResult(int active, int count);      // active counts from 1; 0 where nothing was found
    void scrollPositionChanged(double position); // 0 top, 1 end; at most four times a second
    void scrolled();                             // at every step of it
    void pageSizeChanged();                      // something has come or grown: what is seen may have moved
    // The reader chose a link that leads outside; checked: http, https or mailto. Nothing has been opened.
    void linkActivated(const QUrl &address, const QString &text);
    // The same, but it may not have been the reader: to be asked about.
    void linkWanted(const QUrl &address, const QString &text);
    void categoryActivated(int parts);
    void sideButtonPressed(Qt::MouseButton button); // back or forward, on the page
    // So many pictures of so many hosts wait for the reader's word; 0 where none does any more.
    void picturesHeldBack(int pictures, int hosts);
    // The reader wants to see one of them: `current` counts from 0.
    void picturesChosen(const QList<ViewedPicture> &pictures, int current);
    void noPictures();
    void pictureFetched(const ImageAnswer &answer);
    void pageLeft();                                              // another is wanted, or the same one anew
    void linkHovered(const QString &address);                     // empty where the pointer left it
    void pictureSaved(const QString &file, const QString &error); // `error` is empty where it worked
    void printed(WebPane::PrintEnd end);
    void pdfMade(const QByteArray &pdf, int number); // empty where it could not be

protected:
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void startEngine();
    void serveTextAlone();
    int pictureColumn() const;
    void fitPictures();
    ImageHandler &pictures() const;
    void connectKeys(KeyWatch *keys);
    void load();
    QByteArray noteName() const;
    void showPage(const LoadedPage &page);
    void showText(TextReason reason);
    void waitForPaint();
    void settle(quint64 number);
    void uncoverOncePainted(quint64 number);
    bool canBeSeen() const;
    void pageLoaded();
    void pageMissed(PaintWatch::Progress progress);
    void stopWaiting();
    void applyPosition();
    void noteScrolled();
    void noteTextScrolled();
    void reportScroll();
    void rendererGone();
    bool giveUpDocuments();
    void losePrint();
    bool waitsForDocument(const LoadedPage &page);
    void showMenu(const QPoint &place);
    void connectPictures();
    void choosePictureBy(const QString &script);
    void pictureAnswered(const QVariant &answer);
    QList<ViewedPicture> viewedPictures(const QVariantMap &captions) const;
    void startSaving(const QByteArray &key);
    void takePicture(const ImageAnswer &answer);

    // Nobody knows whether it is still written to the printer.
    struct LostPrint {
        std::unique_ptr<QPrinter> printer;
        std::unique_ptr<PageEngine> engine;
    };

    ImageLoader &m_images;
    EngineHealth m_health;
    std::unique_ptr<PageEngine> m_engine;         // null where it may not be started
    std::unique_ptr<ImageHandler> m_textPictures; // in its place then: what stands in no page can be viewed
    std::unique_ptr<QPrinter> m_printer;          // the last one: it is written to until printed()
    bool m_isPrinting = false;
    std::vector<LostPrint> m_lost;
    // Stands there until the first article does. A window that holds the engine's widget is put together by
    // the graphics system each time something changes in it, which takes long where that draws in software.
    QWidget *m_blank = new QWidget(this);
    TextView *m_text;
    PaneSearch *m_search;
    PageLoader *m_loader;
    PaintWatch *m_watch;
    KeyWatch *m_pageKeys = nullptr;
    KeyWatch *m_textKeys;
    std::function<bool(QKeyEvent *)> m_keyHandler;

    QByteArray m_root;
    ArticleRow m_article;
    PageStyle m_style;
    QString m_retryKey;
    LoadedPage m_shown;
    ArticleId m_shownArticle = 0;  // whose m_shown is
    QHash<quint64, QUrl> m_saving; // addresses of pictures that come to be saved, by number
    quint64 m_coming = 0;          // the number of the page that is on its way into the view; 0 for none
    double m_position = 0;
    bool m_settled =
        false; // the wanted page is the one in the view; until then scrolling is that of the last one
    bool m_restoring = false; // until the reader scrolls, the wanted position is kept while pictures come in
    QTimer m_scrollTimer;
    QTimer m_resizing; // runs while the pane's width changes
};

#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/images/imageloader.h"
#include "ui/pageloader.h"

#include <QSet>
#include <QStackedWidget>
#include <QTimer>

#include <functional>
#include <memory>

class ImageHandler;
class PageHandler;
class QKeyEvent;
class QPrinter;
class QWebEngineProfile;
class QWebEngineView;
class RequestGuard;
class TextView;
class WebPage;

// One article, shown by the web engine behind all the walls of security.md 2; where the engine fails, its
// text. Every key press goes to the window first, so the page never swallows one.
class WebPane final : public QStackedWidget
{
    Q_OBJECT

public:
    enum class Direction { Forward, Back };

    // `images` lives on a thread of its own and outlives the pane.
    explicit WebPane(ImageLoader &images, QWidget *parent = nullptr);
    ~WebPane() override;

    // `root` is the archive's folder in the file system's own bytes; `position` is 0 for the top and 1 for
    // the end. Answered by articleVisible(), unless another article is asked for first.
    void showArticle(const QByteArray &root, const ArticleRow &article, double position);
    void clear();
    bool hasArticle() const { return m_article.id != 0; }
    ArticleId articleId() const { return m_article.id; } // 0 for none
    // The address of the original of the article that is visible; invalid where unknown.
    QUrl original() const { return m_shown.original; }
    double scrollPosition() const { return m_position; }
    int blockedRequests() const;
    WebPage *page() const { return m_page.get(); }

    // The open article is shown anew, at the place where it is.
    void setPageStyle(const PageStyle &style);
    // Gets every key press that no shortcut of the window took, before the page does; true where it is taken.
    void setKeyHandler(const std::function<bool(QKeyEvent *)> &handler) { m_keyHandler = handler; }

    // Answered by printed().
    void print(std::unique_ptr<QPrinter> printer);
    // A4; answered by pdfSaved().
    void savePdf(const QString &file);

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
    void copySelection();

Q_SIGNALS:
    // The text can be read, at the wanted position. Pictures may still come.
    void articleVisible();
    void endReached();
    void startReached();
    void findResult(int active, int count);      // active counts from 1; 0 where nothing was found
    void scrollPositionChanged(double position); // 0 top, 1 end; at most four times a second
    // The reader chose a link that leads outside; checked: http, https or mailto. Nothing has been opened.
    void linkActivated(const QUrl &address, const QString &text);
    void categoryActivated(int parts);
    void linkHovered(const QString &address);                     // empty where the pointer left it
    void pictureSaved(const QString &file, const QString &error); // `error` is empty where it worked
    void printed(bool success);
    void pdfSaved(const QString &file, bool success);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildEngine();
    void connectImages(ImageLoader &images);
    void connectPage();
    void load();
    void showPage(const LoadedPage &page);
    void showText(const QString &notice);
    void settle(quint64 number);
    void applyPosition();
    void noteScrolled();
    void rendererGone();
    void watchKeys();
    void showMenu(const QPoint &place);
    void savePicture(const QUrl &address, const ImageAnswer &answer);
    bool showsText() const;

    // Destroyed from the last to the first: page, view, profile, and only then what they ask.
    std::unique_ptr<PageHandler> m_pageHandler;
    std::unique_ptr<ImageHandler> m_imageHandler;
    std::unique_ptr<RequestGuard> m_guard;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<QWebEngineView> m_view;
    std::unique_ptr<WebPage> m_page;
    std::unique_ptr<QPrinter> m_printer; // the last one: it is written to until printed()
    TextView *m_text;
    PageLoader *m_loader;
    std::function<bool(QKeyEvent *)> m_keyHandler;

    QByteArray m_root;
    ArticleRow m_article;
    PageStyle m_style;
    LoadedPage m_shown;
    QString m_findText;
    double m_position = 0;
    bool m_settled =
        false; // the wanted page is the one in the view; until then scrolling is that of the last one
    bool m_restoring = false; // until the reader scrolls, the wanted position is kept while pictures come in
    QTimer m_scrollTimer;
    QSet<ArticleId> m_crashed; // shown as text from now on: no loop of crashes
};

#pragma once

#include <QElapsedTimer>
#include <QWebEnginePage>

#include <functional>
#include <memory>

// The one navigation policy: the page that the pane itself opens, and nothing else. Links become signals;
// whatever else a page may ask for is refused.
class WebPage final : public QWebEnginePage
{
    Q_OBJECT

public:
    explicit WebPage(QWebEngineProfile *profile, QObject *parent = nullptr);

    // Loads a page of ours.
    void open(const QUrl &page);
    // Runs a script of ours beside the page's own world, whose scripts are off. `answered` may be empty.
    void run(const QString &script, const std::function<void(const QVariant &)> &answered = {});

public Q_SLOTS:
    // The reader pressed a key or a button on the page, or chose a link in another way: the next link that is
    // followed is theirs.
    void noteGesture();

Q_SIGNALS:
    // The reader chose a link that leads outside; http, https or mailto. `text` is what the link says.
    void linkActivated(const QUrl &address, const QString &text);
    // The same, but no gesture went before it. Assistive technology follows links like this, and so would a
    // renderer in a stranger's hands: the reader is to be asked.
    void linkWanted(const QUrl &address, const QString &text);
    // The reader chose a part of the category path: the first `parts` parts of it.
    void categoryActivated(int parts);

protected:
    bool acceptNavigationRequest(const QUrl &address, NavigationType type, bool isMainFrame) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                            const QStringList &acceptedMimeTypes) override;
    void javaScriptAlert(const QUrl &origin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &origin, const QString &message, const QString &defaultValue,
                          QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;

private:
    void refuseRequests();
    void openAgain();
    void follow(const QUrl &address);
    void followOutside(const QUrl &address);

    std::shared_ptr<int> m_life = std::make_shared<int>(0); // gone before the base class is
    QUrl m_expected;
    int m_again = 0; // how often it was opened again
    QUrl m_lastFollowed;
    QElapsedTimer m_sinceFollowed;
    QElapsedTimer m_sinceGesture; // invalid where there was none since the last link
};

#include "drawinghere.h"
#include "ui/timing.h"
#include "ui/webprofile.h"

#include <QApplication>
#include <QMainWindow>
#include <QTimer>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <cstring>

using namespace Qt::StringLiterals;

namespace
{

// As WebPane says that an article is: the page has been parsed.
void logOnceParsed(QWebEnginePage &page)
{
    page.runJavaScript(u"document.readyState !== 'loading' && document.body.innerText"_s,
                       QWebEngineScript::ApplicationWorld, [&page](const QVariant &text) {
                           if (text.toString().isEmpty())
                               QTimer::singleShot(5, &page, [&page] { logOnceParsed(page); });
                           else
                               logMilestone("page visible");
                       });
}

}

// The least that a program with a web engine can be: one window, one view with a page of one line, the
// engine's flags and profile as in Lectern. It draws as Qt does by itself, unless it is asked to draw like
// Lectern. Says the like milestones, so that bench_launch measures both alike.
int main(int argc, char *argv[])
{
    const bool isLikeLectern = argc > 1 && std::strcmp(argv[1], "--drawn-like-lectern") == 0;
    if (const int refused =
            prepareEngine(argc, argv, DisplayUse::Window, isLikeLectern ? drawingHere() : Drawing::Usual))
        return refused;
    const QApplication application(argc, argv);

    const std::unique_ptr<QWebEngineProfile> profile = makeProfile();
    QMainWindow window;
    auto *view = new QWebEngineView;
    QWebEnginePage page(profile.get());
    view->setPage(&page);
    window.setCentralWidget(view);
    window.setContentsMargins(0, 0, 0, 1); // a line of its own: where the view covers all, no paint comes
    window.resize(1180, 760);
    logNextPaint(window, "window shown");
    window.show();
    QObject::connect(&page, &QWebEnginePage::urlChanged, &page, [&page] { logOnceParsed(page); });
    page.load(QUrl(u"data:text/html,A line of text."_s));
    const int code = QApplication::exec();
    delete view; // before its page
    return code;
}

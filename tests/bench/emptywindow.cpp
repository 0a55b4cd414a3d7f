#include "ui/enginesetup.h"
#include "ui/timing.h"
#include "ui/webprofile.h"

#include <QApplication>
#include <QMainWindow>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

// The least that a program with a web engine can be: one window, one view with an empty page, the engine's
// flags and profile as in Lectern. Says the same milestone, so that bench_launch measures both alike.
int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv, DisplayUse::Window))
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
    page.load(QUrl(u"about:blank"_s));
    const int code = QApplication::exec();
    delete view; // before its page
    return code;
}

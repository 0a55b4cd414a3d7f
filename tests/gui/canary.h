#pragma once

#include "app/page/safehtml.h"
#include "ui/pagehandler.h"

#include <QSet>
#include <QStringList>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineUrlRequestInterceptor>

#include <memory>

// A page that runs whatever it is given, in a profile of its own with scripts on and without a content
// security policy, and notes everything that nobody may do there (security.md 4).
class Canary final
{
public:
    Canary();
    ~Canary();
    Q_DISABLE_COPY_MOVE(Canary)

    // Loads the bodies side by side, each in a root of its own, sends events to every element, and returns
    // all that happened and all that is not as written: scripts, dialogs, navigations, windows, downloads,
    // another title, requests for anything but `pictures`, links that are no links, elements that were not
    // written.
    QStringList faults(const QList<QByteArray> &bodies, const QByteArray &styleRules = {},
                       const QSet<QByteArray> &pictures = {});

private:
    class Guard;
    class Page;

    QVariant probe();

    QStringList m_notes;
    PageHandler m_handler;
    std::unique_ptr<Guard> m_guard;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<Page> m_page;
};

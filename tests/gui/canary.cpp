#include "tests/gui/canary.h"

#include "tests/gui/scriptanswer.h"
#include "ui/pagescheme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineDownloadRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait
const auto title = u"canary"_s;
const auto fired = u"CANARY "_s;
const auto settled = u"CANARY-SETTLED"_s;

// What a script does that got through.
const auto traps = u"for (const name of ['alert', 'confirm', 'prompt', 'print'])"
                   "  window[name] = () => console.log('CANARY ' + name);"_s;

// Sends what a reader's mouse, keys and time would, and answers once other tasks had their turns.
const auto provoke =
    u"for (const element of document.querySelectorAll('body *'))"
    "  for (const name of ['mouseover', 'mousemove', 'focus', 'focusin', 'keydown', 'pointerenter', 'load',"
    "                      'error', 'toggle', 'animationend', 'scroll', 'wheel', 'copy', 'drop'])"
    "    element.dispatchEvent(new Event(name));"
    "for (const element of document.querySelectorAll('body [href]'))"
    "  if (element.protocol === 'javascript:') element.click();"
    // Not by setTimeout(): a page that nobody looks at has its timers once a second.
    "const turns = new MessageChannel(); let left = 50; turns.port1.onmessage = () =>"
    "  left-- > 0 ? turns.port2.postMessage(0) : console.log('CANARY-SETTLED');"
    "turns.port2.postMessage(0);"_s;

const auto describe =
    u"JSON.stringify({"
    "outside: [...document.body.childNodes].filter(n => !(n.className === 'root')).map(n => n.nodeName),"
    "head: [...document.head.children].map(n => n.localName),"
    "links: [...document.querySelectorAll('[href]')].map(n => n.protocol || n.getAttribute('href')),"
    "roots: [...document.querySelectorAll('body > .root')].map("
    "  root => [...root.querySelectorAll('*')].map(n => n.localName).join(' '))})"_s;

QStringList elementsOf(const QByteArray &html)
{
    static const QRegularExpression startTag(u"<([a-z][a-z0-9-]*)"_s);
    QStringList names;
    QRegularExpressionMatchIterator tags = startTag.globalMatch(QString::fromUtf8(html));
    while (tags.hasNext())
        names << tags.next().captured(1);
    return names;
}

}

class Canary::Guard final : public QWebEngineUrlRequestInterceptor
{
public:
    explicit Guard(QStringList &notes)
        : m_notes(notes)
    {
    }

    void expect(const QUrl &page, const QSet<QByteArray> &pictures)
    {
        m_page = page;
        m_pictures = pictures;
    }

    void interceptRequest(QWebEngineUrlRequestInfo &info) override
    {
        const QUrl address = info.requestUrl();
        if (address == m_page || m_pictures.contains(imageKey(address)))
            return;
        info.block(true);
        m_notes << u"request "_s + address.toDisplayString();
    }

private:
    QStringList &m_notes;
    QUrl m_page;
    QSet<QByteArray> m_pictures;
};

class Canary::Page final : public QWebEnginePage
{
public:
    Page(QWebEngineProfile *profile, QStringList &notes)
        : QWebEnginePage(profile)
        , m_notes(notes)
    {
        connect(this, &QWebEnginePage::newWindowRequested, this,
                [this](const QWebEngineNewWindowRequest &request) {
                    m_notes << u"window "_s + request.requestedUrl().toDisplayString();
                });
    }

    void open(const QUrl &page)
    {
        m_expected = page;
        isSettled = false;
        load(page);
    }

    bool isSettled = false;

protected:
    bool acceptNavigationRequest(const QUrl &address, NavigationType, bool) override
    {
        if (address == m_expected)
            return true;
        m_notes << u"navigation "_s + address.toDisplayString();
        return false;
    }

    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &message, int,
                                  const QString &) override
    {
        isSettled = isSettled || message == settled;
        if (message.startsWith(fired))
            m_notes << u"script "_s + message.sliced(fired.size());
    }

private:
    QStringList &m_notes;
    QUrl m_expected;
};

Canary::Canary()
    : m_guard(std::make_unique<Guard>(m_notes))
    , m_profile(std::make_unique<QWebEngineProfile>())
    , m_page(std::make_unique<Page>(m_profile.get(), m_notes))
{
    m_profile->installUrlSchemeHandler(pageScheme(), &m_handler);
    m_profile->installUrlSchemeHandler(imageScheme(), &m_handler); // fails them all
    m_profile->setUrlRequestInterceptor(m_guard.get());
    QObject::connect(m_profile.get(), &QWebEngineProfile::downloadRequested, m_profile.get(),
                     [this](QWebEngineDownloadRequest *download) {
                         m_notes << u"download "_s + download->url().toDisplayString();
                         download->cancel();
                     });
    QWebEngineScript script;
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(QWebEngineScript::MainWorld);
    script.setRunsOnSubFrames(true);
    script.setSourceCode(traps);
    m_profile->scripts()->insert(script);
}

Canary::~Canary() = default;

QVariant Canary::probe()
{
    m_page->runJavaScript(provoke, QWebEngineScript::MainWorld);
    if (!QTest::qWaitFor([this] { return m_page->isSettled; }, patience))
        return {};
    return scriptAnswer(
        [this](const auto &answered) {
            m_page->runJavaScript(describe, QWebEngineScript::MainWorld, answered);
        },
        patience);
}

QStringList Canary::faults(const QList<QByteArray> &bodies, const QByteArray &styleRules,
                           const QSet<QByteArray> &pictures)
{
    QByteArray html = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>canary</title><style>" +
                      styleRules + "</style></head><body>";
    for (const QByteArray &body : bodies)
        html += "<div class=\"root\">" + body + "</div>";
    m_notes.clear();
    const QUrl address = m_handler.setPage(html + "</body></html>");
    m_guard->expect(address, pictures);
    QSignalSpy finished(m_page.get(), &QWebEnginePage::loadFinished);
    m_page->open(address);
    if (!finished.wait(patience))
        return m_notes << u"the page never ended"_s;
    const QJsonObject seen = QJsonDocument::fromJson(probe().toString().toUtf8()).object();
    if (seen.isEmpty())
        return m_notes << u"the page did not answer"_s;
    if (m_page->title() != title)
        m_notes << u"title "_s + m_page->title();
    for (const QJsonValue &name : seen[u"outside"].toArray())
        m_notes << u"outside "_s + name.toString();
    if (seen[u"head"].toArray() != QJsonArray({u"meta"_s, u"title"_s, u"style"_s}))
        m_notes << u"head"_s;
    static const QSet<QString> protocols{u"http:"_s, u"https:"_s, u"mailto:"_s, u"article:"_s,
                                         u"article-command:"_s};
    for (const QJsonValue &link : seen[u"links"].toArray()) {
        if (!protocols.contains(link.toString()))
            m_notes << u"link "_s + link.toString();
    }
    const QJsonArray roots = seen[u"roots"].toArray();
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        if (roots[i].toString() != elementsOf(bodies[i]).join(u' '))
            m_notes << u"tree %1: "_s.arg(i) + roots[i].toString();
    }
    return m_notes;
}

#include "ui/linkopener.h"

#include "ui/question.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QGuiApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace
{

// A word that has no place to break is as wide as the window at least.
QString shortened(const QString &word)
{
    constexpr int longest = 60; // characters
    return word.size() > longest ? word.left(longest - 1) + u'…' : word;
}

}

LinkOpener::LinkOpener(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

bool namesAnotherHost(const QUrl &address, const QString &text)
{
    constexpr auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression whole(uR"(^https?://(?:[^/\s@]*@)?([\w.-]*\w))"_s, options);
    static const QRegularExpression bare(uR"(^((?:[\w-]+\.)+\p{L}{2,})\.?(?:[/:?#,;!)]|$))"_s, options);
    QString shown = text.trimmed();
    shown.removeIf([](QChar c) { return c.category() == QChar::Other_Format; }); // nobody sees them
    QRegularExpressionMatch match = whole.match(shown);
    if (!match.hasMatch())
        match = bare.match(shown);
    if (!match.hasMatch())
        return false;
    const auto withoutWww = [](const QString &host) {
        return host.startsWith("www."_L1) ? host.mid(4) : host;
    };
    const QString named = QString::fromLatin1(QUrl::toAce(match.captured(1).toLower()));
    return withoutWww(named) != withoutWww(address.host(QUrl::FullyEncoded).toLower());
}

void LinkOpener::open(const QUrl &address, const QString &text)
{
    if (!isLeadingOutside(address))
        return;
    const bool isMail = address.scheme() == "mailto"_L1;
    const bool isPunycode = address.host(QUrl::FullyEncoded).contains("xn--"_L1);
    const bool isDoubtful = isMail || isPunycode || namesAnotherHost(address, text);
    isDoubtful ? askFor(address) : handOver(address);
}

void LinkOpener::openAfterAsking(const QUrl &address)
{
    constexpr qint64 quietTime = 10'000; // ms; enough to leave the article
    const bool isQuiet = m_sinceRefused.isValid() && m_sinceRefused.elapsed() < quietTime;
    if (!m_question && !isQuiet && isLeadingOutside(address))
        askFor(address);
}

bool LinkOpener::isLeadingOutside(const QUrl &address)
{
    const QString scheme = address.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1)
        return true;
    refuse(address, tr("Lectern opens only web and mail addresses, not “%1”.").arg(shortened(scheme)));
    return false;
}

void LinkOpener::askFor(const QUrl &address)
{
    const QString shown = address.toString(QUrl::FullyEncoded);
    m_question =
        ask(m_window, {tr("Open this address?"), tr("The link leads to:\n\n%1").arg(shown), {}, tr("&Open")});
    connect(m_question, &QDialog::accepted, this, [this, address] { handOver(address); });
    connect(m_question, &QDialog::rejected, this, [this] { m_sinceRefused.start(); });
}

void LinkOpener::handOver(const QUrl &address)
{
    if (QDesktopServices::openUrl(address))
        Q_EMIT handedOver();
    else
        refuse(address, tr("No program took the address %1. Copy it into a browser, or choose one in the "
                           "settings of the desktop.")
                            .arg(shortened(address.toString(QUrl::FullyEncoded))));
}

void LinkOpener::refuse(const QUrl &address, const QString &sentence)
{
    m_refused = address;
    Q_EMIT refused(sentence);
}

void LinkOpener::copyRefused() const
{
    QGuiApplication::clipboard()->setText(m_refused.toString(QUrl::FullyEncoded));
}

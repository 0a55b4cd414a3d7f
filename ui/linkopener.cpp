#include "ui/linkopener.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

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
    if (!isDoubtful || isWanted(address))
        handOver(address);
}

void LinkOpener::openAfterAsking(const QUrl &address)
{
    constexpr qint64 quietTime = 10'000; // ms; enough to leave the article
    const bool isQuiet = m_sinceRefused.isValid() && m_sinceRefused.elapsed() < quietTime;
    if (!m_isAsking && !isQuiet && isLeadingOutside(address) && isWanted(address))
        handOver(address);
}

bool LinkOpener::isLeadingOutside(const QUrl &address)
{
    const QString scheme = address.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1)
        return true;
    Q_EMIT refused(tr("Lectern opens only web and mail addresses, not “%1”.").arg(scheme));
    return false;
}

bool LinkOpener::isWanted(const QUrl &address)
{
    QMessageBox box(QMessageBox::Question, tr("Open this address?"),
                    tr("The link leads to:\n\n%1").arg(address.toString(QUrl::FullyEncoded)),
                    QMessageBox::Open | QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Cancel);
    m_isAsking = true;
    const bool isWanted = box.exec() == QMessageBox::Open;
    m_isAsking = false;
    if (!isWanted)
        m_sinceRefused.start();
    return isWanted;
}

void LinkOpener::handOver(const QUrl &address)
{
    if (!QDesktopServices::openUrl(address))
        Q_EMIT refused(tr("No program took the address %1.").arg(address.toString(QUrl::FullyEncoded)));
}

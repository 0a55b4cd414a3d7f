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
    static const QRegularExpression shape(uR"(^\s*(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:?#]|\s*$))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return false;
    const auto withoutWww = [](const QString &host) {
        return host.startsWith("www."_L1) ? host.mid(4) : host;
    };
    return withoutWww(match.captured(1).toLower()) != withoutWww(address.host().toLower());
}

void LinkOpener::open(const QUrl &address, const QString &text)
{
    const QString scheme = address.scheme();
    const bool isWeb = scheme == "http"_L1 || scheme == "https"_L1;
    if (!isWeb && scheme != "mailto"_L1) {
        Q_EMIT refused(tr("Lectern opens only web and mail addresses, not “%1”.").arg(scheme));
        return;
    }
    const bool isPunycode = address.host(QUrl::FullyEncoded).contains("xn--"_L1);
    if (!isWeb || isPunycode || namesAnotherHost(address, text)) {
        QMessageBox box(QMessageBox::Question, tr("Open this address?"),
                        tr("The link leads to:\n\n%1").arg(address.toString(QUrl::FullyEncoded)),
                        QMessageBox::Open | QMessageBox::Cancel, m_window);
        box.setTextFormat(Qt::PlainText);
        box.setDefaultButton(QMessageBox::Cancel);
        if (box.exec() != QMessageBox::Open)
            return;
    }
    if (!QDesktopServices::openUrl(address))
        Q_EMIT refused(tr("No program took the address %1.").arg(address.toString(QUrl::FullyEncoded)));
}

#include "ui/pagescheme.h"

#include <QWebEngineUrlScheme>

using namespace Qt::StringLiterals;

namespace
{

void registerScheme(const QByteArray &name, QWebEngineUrlScheme::Flags flags)
{
    QWebEngineUrlScheme scheme(name);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(flags);
    QWebEngineUrlScheme::registerScheme(scheme);
}

}

QByteArray pageScheme()
{
    return "article";
}

QByteArray imageScheme()
{
    return "article-image";
}

QByteArray commandScheme()
{
    return "article-command";
}

QByteArray imageKey(const QUrl &address)
{
    if (address.scheme().toLatin1() != imageScheme() || address.host() != u"i"_s)
        return {};
    return address.path().mid(1).toLatin1();
}

QUrl imageUrl(const QByteArray &key)
{
    QUrl address;
    address.setScheme(QString::fromLatin1(imageScheme()));
    address.setHost(u"i"_s);
    address.setPath(u'/' + QString::fromLatin1(key));
    return address;
}

void registerPageSchemes()
{
    registerScheme(pageScheme(), QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::NoAccessAllowed);
    registerScheme(imageScheme(), QWebEngineUrlScheme::SecureScheme);
    registerScheme(commandScheme(), QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::NoAccessAllowed);
}

#include "ui/failuretexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace
{

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(FailureTexts)
};

QString statusSentence(const QString &status)
{
    if (status == u"404" || status == u"410")
        return Texts::tr("The server does not have it any more (%1).").arg(status);
    if (status == u"429")
        return Texts::tr("The server has been asked too often (%1).").arg(status);
    if (status.startsWith(u'5'))
        return Texts::tr("The server is in trouble (%1).").arg(status);
    return Texts::tr("The server refused it (%1).").arg(status);
}

QString contentSentence(const QString &content)
{
    if (content == u"HTML")
        return Texts::tr("The server sent a web page in place of the picture.");
    return content.isEmpty()
               ? Texts::tr("What the server sent is not a picture that can be shown.")
               //: %1 is a kind of file, as "SVG"
               : Texts::tr("What the server sent is not a picture that can be shown (%1).").arg(content);
}

// Where no server was to blame.
QString ownSentence(ImageFailure failure)
{
    switch (failure) {
    case ImageFailure::Offline:
        return Texts::tr("It has not been fetched yet, and the network is switched off.");
    case ImageFailure::NotWanted:
        return Texts::tr("It has not been fetched, as you chose to fetch no pictures.");
    case ImageFailure::TooLarge:
        return Texts::tr("It is too large.");
    case ImageFailure::TooMany:
        return Texts::tr("This article has more pictures than are fetched at once.");
    case ImageFailure::TooManyPixels:
        return Texts::tr(
            "With it, the pictures of this article would take more memory than one page may have.");
    case ImageFailure::StoreFailed:
        return Texts::tr("It could not be kept on disk.");
    case ImageFailure::Cancelled:
        return Texts::tr("Fetching was stopped.");
    case ImageFailure::NotAsked:
        return Texts::tr("Pictures are fetched when you ask for them.");
    default:
        return {};
    }
}

QString sentence(ImageFailure failure, const QString &detail)
{
    switch (failure) {
    case ImageFailure::NotAllowed:
        return Texts::tr("Its address does not lead to the public internet.");
    case ImageFailure::HostNotFound:
        return Texts::tr("This server does not exist any more, or there is no network.");
    case ImageFailure::NoConnection:
        return Texts::tr("The server cannot be reached.");
    case ImageFailure::TimedOut:
        return Texts::tr("The server did not answer in time.");
    case ImageFailure::HttpStatus:
        return statusSentence(detail);
    case ImageFailure::NotAPicture:
        return contentSentence(detail);
    case ImageFailure::Damaged:
        return Texts::tr("It is damaged.");
    case ImageFailure::TooManyRedirects:
        return Texts::tr("The server sent us round in circles.");
    case ImageFailure::StandIn:
        return Texts::tr("The server sends another picture in its place.");
    case ImageFailure::Dot:
        return Texts::tr("The server sent a single dot in place of the picture.");
    default:
        return ownSentence(failure);
    }
}

// As part of a list, and as the beginning of a line.
struct WayNames {
    QString inShort;
    QString inFull;
};

WayNames names(const TriedWay &way)
{
    switch (way.rung) {
    case Rung::Plain:
        return {Texts::tr("plainly", "way of asking a server"),
                Texts::tr("Plainly", "way of asking a server")};
    case Rung::OwnReferrer:
        return {Texts::tr("as from its own site"), Texts::tr("As from its own site, %1").arg(way.site)};
    case Rung::ProxyReferrer:
        return {Texts::tr("as from %1", "a site").arg(way.site),
                Texts::tr("As from the article’s site, %1").arg(way.site)};
    case Rung::KnownReferrer:
        return {Texts::tr("as from %1", "a site").arg(way.site),
                Texts::tr("As from %1, which this server is known to want").arg(way.site)};
    case Rung::OtherScheme:
        //: %1 is http or https
        return {Texts::tr("over %1").arg(way.scheme), Texts::tr("Over %1").arg(way.scheme)};
    case Rung::OtherAddress:
        return {Texts::tr("at %1", "a server").arg(way.host),
                Texts::tr("At another address, on %1").arg(way.host)};
    case Rung::PublicArchive:
        return {Texts::tr("in the Internet Archive"), Texts::tr("In the Internet Archive")};
    }
    return {};
}

}

QString failureSentence(const ImageAnswer &answer)
{
    return sentence(answer.failure, answer.detail);
}

QStringList failureLines(const ImageAnswer &answer)
{
    QStringList lines;
    if (!answer.host.isEmpty())
        lines << Texts::tr("Picture from %1").arg(answer.host);
    lines << failureSentence(answer);
    if (answer.failure == ImageFailure::NotWanted)
        lines << Texts::tr("Preferences, Pictures: fetch them after all.");
    const bool canBeKnown =
        answer.failure == ImageFailure::HttpStatus || answer.failure == ImageFailure::HostNotFound;
    if (answer.tried.isEmpty() && canBeKnown)
        lines << Texts::tr("This is known from before; nobody was asked again.");
    return lines;
}

QString waysInShort(const QList<TriedWay> &ways)
{
    QStringList list;
    if (ways.size() == 1 && ways.first().rung == Rung::Plain) // that goes without saying
        return {};
    for (const TriedWay &way : ways)
        list << names(way).inShort;
    list.removeDuplicates();
    //: %1 is a list of ways in which a server was asked: "plainly · as from weibo.com"
    return list.isEmpty() ? QString() : Texts::tr("Tried: %1").arg(list.join(waySeparator.toString()));
}

QStringList waysInFull(const QList<TriedWay> &ways)
{
    QStringList lines;
    if (ways.size() < 2) // the reason is said already
        return lines;
    for (const TriedWay &way : ways)
        //: %1 is a way in which a server was asked, %2 a sentence
        lines << Texts::tr("%1: %2").arg(names(way).inFull, sentence(way.failure, way.detail));
    return lines;
}

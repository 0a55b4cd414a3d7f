#include "ui/fetchtexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(FetchTexts)
};

QString howItEnded(CollectEnd end)
{
    switch (end) {
    case CollectEnd::Done:
        break;
    case CollectEnd::Stopped:
        return Texts::tr("Stopped.");
    case CollectEnd::Offline:
        return Texts::tr("The network is switched off.");
    case CollectEnd::NotWanted:
        return Texts::tr("Stopped, as you chose to fetch no pictures.");
    case CollectEnd::StoreFull:
        return Texts::tr(
            "More would drive out stored pictures. Preferences say how much room they may take.");
    case CollectEnd::StoreFailed:
        return Texts::tr("Pictures cannot be kept on disk.");
    }
    return {};
}

// Those with the most failures; the others as a number.
QString failedServers(const CollectTally &tally)
{
    constexpr qsizetype named = 3;
    QHash<QString, int> ofServer;
    for (auto failure = tally.failures.cbegin(); failure != tally.failures.cend(); ++failure)
        ofServer[failure.key().host] += failure.value();
    QStringList servers = ofServer.keys();
    std::sort(servers.begin(), servers.end(), [&ofServer](const QString &first, const QString &second) {
        return std::pair(-ofServer.value(first), first) < std::pair(-ofServer.value(second), second);
    });
    const auto others = static_cast<int>(servers.size() - named);
    QStringList shown = servers.mid(0, named);
    if (others > 0)
        shown << Texts::tr("%Ln more server(s)", nullptr, others);
    //: Between the names of servers.
    return shown.join(Texts::tr(", "));
}

QString countSentence(const CollectTally &tally)
{
    const QLocale locale;
    if (tally.pictures == 0)
        return Texts::tr("These articles have no pictures to fetch.");
    if (tally.here() == tally.pictures)
        return Texts::tr("All %Ln picture(s) are here.", nullptr, tally.pictures);
    QString text = Texts::tr("%1 of %Ln picture(s) are here.", nullptr, tally.pictures)
                       .arg(locale.toString(tally.here()));
    if (tally.failed() > 0)
        //: %1 is a list of servers
        text += u' ' + Texts::tr("%Ln failed: %1.", nullptr, tally.failed()).arg(failedServers(tally));
    return text;
}

}

QString fetchResult(const CollectTally &tally, CollectEnd end)
{
    const QString ending = howItEnded(end);
    if (ending.isEmpty())
        return countSentence(tally);
    return tally.pictures == 0 ? ending : ending + u' ' + countSentence(tally);
}

QString fetchProgress(const CollectTally &tally, Fetching fetching)
{
    const QLocale locale;
    QString pictures = Texts::tr("%Ln picture(s)", nullptr, tally.here());
    if (tally.failed() > 0)
        //: %1 is "812 pictures", %2 a number of others
        pictures = Texts::tr("%1, %2 failed").arg(pictures, locale.toString(tally.failed()));
    if (tally.allArticles == 0) // another try at what failed
        return (fetching == Fetching::Paused ? Texts::tr("Paused: %1")
                                             : Texts::tr("Fetching pictures again: %1"))
            .arg(pictures);
    return (fetching == Fetching::Paused ? Texts::tr("Paused: %1 of %2 articles, %3")
                                         : Texts::tr("Fetching pictures: %1 of %2 articles, %3"))
        .arg(locale.toString(tally.articles), locale.toString(tally.allArticles), pictures);
}

QList<std::pair<CollectFailure, int>> sortedFailures(const CollectTally &tally)
{
    QList<std::pair<CollectFailure, int>> failures;
    for (auto failure = tally.failures.cbegin(); failure != tally.failures.cend(); ++failure)
        failures.append({failure.key(), failure.value()});
    std::sort(failures.begin(), failures.end(), [](const auto &first, const auto &second) {
        return std::tuple(-first.second, first.first.host, first.first.failure, first.first.detail) <
               std::tuple(-second.second, second.first.host, second.first.failure, second.first.detail);
    });
    return failures;
}

#include "markedarchive.h"

#include <cstdio>

using namespace Qt::StringLiterals;

void demand(bool isDone, const QString &error)
{
    if (isDone)
        return;
    std::fprintf(stderr, "%s\n", qUtf8Printable(error));
    std::exit(1);
}

void fillMarkedArchive(Catalog &catalog, Marks &marks, int articles)
{
    constexpr int atOnce = 5000;
    QString error;
    QList<Identity> read;
    for (int from = 0; from < articles; from += atOnce) {
        QList<ReadFile> files;
        for (int i = from; i < std::min(articles, from + atOnce); ++i) {
            ArticleHead head;
            head.title = u"article %1"_s.arg(i);
            head.categories = {u"%1"_s.arg(i % 10), u"%1"_s.arg(i % 1000)};
            head.date = markedArchiveNow().addSecs(-600LL * i);
            head.identity = Identity{static_cast<quint64>(i) * 0x9E3779B97F4A7C15U}; // scattered
            if (i % 10 == 0)
                read << head.identity;
            files << ReadFile{{QByteArray::number(i), 1, 1000, 7, {}}, PackedHead(head)};
        }
        demand(catalog.store(files, {}, &error).has_value(), error);
    }
    demand(catalog.makeIndexes(&error) && marks.set(Marking::Read, read, markedArchiveNow(), &error), error);
    catalog.makeListIndexes([] { return true; });
}

QDateTime markedArchiveNow()
{
    return QDateTime(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);
}

#pragma once

#include "app/catalog/catalog.h"

// Files for catalogues that are made without a folder.

inline const QDateTime sampleNoon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

inline ReadFile sampleFile(const QByteArray &path, const QStringList &categories, int daysAgo,
                           quint64 identity)
{
    ArticleHead head;
    head.title = QString::fromUtf8(path);
    head.categories = categories;
    head.author = QStringLiteral("author %1").arg(9 - daysAgo % 10);
    head.date = sampleNoon.addDays(-daysAgo).toOffsetFromUtc(8 * 3600);
    head.headImage = QStringLiteral("https://example.org/a.png");
    head.originalLink = QStringLiteral("https://example.org/") + head.title;
    head.identity = Identity{identity};
    head.problems = Problem::EncodingGuessed;
    return {{path, 1, 1000, 7, {}}, PackedHead(head)};
}

// The first and the third are copies of one article.
inline QList<ReadFile> sampleFiles()
{
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    const QString x = QStringLiteral("x");
    return {
        sampleFile("1", {a}, 1, 11),    sampleFile("2", {a, x}, 3, 12),
        sampleFile("3", {b}, 2, 11),    sampleFile("4", {}, 0, std::numeric_limits<quint64>::max()),
        sampleFile("B", {a, x}, 4, 15),
    };
}

// `count` more, the newest first, of which every fortieth is in the category "small" and all others in
// "large". Their identities begin with 100.
inline QList<ReadFile> manySampleFiles(int count)
{
    QList<ReadFile> files;
    for (int i = 0; i < count; ++i)
        files << sampleFile("many" + QByteArray::number(i * 7919 % count),
                            {i % 40 == 0 ? QStringLiteral("small") : QStringLiteral("large")}, 5 + i / 9,
                            100u + static_cast<quint64>(i));
    return files;
}

// The number of the category with this path; the deepest part that exists.
inline CategoryId sampleCategory(const QString &databaseName, const QStringList &path)
{
    QString error;
    Database database;
    CategoryId at = wholeArchive;
    if (!database.open(databaseName, DatabaseUse::Reading, &error))
        return at;
    Statement child(database, QStringLiteral("SELECT id FROM categories WHERE parent=? AND name=?"));
    for (const QString &name : path)
        at = firstNumber(child.bind(at).bind(name), &error).value_or(at);
    return at;
}

// As after a first pass and what follows it.
inline bool makeAllIndexes(Catalog &catalog, QString *error)
{
    const bool isMade = catalog.makeIndexes(error);
    catalog.makeListIndexes([] { return true; });
    return isMade;
}

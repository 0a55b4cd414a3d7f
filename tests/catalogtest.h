#pragma once

#include "app/catalog/catalog.h"

#include <QTemporaryDir>
#include <QTest>

// What the tests of a Catalog begin with: the name of a file that is not there yet, for each test another.
class CatalogTest : public QObject
{
protected:
    void begin()
    {
        const QString name = QString::fromLatin1(QTest::currentTestFunction());
        m_file = m_folder.filePath(name + QStringLiteral("/c.sqlite"));
    }

    static ReadFile made(const QByteArray &path, const QStringList &categories, qint64 size = 1)
    {
        ArticleHead head;
        head.title = QString::fromUtf8(path);
        head.categories = categories;
        head.date = QDateTime(QDate(2021, 11, 23), QTime(4, 19, 3), Qt::UTC);
        head.identity = Identity{qHash(path)};
        return {{path, size, 1000, 7, {}}, PackedHead(head)};
    }

    // "a=2 a/b=1": every category with its total, outermost first.
    static QString tree(const QString &name)
    {
        QString error;
        Database database;
        if (!database.open(name, DatabaseUse::Reading, &error))
            return error;
        Statement all(
            database,
            QStringLiteral("WITH RECURSIVE t(id, path, total) AS (SELECT id, '', total FROM categories"
                           " WHERE id=0 UNION ALL SELECT c.id, t.path || '/' || c.name, c.total"
                           " FROM t JOIN categories c ON c.parent=t.id)"
                           " SELECT path || '=' || total FROM t ORDER BY path"));
        QStringList parts;
        for (bool more = all.execute(&error) && all.next(); more; more = all.next())
            parts << all.text(0);
        return parts.join(u' ');
    }

    QTemporaryDir m_folder;
    QString m_file;
};

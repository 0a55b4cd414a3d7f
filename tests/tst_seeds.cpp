#include "app/library/listing.h"
#include "tests/testfolders.h"

#include <QBuffer>
#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

// The sample archive against tests/seeds.jsonl, which was written by hand beside the articles: what a person
// who wrote them expects to see listed.
class TestSeeds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        QString error;
        QVERIFY2(listArchive(QFile::encodeName(seedsFolder()), out, &error), qPrintable(error));
        for (const QByteArray &line : out.data().split('\n')) {
            const QJsonObject article = QJsonDocument::fromJson(line).object();
            if (!article.isEmpty())
                m_listed.insert(article.value("path"_L1).toString(), article);
        }
    }

    void noFileIsMissing()
    {
        QStringList expected;
        for (const QJsonObject &article : expectedArticles())
            expected << article.value("path"_L1).toString();
        QStringList listed = m_listed.keys();
        expected.sort();
        listed.sort();
        QVERIFY(expected.size() >= 40);
        QCOMPARE(listed, expected);
    }

    void eachIsAsWritten_data()
    {
        QTest::addColumn<QJsonObject>("expected");
        for (const QJsonObject &article : expectedArticles())
            QTest::newRow(qPrintable(article.value("path"_L1).toString())) << article;
    }

    void eachIsAsWritten()
    {
        QFETCH(const QJsonObject, expected);
        const QJsonObject listed = m_listed.value(expected.value("path"_L1).toString());
        QCOMPARE(listed.value("title"_L1).toString(), expected.value("title"_L1).toString());
        QCOMPARE(listed.value("categories"_L1).toArray(), expected.value("categories"_L1).toArray());
        QCOMPARE(listed.value("author"_L1).toString(), expected.value("author"_L1).toString());
        const bool isGuess = expected.value("date"_L1).isNull();
        QCOMPARE(listed.value("dateIsGuess"_L1).toBool(), isGuess);
        if (isGuess)
            return;
        const QDateTime date = QDateTime::fromString(listed.value("date"_L1).toString(), Qt::ISODate);
        const QDateTime written = QDateTime::fromString(expected.value("date"_L1).toString(), Qt::ISODate);
        QVERIFY(written.isValid());
        QCOMPARE(date, written);
        QCOMPARE(date.offsetFromUtc(), written.offsetFromUtc());
    }

private:
    static QList<QJsonObject> expectedArticles()
    {
        QFile file(testsFolder() + QStringLiteral("/seeds.jsonl"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QJsonObject> articles;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (!line.isEmpty())
                articles << QJsonDocument::fromJson(line).object();
        }
        return articles;
    }

    QHash<QString, QJsonObject> m_listed;
};

QTEST_APPLESS_MAIN(TestSeeds)

#include "tst_seeds.moc"

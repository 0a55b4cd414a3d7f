#include "app/library/listing.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

void write(const QByteArray &path, const QByteArray &text)
{
    const QString name = QFile::decodeName(path);
    QVERIFY(QDir().mkpath(QFileInfo(name).path()));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QList<QJsonObject> listed(const QByteArray &root)
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    QString error;
    if (!listArchive(root, buffer, &error))
        return {};
    QList<QJsonObject> objects;
    for (const QByteArray &line : buffer.data().trimmed().split('\n'))
        objects << QJsonDocument::fromJson(line).object();
    return objects;
}

}

class TestListing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void article_isOneWholeObject();
    void lines_areSortedByPath();
    void missingDate_isMarkedAsGuess();
    void pathThatIsNoUtf8_comesAsBytesToo();
    void absentFolder_saysWhy();
    void fullDevice_saysSo();
};

void TestListing::article_isOneWholeObject()
{
    const QTemporaryDir folder;
    const QByteArray root = QFile::encodeName(folder.path());
    write(root + "/a.md", "---\ntitle: '标题 \"x\"'\ncategories:\n - 甲\n - 乙\nauthor: 作者\n"
                          "date: Tue, 23 Nov 2021 04:19:03 +0800\n---\n<div>text</div>\n");
    const QList<QJsonObject> all = listed(root);
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][u"path"], u"a.md"_s);
    QCOMPARE(all[0][u"title"], u"标题 \"x\""_s);
    QCOMPARE(all[0][u"categories"].toArray(), QJsonArray({u"甲"_s, u"乙"_s}));
    QCOMPARE(all[0][u"author"], u"作者"_s);
    QCOMPARE(all[0][u"date"], u"2021-11-23T04:19:03+08:00"_s);
    QCOMPARE(all[0][u"dateIsGuess"], false);
    QCOMPARE(all[0][u"problems"].toArray(), QJsonArray());
    QCOMPARE(all[0][u"identity"].toString().size(), 16);
    QVERIFY(!all[0].contains(u"pathBytes"));
}

void TestListing::lines_areSortedByPath()
{
    const QTemporaryDir folder;
    const QByteArray root = QFile::encodeName(folder.path());
    for (int i = 1200; i > 0; --i)
        write(root + "/" + QByteArray::number(i % 7) + "/" + QByteArray::number(i) + ".md", "x");
    QByteArrayList paths;
    for (const QJsonObject &object : listed(root))
        paths << object[u"path"].toString().toUtf8();
    QCOMPARE(paths.size(), 1200);
    QVERIFY(std::is_sorted(paths.cbegin(), paths.cend()));
}

void TestListing::missingDate_isMarkedAsGuess()
{
    const QTemporaryDir folder;
    const QByteArray root = QFile::encodeName(folder.path());
    write(root + "/a.md", "---\ntitle: x\ndate: Invalid Date\n---\ntext");
    const QJsonObject object = listed(root).value(0);
    QCOMPARE(object[u"dateIsGuess"], true);
    QVERIFY(object[u"problems"].toArray().contains(u"date-unreadable"_s));
}

void TestListing::pathThatIsNoUtf8_comesAsBytesToo()
{
    const QTemporaryDir folder;
    const QByteArray root = QFile::encodeName(folder.path());
    const QByteArray name = "\xb2\xe2\xca\xd4.md";
    FILE *file = fopen((root + "/" + name).constData(), "w");
    if (!file)
        QSKIP("this file system takes UTF-8 names only");
    fclose(file);
    const QJsonObject object = listed(root).value(0);
    remove((root + "/" + name).constData()); // Qt cannot name it
    QVERIFY(object[u"path"].toString().contains(QChar::ReplacementCharacter));
    QCOMPARE(QByteArray::fromBase64(object[u"pathBytes"].toString().toLatin1()), name);
}

void TestListing::absentFolder_saysWhy()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    QString error;
    QVERIFY(!listArchive("/nonexistent-folder", buffer, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(buffer.data().isEmpty());
}

void TestListing::fullDevice_saysSo()
{
    const QTemporaryDir folder;
    const QByteArray root = QFile::encodeName(folder.path());
    write(root + "/a.md", "x");
    QBuffer buffer;
    buffer.open(QIODevice::ReadOnly);
    QString error;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"device"_s));
    QVERIFY(!listArchive(root, buffer, &error));
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"

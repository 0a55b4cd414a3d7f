#include "app/archive/articlereader.h"
#include "app/archive/scanner.h"
#include "tests/testfolders.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostRegenerated = 1500; // files of each archive, evenly spread

using Change = std::function<QByteArray(const QByteArray &)>;

QByteArray read(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A title that stands on one line gets what the generator appends to the second article of that title.
QByteArray withTimeSuffix(QByteArray bytes)
{
    static const QRegularExpression title(u"^title: (['\"])(.*)\\1[ \\r]*$"_s,
                                          QRegularExpression::MultilineOption);
    const QString text = QString::fromUtf8(bytes);
    const QRegularExpressionMatch found = title.match(text);
    if (!found.hasMatch() || text.toUtf8() != bytes)
        return bytes;
    return (text.left(found.capturedEnd(2)) + u"-1637639863.2178"_s + text.mid(found.capturedEnd(2)))
        .toUtf8();
}

QByteArray withOtherProxies(QByteArray bytes)
{
    return bytes.replace("https://cors.zfour.workers.dev/?", "https://pictures.example.org/?")
        .replace("https://cors.mhuig.top/?r=", "https://elsewhere.example.net/?r=");
}

QByteArray withWindowsLines(QByteArray bytes)
{
    return bytes.replace("\r\n", "\n").replace('\n', "\r\n");
}

QList<FileEntry> entriesOf(const QByteArray &root)
{
    QList<FileEntry> all;
    scanArchive(root, 4096, [&all](const QList<FileEntry> &found) {
        all << found;
        return true;
    });
    return all;
}

}

// Archives of both dialects, as their generators left them and as they would write them another time.
class TestIdentityCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regenerated_isKnownAgain_data();
    void regenerated_isKnownAgain();
    void differentArticles_neverShareOne_data();
    void differentArticles_neverShareOne();

private:
    static void corpora()
    {
        QTest::newRow("first dialect") << u"real"_s;
        QTest::newRow("sister dialect") << u"rssbox"_s;
    }
};

void TestIdentityCorpus::regenerated_isKnownAgain_data()
{
    QTest::addColumn<QString>("corpus");
    QTest::addColumn<QString>("how");
    for (const QString &corpus : {u"real"_s, u"rssbox"_s}) {
        for (const char *how : {"other names", "time suffixes", "other proxies", "CRLF", "all of it"})
            QTest::newRow(qPrintable(corpus + u": "_s + QLatin1StringView(how)))
                << corpus << QString::fromLatin1(how);
    }
}

void TestIdentityCorpus::regenerated_isKnownAgain()
{
    QFETCH(QString, corpus);
    QFETCH(QString, how);
    const QByteArray root = QFile::encodeName(sharedFolder() + QStringLiteral("/corpus/") + corpus);
    const QList<FileEntry> entries = entriesOf(root);
    if (entries.isEmpty())
        QSKIP("the archives of other people are not here");
    const bool isAll = how == u"all of it"_s;
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"another/folder"_s));
    const QByteArray fresh = QFile::encodeName(folder.path());
    QStringList lost;
    int count = 0;
    for (qsizetype at = 0; at < entries.size(); at += 1 + entries.size() / mostRegenerated) {
        QByteArray bytes = read(root + '/' + entries[at].path);
        if (isAll || how == u"time suffixes"_s)
            bytes = withTimeSuffix(bytes);
        if (isAll || how == u"other proxies"_s)
            bytes = withOtherProxies(bytes);
        if (isAll || how == u"CRLF"_s)
            bytes = withWindowsLines(bytes);
        FileEntry written{"another/folder/" + QByteArray::number(count++) + ".md", bytes.size(), 1, 1, {}};
        QFile file(QFile::decodeName(fresh + '/' + written.path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        if (readArticleHead(fresh, written).identity != readArticleHead(root, entries[at]).identity)
            lost << QString::fromUtf8(entries[at].path);
        file.remove();
    }
    qInfo("%d articles written anew, %d not known again", count, static_cast<int>(lost.size()));
    QVERIFY2(lost.isEmpty(), qPrintable(lost.mid(0, 5).join(u'\n')));
}

void TestIdentityCorpus::differentArticles_neverShareOne_data()
{
    QTest::addColumn<QString>("corpus");
    corpora();
}

// Files that share an identity are copies: of one original, or of one title, date and text.
void TestIdentityCorpus::differentArticles_neverShareOne()
{
    QFETCH(QString, corpus);
    const QByteArray root = QFile::encodeName(sharedFolder() + QStringLiteral("/corpus/") + corpus);
    const QList<FileEntry> entries = entriesOf(root);
    if (entries.isEmpty())
        QSKIP("the archives of other people are not here");
    static const QRegularExpression suffix(u"-1\\d{9}(\\.\\d+)?$"_s);
    QHash<Identity, std::pair<QString, QString>> known;
    QStringList collisions;
    int copies = 0;
    for (const FileEntry &entry : entries) {
        const ArticleHead head = readArticleHead(root, entry);
        const bool hasLink = !head.originalLink.trimmed().isEmpty();
        const std::pair<QString, QString> self =
            hasLink ? std::pair(head.originalLink.trimmed(), QString())
                    : std::pair(QString(head.title).remove(suffix).simplified(),
                                QString::number(head.date.toMSecsSinceEpoch()));
        const auto other = known.constFind(head.identity);
        if (other == known.cend()) {
            known.insert(head.identity, self);
            continue;
        }
        ++copies;
        const bool isGuess = bool(head.problems & (Problem::DateMissing | Problem::DateUnreadable));
        if (other->first != self.first || (!isGuess && other->second != self.second))
            collisions << QString::fromUtf8(entry.path);
    }
    qInfo("%d files, %d identities, %d copies, %d collisions", static_cast<int>(entries.size()),
          static_cast<int>(known.size()), copies, static_cast<int>(collisions.size()));
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.mid(0, 5).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestIdentityCorpus)
#include "tst_identitycorpus.moc"

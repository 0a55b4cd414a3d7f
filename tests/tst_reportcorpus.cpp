#include "app/library/listing.h"
#include "tests/reporton.h"
#include "tests/testfolders.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

// Reports on whole archives, against what others know of them.
class TestReportCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheListing_data();
    void agreesWithTheListing();
    void seeds_areAsWritten();
    void corpus_agreesWithASimpleRule();
};

void TestReportCorpus::agreesWithTheListing_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("seeds") << seedsFolder();
    QTest::newRow("corpus") << sharedFolder() + QStringLiteral("/corpus");
}

// --list reads heads only, on another way through the code: both must name the same problems.
void TestReportCorpus::agreesWithTheListing()
{
    QFETCH(const QString, folder);
    if (!QDir(folder).exists())
        QSKIP("the articles are not here");
    QBuffer out;
    QString error;
    QVERIFY(out.open(QIODevice::WriteOnly) && listArchive(QFile::encodeName(folder), out, &error));
    const ArchiveReport report = reportOn(folder);
    int articles = 0;
    QHash<QString, QStringList> byIdentity;
    for (const QByteArray &line : out.data().trimmed().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString name = object[u"path"].toString();
        ++articles;
        byIdentity[object[u"identity"].toString()] << name;
        QStringList lines = linesOf(report, name.toUtf8());
        for (const QString &other : {u"same-identity"_s, u"same-body"_s, u"body-empty"_s})
            lines.removeOne(other);
        QStringList problems = object[u"problems"].toVariant().toStringList();
        lines.sort();
        problems.sort();
        QCOMPARE(lines, problems);
    }
    QCOMPARE(report.articles, articles);
    qsizetype copies = 0;
    for (const QStringList &same : std::as_const(byIdentity))
        copies += same.size() > 1 ? same.size() : 0;
    QCOMPARE(report.line(ReportKind::SameIdentity).files.size(), copies);
}

// What those who wrote the sample archive say of it, in tests/seeds.jsonl: no date means a guessed one.
void TestReportCorpus::seeds_areAsWritten()
{
    QFile file(testsFolder() + QStringLiteral("/seeds.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QByteArray> all;
    QSet<QByteArray> undated;
    QSet<QByteArray> guessed;
    QSet<QByteArray> copies;
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        const QJsonObject article = QJsonDocument::fromJson(line).object();
        const QByteArray name = article[u"path"].toString().toUtf8();
        const QString shows = article[u"shows"].toString();
        all.insert(name);
        if (article[u"date"].isNull())
            undated.insert(name);
        if (shows.contains(u"GB18030"_s) || shows.contains(u"Big5"_s))
            guessed.insert(name);
        if (shows.contains(u"copy"_s))
            copies.insert(name);
    }
    const ArchiveReport report = reportOn(seedsFolder());
    const auto named = [&report](ReportKind kind) {
        const QByteArrayList files = paths(report, kind);
        return QSet<QByteArray>(files.cbegin(), files.cend());
    };
    QCOMPARE(report.articles, all.size());
    QCOMPARE(named(ReportKind::EncodingGuessed), guessed);
    QVERIFY(!undated.isEmpty() && !guessed.isEmpty());
    QVERIFY((named(ReportKind::DateUnreadable) + named(ReportKind::DateMissing)).contains(undated));
    QCOMPARE(report.line(ReportKind::SameIdentity).groupEnds, QList<int>{2});
    QCOMPARE(report.line(ReportKind::BodyEmpty).files.size(), 1);
    QVERIFY(copies.isEmpty() || named(ReportKind::SameBody).contains(copies));
}

// What stands behind the second "---" line, without the link tag of the sister dialect, white space at the
// ends taken off: both generators write no other shape.
void TestReportCorpus::corpus_agreesWithASimpleRule()
{
    const QString corpus = sharedFolder() + QStringLiteral("/corpus");
    if (!QDir(corpus).exists())
        QSKIP("the corpus is not here");
    QHash<QByteArray, QByteArrayList> byBody;
    qint64 total = 0;
    int articles = 0;
    QDirIterator files(corpus, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = "\n" + file.readAll().replace("\r\n", "\n");
        total += file.size();
        ++articles;
        QByteArray body = text.mid(text.indexOf("\n---\n", text.indexOf("\n---\n") + 4) + 5).trimmed();
        const qsizetype tag = body.lastIndexOf("{% link ");
        if (tag >= 0)
            body.remove(tag, body.indexOf("%}", tag) + 2 - tag);
        byBody[body] << QFile::encodeName(QDir(corpus).relativeFilePath(file.fileName()));
    }
    QSet<QByteArray> expected;
    for (const auto &[body, same] : std::as_const(byBody).asKeyValueRange()) {
        const bool isEmpty = QByteArray(body).replace("<div>", "").replace("</div>", "").trimmed().isEmpty();
        if (same.size() > 1 && !isEmpty)
            expected.unite(QSet<QByteArray>(same.cbegin(), same.cend()));
    }
    const ArchiveReport report = reportOn(corpus);
    const QByteArrayList found = paths(report, ReportKind::SameBody);
    QCOMPARE(report.articles, articles);
    QCOMPARE(report.sizes.total, total);
    QCOMPARE(QSet<QByteArray>(found.cbegin(), found.cend()), expected);
}

QTEST_GUILESS_MAIN(TestReportCorpus)
#include "tst_reportcorpus.moc"

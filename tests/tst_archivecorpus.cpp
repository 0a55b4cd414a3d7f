#include "app/archive/articlereader.h"
#include "app/archive/fileopener.h"
#include "app/archive/scanner.h"
#include "tests/testfolders.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

// What a file says of itself by the simplest rules that hold for these two generators: the first line that
// starts with a key, the " - " lines, what stands between [ and ], each item less
// its quotes.
struct Simple {
    QString title;
    QStringList categories;
    QString date;
};

Simple readSimply(const QString &path)
{
    QFile file(path);
    const QStringList lines =
        file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    Simple simple;
    bool isInTitle = false;
    for (const QString &line : lines) {
        if (line.startsWith("---"_L1) && !simple.title.isEmpty())
            break;
        if (line.startsWith("categories:"_L1)) {
            isInTitle = false;
            const QString list = line.contains(u'[') ? line.section(u'[', 1).chopped(1) : QString();
            for (const QString &item : list.split(u", "_s, Qt::SkipEmptyParts))
                simple.categories << item.sliced(1).chopped(1);
        } else if (line.startsWith("title: "_L1) || isInTitle) {
            simple.title += isInTitle ? u' ' + line : line.sliced(7);
            isInTitle = true;
        } else if (line.trimmed().startsWith("- "_L1)) {
            simple.categories << line.trimmed().sliced(2);
        } else if (line.startsWith("date: "_L1)) {
            simple.date = line.sliced(6);
        }
    }
    const bool isQuoted = simple.title.startsWith(u'\'') || simple.title.startsWith(u'"');
    simple.title = (isQuoted ? simple.title.sliced(1).chopped(1) : simple.title).simplified();
    return simple;
}

// Qt's own parsers, as a second opinion.
QDateTime readDateSimply(const QString &written)
{
    const QDateTime rfc = QDateTime::fromString(written, Qt::RFC2822Date);
    const QDateTime iso = QDateTime::fromString(written, Qt::ISODateWithMs);
    if (rfc.isValid() || written.endsWith("GMT"_L1))
        return QDateTime::fromString(QString(written).replace("GMT"_L1, "+0000"_L1), Qt::RFC2822Date);
    return iso.timeSpec() == Qt::LocalTime ? QDateTime(iso.date(), iso.time(), Qt::OffsetFromUTC, 8 * 3600)
                                           : iso;
}

} // namespace

class TestArchiveCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArticle_isReadRightly_data();
    void everyArticle_isReadRightly();
};

void TestArchiveCorpus::everyArticle_isReadRightly_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("count");
    QTest::newRow("real") << u"/real"_s << 25;
    QTest::newRow("rssbox") << u"/rssbox"_s << 329;
}

void TestArchiveCorpus::everyArticle_isReadRightly()
{
    QFETCH(QString, folder);
    QFETCH(int, count);
    const QString path = sharedFolder() + u"/corpus"_s + folder;
    if (!QDir(path).exists())
        QSKIP("the corpus of third-party articles is not here");
    const QByteArray root = QFile::encodeName(path);
    QList<FileEntry> entries;
    const ScanResult result = scanArchive(root, 100, [&](const QList<FileEntry> &batch) {
        entries += batch;
        return true;
    });
    QVERIFY(result.complete);
    QCOMPARE(entries.size(), count);

    FileOpener opener(root);
    for (const FileEntry &entry : entries) {
        const ArticleHead head = readArticleHead(root, entry);
        FileEntry bare{entry.path, FileEntry::unknownSize, 0, 0, {}};
        QCOMPARE(readPackedHead(opener, bare), PackedHead(head));
        QCOMPARE(bare, entry);
        const Simple simple = readSimply(path + u'/' + displayPath(entry.path));
        QCOMPARE(head.title, simple.title);
        QVERIFY(!head.title.isEmpty());
        QCOMPARE(head.categories, simple.categories);
        QVERIFY(!head.categories.isEmpty());
        QVERIFY(head.date.isValid());
        const bool hasDate = simple.date != "Invalid Date"_L1;
        QCOMPARE(head.problems.testFlag(Problem::DateUnreadable), !hasDate);
        if (hasDate)
            QCOMPARE(head.date, readDateSimply(simple.date));
        QCOMPARE(!head.originalLink.isEmpty(), folder == "/rssbox"_L1);
        QVERIFY(!head.headImage.contains("picsum.photos"_L1));
        QVERIFY(
            !(head.problems & (Problem::EncodingGuessed | Problem::EncodingDamaged | Problem::Unreadable)));
        const std::optional<Article> article = readArticle(root, entry.path, nullptr);
        QVERIFY(article && article->head == head);
        QVERIFY(!article->body.contains("{% link"_L1));
        QCOMPARE(article->format, BodyFormat::Html);
    }
}

QTEST_GUILESS_MAIN(TestArchiveCorpus)
#include "tst_archivecorpus.moc"

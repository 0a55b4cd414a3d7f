#include "app/images/imageindex.h"
#include "app/images/imagestore.h"
#include "app/images/storefolder.h"
#include "app/library/settings.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

constexpr int patience = 60'000; // milliseconds; a deadline, never a wait: the machine may be busy

// The program that writes one article and ends, without a window.
class TestExporter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersLimit_holdsForAnExport();
};

// An export opens the same store as the window, and must not make room that nobody asked for.
void TestExporter::readersLimit_holdsForAnExport()
{
    const QTemporaryDir home;
    const QString data = home.filePath(u"data"_s);
    QVERIFY(QDir().mkpath(data + u"/pictures"_s));
    Settings(data + u"/settings.ini"_s).setPictureLimit(2 * usualStoreLimit);
    const QString key = storeKey(QUrl(u"https://pictures.example.org/a.png"_s));
    QString error;
    ImageIndex index;
    QVERIFY2(index.open(data + u"/pictures/index.sqlite"_s, &error), qPrintable(error));
    QVERIFY(index.setFacts(key, {.length = usualStoreLimit + 1, .sha256 = "hash"}, &error));
    QFile article(home.filePath(u"a.md"_s));
    // With a picture, which is asked for: else the export ends before it looks at the store.
    QVERIFY(article.open(QFile::WriteOnly));
    QVERIFY(article.write("# Title\n\n![](https://pictures.example.org/another.png)\n") > 0);
    article.close();
    QProcess program;
    program.start(QStringLiteral(LECTERN_PROGRAM),
                  {u"--offline"_s, u"--data-dir"_s, data, u"--cache-dir"_s, home.filePath(u"cache"_s),
                   u"--export"_s, home.filePath(u"a.html"_s), article.fileName()});
    QVERIFY(program.waitForFinished(patience));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    QVERIFY(QFile::exists(home.filePath(u"a.html"_s)));
    QVERIFY(index.facts(key));
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"

#include "app/archive/articlereader.h"
#include "app/archive/scanner.h"
#include "syntheticarchive.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestArchiveGenerator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void writesAsManyAsAsked();
    void twoRuns_writeTheSameBytes();
    void existingFolder_isRefused();
    void usualOnes_haveNoProblem();
    void awkwardOnes_haveTheirProblems();

private:
    int generate(int articles, const QString &name) const;
    QString path(const QString &name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

int TestArchiveGenerator::generate(int articles, const QString &name) const
{
    return QProcess::execute(QStringLiteral(LECTERN_GENERATOR), {QString::number(articles), path(name)});
}

namespace
{

// By path below the folder.
QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> all;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return all;
}

Problems problemsOf(const SyntheticFile &file)
{
    FileEntry entry;
    entry.path = file.path;
    entry.size = file.bytes.size();
    return parseArticle(file.bytes, entry).head.problems;
}

}

void TestArchiveGenerator::writesAsManyAsAsked()
{
    QCOMPARE(generate(300, u"archive"_s), 0);
    qsizetype found = 0;
    const ScanResult result =
        scanArchive(QFile::encodeName(path(u"archive"_s)), 50, [&](const auto &entries) {
            found += entries.size();
            return true;
        });
    QVERIFY(result.complete);
    QCOMPARE(found, 300);
}

void TestArchiveGenerator::twoRuns_writeTheSameBytes()
{
    QCOMPARE(generate(300, u"first"_s), 0);
    QCOMPARE(generate(300, u"second"_s), 0);
    const QMap<QString, QByteArray> first = contents(path(u"first"_s));
    QCOMPARE(first.size(), 300);
    QVERIFY(first == contents(path(u"second"_s)));
}

void TestArchiveGenerator::existingFolder_isRefused()
{
    QVERIFY(QDir().mkpath(path(u"archive"_s)));
    QCOMPARE(generate(1, u"archive"_s), 1);
    QVERIFY(QDir(path(u"archive"_s)).isEmpty());
}

void TestArchiveGenerator::usualOnes_haveNoProblem()
{
    const SyntheticArchive archive(2'400);
    for (int number = 0; number < 2'400; number += 50)
        QCOMPARE(problemNames(problemsOf(archive.file(number))), QStringList());
}

void TestArchiveGenerator::awkwardOnes_haveTheirProblems()
{
    const SyntheticArchive archive(2'400);
    Problems problems;
    for (int number = 37; number < 2'400; number += 100)
        problems |= problemsOf(archive.file(number));
    for (const Problem problem :
         {Problem::FrontMatterRepaired, Problem::FrontMatterMissing, Problem::FrontMatterUnclosed,
          Problem::TitleMissing, Problem::DateMissing, Problem::DateUnreadable, Problem::CategoriesMissing,
          Problem::EncodingGuessed})
        QVERIFY2(problems & problem, qPrintable(problemNames(problem).join(u' ')));
}

QTEST_APPLESS_MAIN(TestArchiveGenerator)
#include "tst_archivegenerator.moc"

#include "app/library/archivereport.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestArchiveReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblem_hasItsLine();
    void names_areDifferent();
    void sorting_bringsFilesAndGroupsIntoOrder();
};

// A new problem that no line shows would be hidden from the reader.
void TestArchiveReport::everyProblem_hasItsLine()
{
    Problems shown;
    for (int kind = 0; kind < reportKindCount; ++kind)
        shown |= reportProblem(static_cast<ReportKind>(kind)).value_or(Problem::None);
    const QStringList all = problemNames(Problems::fromInt(~0u));
    QCOMPARE(problemNames(shown), all);
}

void TestArchiveReport::names_areDifferent()
{
    QSet<QString> names;
    for (int kind = 0; kind < reportKindCount; ++kind)
        names.insert(reportKindName(static_cast<ReportKind>(kind)));
    QCOMPARE(names.size(), reportKindCount);
    QCOMPARE(reportKindName(ReportKind::DateMissing), u"date-missing"_s);
    QCOMPARE(reportKindName(ReportKind::SameBody), u"same-body"_s);
}

void TestArchiveReport::sorting_bringsFilesAndGroupsIntoOrder()
{
    ArchiveReport report;
    for (const char *path : {"d", "b", "a", "c"})
        report.files << ReportFile{path, 0, {}};
    report.line(ReportKind::DateMissing).files = {0, 1, 2};
    report.line(ReportKind::SameBody).files = {0, 3, 2, 1};
    report.line(ReportKind::SameBody).groupEnds = {2, 4};
    report.line(ReportKind::Largest).files = {1, 0, 2};
    sortReport(report);
    const auto paths = [&report](ReportKind kind) {
        QByteArray text;
        for (const int file : report.line(kind).files)
            text += report.files[file].path;
        return text;
    };
    QCOMPARE(paths(ReportKind::DateMissing), QByteArray("abd"));
    QCOMPARE(paths(ReportKind::SameBody), QByteArray("abcd"));
    QCOMPARE(report.line(ReportKind::SameBody).groupEnds, QList<int>({2, 4}));
    QCOMPARE(paths(ReportKind::Largest), QByteArray("bda"));
    QCOMPARE(report.files.first().path, QByteArray("a"));
}

QTEST_GUILESS_MAIN(TestArchiveReport)
#include "tst_archivereport.moc"

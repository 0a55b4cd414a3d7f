#include "app/library/reportwriter.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

ArchiveReport sample()
{
    ArchiveReport report;
    report.root = "/articles";
    report.complete = true;
    report.articles = 9;
    report.sizes = {1000, 1, 50, 400};
    report.files = {{"a.md", 12, {}},
                    {"b, \"c\".md", 0, u"Permission denied"_s},
                    {"\xb2\xe2.md", 3, {}},
                    {"文章/新\n行.md", 4, {}}};
    report.line(ReportKind::DateMissing).files = {0, 3};
    report.line(ReportKind::Unreadable).files = {1};
    report.line(ReportKind::SameBody).files = {0, 2, 1, 3};
    report.line(ReportKind::SameBody).groupEnds = {2, 4};
    return report;
}

QByteArray csvOf(const ArchiveReport &report)
{
    QBuffer buffer;
    QString error;
    buffer.open(QIODevice::WriteOnly);
    return writeReportCsv(report, buffer, &error) ? buffer.data() : QByteArray();
}

QByteArray jsonOf(const ArchiveReport &report)
{
    QBuffer buffer;
    QString error;
    buffer.open(QIODevice::WriteOnly);
    return writeReportJson(report, buffer, &error) ? buffer.data() : QByteArray();
}

}

class TestReportWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvField_data();
    void csvField();
    void csv_isOneRowAFile();
    void formula_isNoFormula_data();
    void formula_isNoFormula();
    void json_holdsEveryKind();
    void json_namesFilesAndGroups();
    void json_ofAnEmptyReport_isWhole();
    void fullDevice_saysSo();
    void csv_tellsHowFarItIsAndCanBeStopped();
};

void TestReportWriter::csvField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << u"a"_s << QByteArray("\"a\"");
    QTest::newRow("empty") << QString() << QByteArray("\"\"");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quotation marks") << u"a\"b\""_s << QByteArray("\"a\"\"b\"\"\"");
    QTest::newRow("line ends") << u"a\r\nb\nc"_s << QByteArray("\"a\r\nb\nc\"");
    QTest::newRow("semicolon") << u"a;b"_s << QByteArray("\"a;b\"");
    QTest::newRow("spaces") << u" a "_s << QByteArray("\" a \"");
    QTest::newRow("Chinese") << u"文章"_s << QByteArray("\"\xe6\x96\x87\xe7\xab\xa0\"");
}

void TestReportWriter::csvField()
{
    QFETCH(const QString, text);
    QTEST(::csvField(text), "field");
}

void TestReportWriter::csv_isOneRowAFile()
{
    const QByteArray csv = csvOf(sample());
    const QByteArray expected = "\xef\xbb\xbfkind,group,path,bytes,reason\r\n"
                                "\"date-missing\",,\"a.md\",12,\"\"\r\n"
                                "\"date-missing\",,\"文章/新\n行.md\",4,\"\"\r\n"
                                "\"unreadable\",,\"b, \"\"c\"\".md\",0,\"Permission denied\"\r\n"
                                "\"same-body\",1,\"a.md\",12,\"\"\r\n"
                                "\"same-body\",1,\"\xef\xbf\xbd\xef\xbf\xbd.md\",3,\"\"\r\n"
                                "\"same-body\",2,\"b, \"\"c\"\".md\",0,\"Permission denied\"\r\n"
                                "\"same-body\",2,\"文章/新\n行.md\",4,\"\"\r\n";
    QCOMPARE(csv, expected);
}

void TestReportWriter::formula_isNoFormula_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("equals") << QByteArray("=1+1.md") << QByteArray("./=1+1.md");
    QTest::newRow("plus") << QByteArray("+1.md") << QByteArray("./+1.md");
    QTest::newRow("minus") << QByteArray("-1.md") << QByteArray("./-1.md");
    QTest::newRow("at") << QByteArray("@SUM(A1).md") << QByteArray("./@SUM(A1).md");
    QTest::newRow("tab") << QByteArray("\t=1.md") << QByteArray("./\t=1.md");
    QTest::newRow("within") << QByteArray("a=1.md") << QByteArray("a=1.md");
}

void TestReportWriter::formula_isNoFormula()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, written);
    ArchiveReport report;
    report.files = {{path, 1, {}}};
    report.line(ReportKind::BodyEmpty).files = {0};
    QVERIFY(csvOf(report).endsWith("\"body-empty\",,\"" + written + "\",1,\"\"\r\n"));
}

void TestReportWriter::json_holdsEveryKind()
{
    const QJsonObject report = QJsonDocument::fromJson(jsonOf(sample())).object();
    QCOMPARE(report[u"folder"], u"/articles"_s);
    QCOMPARE(report[u"complete"], true);
    QCOMPARE(report[u"articles"], 9);
    QVERIFY(!report.contains(u"error"));
    const QJsonObject sizes{{u"total"_s, 1000}, {u"smallest"_s, 1}, {u"median"_s, 50}, {u"largest"_s, 400}};
    QCOMPARE(report[u"sizes"].toObject(), sizes);
    const QJsonObject findings = report[u"findings"].toObject();
    QCOMPARE(findings.size(), reportKindCount);
    for (int kind = 0; kind < reportKindCount; ++kind)
        QVERIFY(findings[reportKindName(static_cast<ReportKind>(kind))].toObject().contains(u"count"));
}

void TestReportWriter::json_namesFilesAndGroups()
{
    const QJsonObject findings = QJsonDocument::fromJson(jsonOf(sample())).object()[u"findings"].toObject();
    const QJsonObject first{{u"path"_s, u"a.md"_s}, {u"bytes"_s, 12}};
    const QJsonObject denied{
        {u"path"_s, u"b, \"c\".md"_s}, {u"bytes"_s, 0}, {u"reason"_s, u"Permission denied"_s}};
    const QJsonObject broken{{u"path"_s, u"\ufffd\ufffd.md"_s},
                             {u"bytes"_s, 3},
                             {u"pathBytes"_s, QString::fromLatin1(QByteArray("\xb2\xe2.md").toBase64())}};
    const QJsonObject last{{u"path"_s, u"文章/新\n行.md"_s}, {u"bytes"_s, 4}};
    QCOMPARE(findings[u"date-missing"].toObject(),
             QJsonObject({{u"count"_s, 2}, {u"files"_s, QJsonArray({first, last})}}));
    QCOMPARE(findings[u"unreadable"].toObject(),
             QJsonObject({{u"count"_s, 1}, {u"files"_s, QJsonArray({denied})}}));
    const QJsonArray groups{QJsonArray({first, broken}), QJsonArray({denied, last})};
    QCOMPARE(findings[u"same-body"].toObject(), QJsonObject({{u"count"_s, 4}, {u"groups"_s, groups}}));
}

void TestReportWriter::json_ofAnEmptyReport_isWhole()
{
    ArchiveReport report;
    report.error = u"No such file or directory"_s;
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(jsonOf(report), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object[u"complete"], false);
    QCOMPARE(object[u"error"], report.error);
    QCOMPARE(object[u"findings"].toObject()[u"largest"].toObject()[u"files"].toArray(), QJsonArray());
}

void TestReportWriter::fullDevice_saysSo()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadOnly);
    QString error;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"device"_s));
    QVERIFY(!writeReportJson(sample(), buffer, &error));
    QVERIFY(!error.isEmpty());
}

void TestReportWriter::csv_tellsHowFarItIsAndCanBeStopped()
{
    ArchiveReport report = sample();
    report.line(ReportKind::DateMissing).files = QList<int>(5000, 0);
    const auto write = [&report](QByteArray *written, const std::function<bool(double)> &goesOn) {
        QBuffer buffer(written);
        QString error;
        buffer.open(QIODevice::WriteOnly);
        return writeReportCsv(report, buffer, goesOn, &error) && error.isEmpty();
    };
    QByteArray whole;
    QByteArray part;
    double last = 0;
    QVERIFY(write(&whole, [&last](double done) {
        const bool isFurther = done > last && done <= 1;
        last = done;
        return isFurther;
    }));
    QVERIFY(last > 0.5);
    QVERIFY(!write(&part, [](double done) { return done < 0.5; }));
    QVERIFY(whole.startsWith(part) && part.count('\n') < whole.count('\n') * 3 / 4);
}

QTEST_GUILESS_MAIN(TestReportWriter)
#include "tst_reportwriter.moc"

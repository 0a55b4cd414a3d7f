#include "ui/reportmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

ArchiveReport sample()
{
    ArchiveReport report;
    report.files = {{"a/1.md", 1000, {}},
                    {"b/1.md", 1000, {}},
                    {"c/<b>.md", 5, {}},
                    {"d/1.md", 5, {}},
                    {"e", 0, u"Permission denied"_s}};
    report.line(ReportKind::DateMissing).files = {1, 3};
    report.line(ReportKind::Unreadable).files = {4};
    report.line(ReportKind::SameBody).files = {0, 1, 2, 3};
    report.line(ReportKind::SameBody).groupEnds = {2, 4};
    return report;
}

}

class TestReportModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ReportModel>();
        new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                     m_model.get());
        m_model->setReport(sample());
    }

    void lines_haveTheirFiles()
    {
        QCOMPARE(m_model->rowCount(), reportKindCount);
        const QModelIndex undated = line(ReportKind::DateMissing);
        QCOMPARE(undated.siblingAtColumn(1).data(), u"2"_s);
        QCOMPARE(m_model->rowCount(undated), 2);
        const QModelIndex file = m_model->index(1, 0, undated);
        QCOMPARE(file.data(), u"d/1.md"_s);
        QCOMPARE(file.siblingAtColumn(1).data(), u"5 bytes"_s);
        QCOMPARE(m_model->rowCount(file), 0);
        QVERIFY(m_model->isFile(file) && !m_model->isFile(undated));
    }

    void copies_comeInGroups()
    {
        const QModelIndex copies = line(ReportKind::SameBody);
        QCOMPARE(copies.siblingAtColumn(1).data(), u"4"_s);
        QCOMPARE(m_model->rowCount(copies), 2);
        const QModelIndex second = m_model->index(1, 0, copies);
        QCOMPARE(second.data(), u"<b>.md"_s);
        QCOMPARE(second.siblingAtColumn(1).data(), u"2"_s);
        const QModelIndex file = m_model->index(1, 0, second);
        QCOMPARE(file.data(), u"d/1.md"_s);
        QCOMPARE(file.parent(), second);
        QCOMPARE(second.parent(), copies);
        QCOMPARE(m_model->kind(file), ReportKind::SameBody);
        QVERIFY(m_model->isFile(file) && !m_model->isFile(second));
    }

    void paths_areThoseBelow()
    {
        const QModelIndex copies = line(ReportKind::SameBody);
        const QModelIndex second = m_model->index(1, 0, copies);
        QCOMPARE(m_model->paths(copies), QByteArrayList({"a/1.md", "b/1.md", "c/<b>.md", "d/1.md"}));
        QCOMPARE(m_model->paths(second), QByteArrayList({"c/<b>.md", "d/1.md"}));
        QCOMPARE(m_model->paths(m_model->index(0, 0, second)), QByteArrayList{"c/<b>.md"});
        QCOMPARE(m_model->paths({}), QByteArrayList());
    }

    void reason_standsInPlaceOfTheSize()
    {
        const QModelIndex file = m_model->index(0, 0, line(ReportKind::Unreadable));
        QCOMPARE(file.siblingAtColumn(1).data(), u"Permission denied"_s);
    }

    void emptyLine_canBeChosenByNobody()
    {
        QCOMPARE(line(ReportKind::TooLarge).flags(), Qt::NoItemFlags);
        QVERIFY(line(ReportKind::SameBody).flags() & Qt::ItemIsEnabled);
    }

    void toolTip_isNoMarkup()
    {
        const QModelIndex group = m_model->index(1, 0, line(ReportKind::SameBody));
        QCOMPARE(m_model->index(0, 0, group).data(Qt::ToolTipRole), u"<p>c/&lt;b&gt;.md</p>"_s);
    }

    void everyLine_hasWords()
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row, 0);
            QVERIFY(!index.data().toString().isEmpty());
            QVERIFY(index.data(Qt::ToolTipRole).toString().size() > 10);
        }
    }

private:
    QModelIndex line(ReportKind kind) const { return m_model->index(static_cast<int>(kind), 0); }

    std::unique_ptr<ReportModel> m_model;
};

QTEST_MAIN(TestReportModel)

#include "tst_reportmodel.moc"

#include "ui/fetchreport.h"

#include "ui/dialogsize.h"
#include "ui/failuretexts.h"
#include "ui/fetchtexts.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

enum Column { ServerColumn, CountColumn, ReasonColumn, columns };

QList<QStandardItem *> failureItems(const CollectFailure &failure, int pictures)
{
    ImageAnswer answer;
    answer.failure = failure.failure;
    answer.detail = failure.detail;
    const QStringList texts{failure.host, QLocale().toString(pictures), failureSentence(answer)};
    QList<QStandardItem *> items;
    for (const QString &text : texts) {
        items << new QStandardItem(text);
        items.last()->setEditable(false);
        items.last()->setToolTip(text);
    }
    items.at(CountColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return items;
}

}

FetchReport::FetchReport(QWidget *parent)
    : QDialog(parent)
    , m_text(new QLabel(this))
    , m_list(new QTreeView(this))
    , m_model(new QStandardItemModel(0, columns, this))
{
    setObjectName(u"fetchReport"_s);
    setWindowTitle(tr("Pictures That Did Not Come"));
    m_text->setObjectName(u"fetchReportText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_model->setHorizontalHeaderLabels({tr("Server"), tr("Pictures"), tr("Reason")});
    m_model->setHeaderData(CountColumn, Qt::Horizontal,
                           QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter),
                           Qt::TextAlignmentRole); // as the numbers under it
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Servers whose pictures did not come, and why"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->resizeSection(CountColumn, fontMetrics().averageCharWidth() * 12);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_again = buttons->addButton(tr("&Try Again"), QDialogButtonBox::ActionRole);
    m_again->setObjectName(u"fetchAgain"_s);
    m_again->setToolTip(tr("Ask the servers once more"));
    connect(m_again, &QPushButton::clicked, this, &FetchReport::againWanted);
    connect(m_again, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    resizeDialog(*this, 128, 26);
}

void FetchReport::showTally(const CollectTally &tally, CollectEnd end)
{
    constexpr qsizetype most = 5'000; // lines; who reads more?
    m_text->setText(fetchResult(tally, end));
    m_model->removeRows(0, m_model->rowCount());
    for (const auto &[failure, pictures] : sortedFailures(tally).mid(0, most))
        m_model->appendRow(failureItems(failure, pictures));
    // What short names leave is the reasons'; with large text there is not much room.
    m_list->resizeColumnToContents(ServerColumn);
    const int widest = fontMetrics().averageCharWidth() * 44;
    m_list->header()->resizeSection(ServerColumn, qMin(widest, m_list->columnWidth(ServerColumn)));
    m_again->setEnabled(tally.failed() > 0);
    m_list->setCurrentIndex(m_model->index(0, 0));
}

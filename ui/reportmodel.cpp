#include "ui/reportmodel.h"

#include "app/archive/articlereader.h"
#include "ui/reporttexts.h"

#include <QApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QSize>

using namespace Qt::StringLiterals;

namespace
{

// An index carries what it lies below: nothing for a line, the line's number and 1 for what is directly below
// it, and the group's number and 1 in the higher bits for a file of a group.
constexpr int lineBits = 8;
constexpr quintptr lineMask = (quintptr(1) << lineBits) - 1;
static_assert(reportKindCount < (1 << lineBits));

}

ReportModel::ReportModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void ReportModel::setReport(const ArchiveReport &report)
{
    beginResetModel();
    m_report = report;
    endResetModel();
}

ReportKind ReportModel::kind(const QModelIndex &index) const
{
    const quintptr below = index.internalId() & lineMask;
    return static_cast<ReportKind>(below == 0 ? index.row() : static_cast<int>(below) - 1);
}

bool ReportModel::isGroup(const QModelIndex &index) const
{
    return index.internalId() != 0 && index.internalId() <= lineMask && hasGroups(kind(index));
}

bool ReportModel::isFile(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != 0 && !isGroup(index);
}

ReportModel::Reach ReportModel::reach(const QModelIndex &index) const
{
    const ReportLine &whole = line(index);
    if (index.internalId() == 0)
        return {0, whole.files.size()};
    const qsizetype group =
        isGroup(index) ? index.row() : static_cast<qsizetype>(index.internalId() >> lineBits) - 1;
    const qsizetype first = group > 0 ? whole.groupEnds[group - 1] : 0;
    return isFile(index) ? Reach{first + index.row(), 1} : Reach{first, whole.groupEnds[group] - first};
}

const ReportFile &ReportModel::file(const QModelIndex &index) const
{
    return m_report.files[line(index).files[reach(index).first]];
}

QList<QByteArray> ReportModel::paths(const QModelIndex &index) const
{
    QList<QByteArray> all;
    if (!index.isValid())
        return all;
    const Reach wanted = reach(index);
    all.reserve(wanted.count);
    for (const int file : line(index).files.mid(wanted.first, wanted.count))
        all << m_report.files[file].path;
    return all;
}

QModelIndex ReportModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    if (parent.internalId() == 0)
        return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
    return createIndex(row, column,
                       parent.internalId() | (static_cast<quintptr>(parent.row()) + 1) << lineBits);
}

QModelIndex ReportModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    const quintptr group = index.internalId() >> lineBits;
    if (group > 0)
        return createIndex(static_cast<int>(group) - 1, 0, index.internalId() & lineMask);
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr(0));
}

int ReportModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return reportKindCount;
    if (parent.column() != 0 || isFile(parent))
        return 0;
    const bool isLineOfGroups = parent.internalId() == 0 && hasGroups(kind(parent));
    return static_cast<int>(isLineOfGroups ? line(parent).groupEnds.size() : reach(parent).count);
}

int ReportModel::columnCount(const QModelIndex &) const
{
    return 2;
}

QString ReportModel::name(const QModelIndex &index) const
{
    if (index.internalId() == 0)
        return reportTitle(kind(index));
    const QString path = displayPath(file(index).path);
    return isFile(index) ? path : path.section(u'/', -1);
}

QString ReportModel::number(const QModelIndex &index) const
{
    if (!isFile(index))
        return QLocale().toString(reach(index).count);
    const ReportFile &shown = file(index);
    return shown.reason.isEmpty()
               ? QLocale().formattedDataSize(shown.size, 1, QLocale::DataSizeTraditionalFormat)
               : shown.reason;
}

QString ReportModel::toolTip(const QModelIndex &index) const
{
    const QString text = isFile(index) ? displayPath(file(index).path) : reportExplanation(kind(index));
    return u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s; // a path may look like HTML
}

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isName = index.column() == NameColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isName ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role == Qt::SizeHintRole)
        return QSize(0, QFontMetrics(QApplication::font()).height() * 8 / 5);
    if (role == Qt::DisplayRole)
        return isName ? name(index) : number(index);
    if (role == Qt::ToolTipRole)
        return toolTip(index);
    return {};
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == NameColumn ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Finding") : tr("Articles");
}

// A line without a file says so, and nothing can be done with it.
Qt::ItemFlags ReportModel::flags(const QModelIndex &index) const
{
    const bool isEmpty = index.isValid() && index.internalId() == 0 && line(index).files.isEmpty();
    return isEmpty ? Qt::NoItemFlags : QAbstractItemModel::flags(index);
}

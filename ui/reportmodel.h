#pragma once

#include "app/library/archivereport.h"

#include <QAbstractItemModel>

// A report as a tree: lines, below them their files; below a line of copies the groups, and below these the
// files. Asks nothing of the disk.
class ReportModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, NumberColumn };

    explicit ReportModel(QObject *parent = nullptr);

    void setReport(const ArchiveReport &report);
    const ArchiveReport &report() const { return m_report; }

    ReportKind kind(const QModelIndex &index) const; // of the line that the index stands in
    bool isFile(const QModelIndex &index) const;
    QList<QByteArray> paths(const QModelIndex &index) const; // what it stands for: one file, a group, a line

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Reach {
        qsizetype first = 0; // in ReportLine::files
        qsizetype count = 0;
    };

    bool isGroup(const QModelIndex &index) const;
    const ReportLine &line(const QModelIndex &index) const { return m_report.line(kind(index)); }
    Reach reach(const QModelIndex &index) const;
    const ReportFile &file(const QModelIndex &index) const;
    QString name(const QModelIndex &index) const;
    QString number(const QModelIndex &index) const;
    QString toolTip(const QModelIndex &index) const;

    ArchiveReport m_report;
};

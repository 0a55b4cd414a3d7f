#pragma once

#include "app/library/reportrunner.h"

#include <QDialog>
#include <QFutureWatcher>

#include <atomic>
#include <memory>
#include <optional>

class FileManager;
class ReportModel;
namespace Ui
{
class ReportDialog;
}

// The archive report in a window of its own, beside which one goes on reading. Makes the report while it is
// open; closing it ends that. A table that is being saved is saved first.
class ReportDialog final : public QDialog
{
    Q_OBJECT

public:
    // `root` and `expected` as in makeReport().
    ReportDialog(const QByteArray &root, int expected, QWidget *parent);
    ~ReportDialog() override;

    QByteArray root() const;

public Q_SLOTS:
    void saveTable(const QString &file); // away from the window's thread; says how it went

Q_SIGNALS:
    // The articles of a line, of a group, or one; `title` says what they have in common.
    void articlesWanted(const QList<QByteArray> &paths, const QString &title);

protected:
    void closeEvent(QCloseEvent *event) override;
    void done(int result) override;

private:
    bool isHeld();
    void setUpTree();
    void fitNumbers();
    void connectButtons();
    void showProgress(const ReportProgress &progress);
    void showReport(const ArchiveReport &report);
    void updateButtons();
    void activate(const QModelIndex &index);
    void showInList();
    void showFile();
    void copyPaths();
    void chooseTable();
    void endSaving();
    void explain(const QString &sentence);
    void tell(const QString &news);
    QModelIndex current() const;

    std::unique_ptr<Ui::ReportDialog> m_ui;
    ReportModel *m_model;
    FileManager *m_fileManager;
    ReportRunner m_runner;
    QFutureWatcher<std::optional<QString>> m_saving; // see save()
    std::atomic<bool> m_isSavingStopped = false;
    bool m_isClosing = false; // when the table is saved
    QByteArray m_root;
    QString m_table; // being saved
};

#include "ui/reportdialog.h"

#include "app/archive/articlereader.h"
#include "app/library/reportwriter.h"
#include "ui/announcement.h"
#include "ui/dialogsize.h"
#include "ui/filechoice.h"
#include "ui/filemanager.h"
#include "ui/lineicon.h"
#include "ui/reportmodel.h"
#include "ui/reporttexts.h"
#include "ui_reportdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrent>

#include <utility>

using namespace Qt::StringLiterals;

namespace
{

constexpr int whole = 1000; // of the bar

// The reason why it failed, or an empty one; nothing where it was stopped. Half a table is none: then no file
// is written.
using Outcome = std::optional<QString>;

void save(QPromise<Outcome> &saving, const ArchiveReport &report, const QString &name,
          const std::atomic<bool> *isStopped)
{
    saving.setProgressRange(0, whole);
    const auto goesOn = [&](double done) {
        saving.setProgressValue(qRound(done * whole));
        return !*isStopped;
    };
    QSaveFile file(name);
    QString error;
    const bool isWritten = file.open(QIODevice::WriteOnly) && writeReportCsv(report, file, goesOn, &error);
    if (isWritten && !*isStopped && file.commit())
        saving.addResult(Outcome(QString()));
    else
        saving.addResult(*isStopped ? Outcome() : Outcome(file.errorString()));
}

}

ReportDialog::ReportDialog(const QByteArray &root, int expected, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReportDialog>())
    , m_model(new ReportModel(this))
    , m_fileManager(new FileManager(this))
    , m_root(root)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setUpTree();
    connectButtons();
    connect(&m_runner, &ReportRunner::progressChanged, this, &ReportDialog::showProgress);
    connect(&m_runner, &ReportRunner::finished, this, &ReportDialog::showReport);
    connect(&m_saving, &QFutureWatcherBase::progressValueChanged, m_ui->reportProgress,
            &QProgressBar::setValue);
    connect(&m_saving, &QFutureWatcherBase::finished, this, &ReportDialog::endSaving);
    resizeDialog(*this, 96, 42);
    showProgress({ReportProgress::Stage::Reading, 0, expected, true});
    updateButtons();
    m_runner.start(root, expected);
}

// Also at the end of the program: whoever saves a table wants it.
ReportDialog::~ReportDialog()
{
    m_saving.waitForFinished();
}

void ReportDialog::closeEvent(QCloseEvent *event)
{
    if (isHeld())
        event->ignore();
    else
        QDialog::closeEvent(event);
}

void ReportDialog::done(int result)
{
    if (!isHeld())
        QDialog::done(result);
}

bool ReportDialog::isHeld()
{
    m_isClosing = m_saving.isRunning();
    if (m_isClosing)
        tell(tr("The report closes when its table is saved. Stop the saving to close it without."));
    return m_isClosing;
}

QByteArray ReportDialog::root() const
{
    return m_root;
}

void ReportDialog::setUpTree()
{
    m_ui->reportTree->setModel(m_model);
    m_ui->reportTree->header()->setStretchLastSection(false);
    m_ui->reportTree->header()->setSectionResizeMode(ReportModel::NameColumn, QHeaderView::Stretch);
    m_ui->reportTree->header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 14);
    connect(m_ui->reportTree, &QTreeView::expanded, this, &ReportDialog::fitNumbers);
    m_ui->actionCopyPath->setIcon(lineIcon("copy"_L1));
    m_ui->reportTree->addAction(m_ui->actionCopyPath);
    m_ui->reportExplanation->setMinimumHeight(2 * fontMetrics().lineSpacing()); // or the buttons would jump
    connect(m_ui->reportTree, &QAbstractItemView::activated, this, &ReportDialog::activate);
    connect(m_ui->reportTree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ReportDialog::updateButtons);
}

// Room for the numbers and reasons that are shown now, and for the paths beside them.
void ReportDialog::fitNumbers()
{
    constexpr int most = 3; // parts of the width
    m_ui->reportTree->resizeColumnToContents(ReportModel::NumberColumn);
    QHeaderView *header = m_ui->reportTree->header();
    header->resizeSection(ReportModel::NumberColumn, qMin(header->sectionSize(ReportModel::NumberColumn),
                                                          m_ui->reportTree->width() / most));
}

void ReportDialog::connectButtons()
{
    connect(m_ui->reportStop, &QPushButton::clicked, this, [this] {
        m_runner.stop();
        m_isSavingStopped = true;
    });
    connect(m_ui->reportShowInList, &QPushButton::clicked, this, &ReportDialog::showInList);
    connect(m_ui->reportShowFile, &QPushButton::clicked, this, &ReportDialog::showFile);
    connect(m_ui->reportCopyPath, &QPushButton::clicked, this, &ReportDialog::copyPaths);
    connect(m_ui->actionCopyPath, &QAction::triggered, this, &ReportDialog::copyPaths);
    connect(m_ui->reportSave, &QPushButton::clicked, this, &ReportDialog::chooseTable);
    connect(m_ui->reportClose, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_fileManager, &FileManager::failed, this, &ReportDialog::tell);
}

void ReportDialog::showProgress(const ReportProgress &progress)
{
    m_ui->reportSummary->setText(reportProgressText(progress));
    const bool isEndKnown = !progress.walking || progress.found > progress.done;
    m_ui->reportProgress->setRange(0, isEndKnown ? qMax(1, progress.found) : 0);
    m_ui->reportProgress->setValue(progress.done);
}

void ReportDialog::showReport(const ArchiveReport &report)
{
    m_ui->reportSummary->setText(reportSummary(report));
    m_ui->reportProgressRow->hide();
    m_model->setReport(report);
    fitNumbers();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex line = m_model->index(row, 0);
        if (!(line.flags() & Qt::ItemIsEnabled))
            continue;
        m_ui->reportTree->setCurrentIndex(line);
        break;
    }
    m_ui->reportTree->setFocus();
    updateButtons();
}

QModelIndex ReportDialog::current() const
{
    return m_ui->reportTree->currentIndex();
}

void ReportDialog::updateButtons()
{
    const bool hasReport = !m_model->report().root.isEmpty();
    const bool hasFiles = current().isValid() && (current().flags() & Qt::ItemIsEnabled);
    explain(hasFiles ? reportExplanation(m_model->kind(current())) : QString());
    m_ui->reportShowInList->setEnabled(hasFiles);
    m_ui->reportShowFile->setEnabled(m_model->isFile(current()));
    m_ui->reportCopyPath->setEnabled(hasFiles);
    m_ui->actionCopyPath->setEnabled(hasFiles);
    m_ui->reportSave->setEnabled(hasReport && m_model->report().error.isEmpty() && !m_saving.isRunning());
}

// Also as the description of what has the focus, for those who cannot see the sentence below it.
void ReportDialog::explain(const QString &sentence)
{
    m_ui->reportExplanation->setText(sentence);
    m_ui->reportTree->setAccessibleDescription(sentence);
}

void ReportDialog::tell(const QString &news)
{
    explain(news);
    announce(this, news);
}

void ReportDialog::activate(const QModelIndex &index)
{
    m_model->isFile(index) ? showFile() : showInList();
}

void ReportDialog::showInList()
{
    if (current().isValid())
        Q_EMIT articlesWanted(m_model->paths(current()), reportTitle(m_model->kind(current())));
}

void ReportDialog::showFile()
{
    if (m_model->isFile(current()))
        m_fileManager->show(m_root + '/' + m_model->paths(current()).first());
}

void ReportDialog::copyPaths()
{
    QStringList paths;
    for (const QByteArray &path : m_model->paths(current()))
        paths << QDir::toNativeSeparators(displayPath(m_root + '/' + path));
    QApplication::clipboard()->setText(paths.join(u'\n'));
    tell(tr("%Ln path(s) copied.", nullptr, static_cast<int>(paths.size())));
}

void ReportDialog::chooseTable()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString suggested = documents.filePath(QFile::decodeName(m_root).section(u'/', -1) + u".csv"_s);
    const FileChoice choice{FileChoice::Use::Save, tr("Save the Report"), suggested, tr("Table (*.csv)")};
    connect(chooseFile(this, choice), &QFileDialog::fileSelected, this, &ReportDialog::saveTable);
}

void ReportDialog::saveTable(const QString &file)
{
    m_saving.waitForFinished();
    m_table = file;
    m_ui->reportProgress->setRange(0, whole);
    m_ui->reportProgress->setValue(0);
    m_ui->reportProgressRow->show();
    tell(tr("Saving the table…"));
    m_ui->reportSave->setEnabled(false);
    m_isSavingStopped = false;
    m_saving.setFuture(QtConcurrent::run(save, m_model->report(), file, &m_isSavingStopped));
}

void ReportDialog::endSaving()
{
    m_ui->reportProgressRow->hide();
    updateButtons();
    const QString shown = QDir::toNativeSeparators(m_table);
    const std::optional<QString> reason = m_saving.result();
    if (!reason)
        tell(tr("The table was not saved."));
    else if (reason->isEmpty())
        tell(tr("The table was saved as “%1”.").arg(shown));
    else
        tell(tr("“%1” cannot be written: %2.").arg(shown, *reason));
    const bool isFailed = reason && !reason->isEmpty(); // which has to be read
    if (std::exchange(m_isClosing, false) && !isFailed)
        close();
}

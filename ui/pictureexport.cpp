#include "ui/pictureexport.h"

#include "ui/filechoice.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QProgressDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

PictureExport::PictureExport(QAction *action, const QString &storeFolder, QWidget *window)
    : QObject(window)
    , m_action(action)
    , m_storeFolder(storeFolder)
    , m_window(window)
    , m_exporter(new StoreExporter(this))
{
    connect(action, &QAction::triggered, this, &PictureExport::choose);
    connect(m_exporter, &StoreExporter::progressed, this, &PictureExport::showProgress);
    connect(m_exporter, &StoreExporter::finished, this, &PictureExport::showResult);
}

void PictureExport::choose()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const FileChoice choice{FileChoice::Use::Folder, tr("Folder for the Stored Pictures"), pictures, {}};
    connect(chooseFile(m_window, choice), &QFileDialog::fileSelected, this, &PictureExport::start);
}

// The reader goes on reading: the dialog holds nothing up.
void PictureExport::start(const QString &folder)
{
    m_action->setEnabled(false);
    m_progress = new QProgressDialog(m_window);
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAttribute(Qt::WA_DeleteOnClose);
    m_progress->setWindowTitle(tr("Export Stored Pictures"));
    m_progress->setLabelText(tr("Copying pictures to “%1”…").arg(QDir::toNativeSeparators(folder)));
    m_progress->setCancelButtonText(tr("Stop"));
    m_progress->setMinimumDuration(500); // milliseconds
    m_progress->setAutoReset(false);
    connect(m_progress, &QProgressDialog::canceled, m_exporter, &StoreExporter::stop);
    m_exporter->start(m_storeFolder, folder);
}

void PictureExport::showProgress(qint64 done, qint64 all)
{
    if (!m_progress)
        return;
    m_progress->setMaximum(static_cast<int>(all));
    m_progress->setValue(static_cast<int>(done));
}

void PictureExport::showResult(const ExportResult &result)
{
    if (m_progress) {
        m_progress->disconnect(m_exporter);
        m_progress->deleteLater();
    }
    m_action->setEnabled(true);
    QStringList sentences;
    if (result.written == 0 && result.error.isEmpty() && !result.stopped)
        sentences << tr("No picture is stored yet.");
    else
        sentences << tr("%Ln picture(s) copied.", nullptr, static_cast<int>(result.written));
    if (result.stopped)
        sentences << tr("Then it was stopped.");
    if (result.damaged > 0)
        sentences << tr("%Ln damaged one(s) left out.", nullptr, static_cast<int>(result.damaged));
    Q_EMIT said(sentences.join(u' '));
    if (!result.error.isEmpty())
        Q_EMIT failed(tr("The pictures cannot be copied: %1. Another folder may do.").arg(result.error));
}

#include "ui/pictureexport.h"

#include "ui/busystatus.h"
#include "ui/filechoice.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

PictureExport::PictureExport(QAction *action, const QString &storeFolder, BusyStatus &status, QWidget *window)
    : QObject(window)
    , m_action(action)
    , m_storeFolder(storeFolder)
    , m_window(window)
    , m_exporter(new StoreExporter(this))
    , m_status(status)
{
    connect(action, &QAction::triggered, this, &PictureExport::choose);
    connect(&status, &BusyStatus::stopWanted, m_exporter, &StoreExporter::stop);
    connect(m_exporter, &StoreExporter::progressed, this, &PictureExport::showProgress);
    connect(m_exporter, &StoreExporter::finished, this, &PictureExport::showResult);
}

void PictureExport::choose()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const FileChoice choice{FileChoice::Use::Folder, tr("Folder for the Stored Pictures"), pictures, {}};
    QWidget *asker = QApplication::activeWindow(); // the preferences, may be
    connect(chooseFile(asker ? asker : m_window, choice), &QFileDialog::fileSelected, this,
            &PictureExport::start);
}

void PictureExport::start(const QString &folder)
{
    m_action->setEnabled(false);
    const QString sentence = tr("Copying pictures to “%1”…").arg(QDir::toNativeSeparators(folder));
    m_status.begin(sentence, BusyStatus::Stopping::Possible);
    Q_EMIT begun(sentence);
    m_exporter->start(m_storeFolder, folder);
}

void PictureExport::showProgress(qint64 done, qint64 all)
{
    if (all > 0)
        m_status.setDone(static_cast<double>(done) / static_cast<double>(all));
}

void PictureExport::showResult(const ExportResult &result)
{
    m_status.end();
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

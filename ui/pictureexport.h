#pragma once

#include "app/images/storeexporter.h"

#include <QPointer>

class QAction;
class QProgressDialog;
class QWidget;

// Copies the stored pictures into a folder that the reader chooses, with progress and a way to stop.
class PictureExport final : public QObject
{
    Q_OBJECT

public:
    PictureExport(QAction *action, const QString &storeFolder, QWidget *window);

    // Into this folder.
    void start(const QString &folder);

Q_SIGNALS:
    void said(const QString &sentence); // what came of it
    void failed(const QString &sentence);

private:
    void choose();
    void showProgress(qint64 done, qint64 all);
    void showResult(const ExportResult &result);

    QAction *m_action;
    QString m_storeFolder;
    QWidget *m_window;
    StoreExporter *m_exporter;
    QPointer<QProgressDialog> m_progress;
};

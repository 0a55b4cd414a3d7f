#pragma once

#include "app/images/storeexporter.h"

#include <QObject>

class BusyStatus;
class QAction;
class QWidget;

// Copies the stored pictures into a folder that the reader chooses, with progress and a way to stop in the
// status bar: the reader reads on, with the keys that do it.
class PictureExport final : public QObject
{
    Q_OBJECT

public:
    PictureExport(QAction *action, const QString &storeFolder, BusyStatus &status, QWidget *window);

    // Into this folder.
    void start(const QString &folder);

Q_SIGNALS:
    void begun(const QString &sentence);
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
    BusyStatus &m_status;
};

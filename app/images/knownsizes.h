#pragma once

#include <QSize>
#include <QString>
#include <QUrl>

// The sizes of the pictures that the store holds or once held, so that a page can reserve their space. Reads
// the index beside the store that is in use; opens it when it is first asked. One thread only.
class KnownSizes final
{
public:
    explicit KnownSizes(const QString &storeFolder);
    ~KnownSizes();
    Q_DISABLE_COPY_MOVE(KnownSizes)

    // In pixels; empty where nothing is known.
    QSize size(const QUrl &address);

private:
    QString m_path;
    QString m_connectionName;
    bool m_isOpen = false;
};

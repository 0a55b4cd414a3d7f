#pragma once

#include "app/catalog/catalogtypes.h"

#include <QObject>

class Library;
class QWidget;

// What the library reports of the open archive while it is open, in sentences; and tells it when the reader
// comes back to the window.
class ArchiveNotices final : public QObject
{
    Q_OBJECT

public:
    ArchiveNotices(Library &library, QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void said(const QString &sentence);

private:
    void passFinished(const PassResult &result);

    Library &m_library;
    QString m_away; // the folder of which the reader was told that it is away
};

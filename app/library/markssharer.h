#pragma once

#include "app/catalog/marksshare.h"

#include <QObject>

#include <memory>

class QTimer;

// Keeps the marks of this device and those in a shared folder at one, on a thread of its own: the folder may
// lie on a network, and a million marks take seconds.
class MarksSharer final : public QObject
{
    Q_OBJECT

public:
    MarksSharer();

public Q_SLOTS:
    void open(const QString &marksFile);
    // Exchanges at once, and from time to time from then on. An empty folder ends it.
    void share(const QString &folder);
    void exchange(); // now

Q_SIGNALS:
    void exchanged(const SharedMarks &shared);
    void failed(const QString &reason); // the system's own

private:
    void begin();

    QString m_marksFile;
    QString m_folder;
    std::unique_ptr<MarksShare> m_share;
    Database m_marks;
    QTimer *m_timer;
};

#pragma once

#include "app/catalog/database.h"

#include <QDateTime>
#include <QHash>
#include <QStringList>

// What one exchange with the folder came to.
struct SharedMarks {
    int devices = 0;         // others whose marks lie there
    bool hasChanged = false; // something was marked on one of them
    QStringList unreadable;  // names of files that are no marks, or none of this format
};

Q_DECLARE_METATYPE(SharedMarks)

// The marks in a folder that something else carries between machines (Syncthing, Nextcloud, a network drive).
// Every device writes one file there, "lectern-marks-<device>.jsonl" as in marksexchange.h, and reads all
// others; nobody ever writes another's file. What such a program leaves beside them where it saw a conflict
// bears the same beginning, and is read as well.
class MarksShare final
{
public:
    // `device` tells this machine and this data folder from all others: letters and digits.
    MarksShare(const QString &folder, const QString &device);

    // Takes what is new in the folder into `marks`, then writes this device's file where `marks` knows more
    // than it. Cheap where nothing changed. nullopt, with the system's reason, where the folder is not there
    // or the file cannot be written; what was taken until then stays.
    std::optional<SharedMarks> exchange(Database &marks, QString *error);

    QString ownFile() const;

private:
    struct Stamp {
        qint64 bytes = -1;
        QDateTime changed;
        bool operator==(const Stamp &) const = default;
    };
    static Stamp stampOf(const QString &file);
    bool take(const QString &file, Database &marks, SharedMarks *shared, QString *error);
    bool give(const Database &marks, QString *error);

    QString m_folder;
    QString m_device;
    QHash<QString, Stamp> m_taken; // files as they were when they were read, or written
    QStringList m_unreadable;
};

// From the machine's own id and the folder of its marks. Stays the same from run to run; another account, or
// a home that was copied to another machine, has another.
QString shareDevice(const QString &marksFile);

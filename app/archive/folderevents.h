#pragma once

#include <QByteArray>
#include <QFlags>
#include <QList>

// What the system says happened in a watched folder.
struct FolderEvent {
    enum class Kind : quint8 {
        Written, // a file was written to its end, or its permissions changed
        Came,    // a name was made or moved here
        Went,    // a name was removed or moved away
        Left,    // the folder itself was removed, moved or unmounted
        Ended,   // the watch is no more; its number will not come again soon
        Lost,    // events were lost: anything may have happened. No watch, no name
    };
    Kind kind = Kind::Lost;
    int watch = 0;   // as FolderEvents::watch() returned it
    QByteArray name; // Written, Came, Went: bare; empty where the folder itself is meant
    bool isFolder = false;
};

// Linux's inotify(7), which watches folders and tells of the files in them. Not QFileSystemWatcher: that one
// watches either folders, without the files that are rewritten in place, or every single file. On other
// systems open() says no.
class FolderEvents final
{
public:
    static constexpr int noFolder = -1; // it is not there, is no folder or may not be read
    static constexpr int noRoom = -2;   // the system watches no more folders for this user

    FolderEvents() = default;
    ~FolderEvents() { close(); }
    Q_DISABLE_COPY_MOVE(FolderEvents)

    // Whether this system has such a thing at all.
    static bool isAvailable();

    bool open(); // false: not available, or the system gives no more
    void close();
    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; } // readable when there are events

    // The watch's number, 0 or more, the same for the same folder whatever path led there; else noFolder or
    // noRoom. A path of any length; links are followed.
    int watch(const QByteArray &folder);
    void forget(int watch);
    QList<FolderEvent> read(); // what is waiting; never waits itself

private:
    int m_descriptor = -1;
};

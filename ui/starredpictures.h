#pragma once

#include "app/library/starredfile.h"

#include <QObject>
#include <QSet>
#include <QTimer>

class ImageThread;
class Library;
class StartNotes;

// Sees to it that the pictures of starred articles keep their place in the store, also of those that were
// starred in the list, all at once, or on another device, and never opened.
class StarredPictures final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Library &library;
        ImageThread &images;
        const StartNotes *notes; // may be null
    };
    StarredPictures(const Parts &parts, QObject *parent);

    // For tests.
    void setPatience(int milliseconds) { m_settling.setInterval(milliseconds); }

private:
    void leaveArchive();
    void give(const QList<StarredFile> &files);

    Parts m_parts;
    QTimer m_settling;
    QSet<Identity> m_given; // in this archive
};

#pragma once

#include "app/archive/archivechanges.h"
#include "app/catalog/catalogtypes.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

// What becomes of the rows whose files a pass did not find. Each allows more than the one before.
enum class Removal : quint8 {
    None,       // the archive is being written anew: what is gone may be back in a minute
    Few,        // they go, but a large part of the archive stays
    Most,       // they go, but where no file at all was found all stay: a disk may be away
    Everything, // they go
};

// Whether a pass may remove the rows of `gone` files of the `all` that there were. `isAnyLeft` says whether
// it found any file at all.
bool mayRemove(Removal removal, qsizetype gone, qsizetype all, bool isAnyLeft);

// What one pass is to do.
struct PassOrder {
    ArchiveChanges changes = ArchiveChanges::all();
    Removal removal = Removal::Few;
    // Folders with articles that are on the screen, in an archive that is walked as a whole: they come first.
    QList<QByteArray> first = {};
};

// Decides what the next pass over an archive walks and what it may remove.
//
// The program that writes archives deletes the folder and writes it anew, over minutes, with pauses
// (format.md). Rows that went with the old files would come back as others, and the list would jump. So once
// a large part of the archive is gone nothing is removed any more until it has been quiet for a while, or
// until the reader asks for it. An archive without any file at all looks like the place of a disk that is
// away, and keeps its rows until the reader, who has been told, asks once more.
class PassPlan final : public QObject
{
    Q_OBJECT

public:
    // How long nothing may change until files that are gone in numbers are believed to be gone: the pauses of
    // a program that writes an archive anew, downloading as it goes, are shorter.
    static constexpr std::chrono::milliseconds usualPatience = std::chrono::minutes(1);

    explicit PassPlan(std::chrono::milliseconds patience = usualPatience, QObject *parent = nullptr);

    PassOrder begin(); // another archive, or an empty catalogue: the pass to begin with
    // What a pass that can begin now has to do; nullopt where nothing is wanted.
    std::optional<PassOrder> take();

public Q_SLOTS:
    void filesChanged(const ArchiveChanges &changes);
    void limitReached(); // nobody watches it any more
    void readerAsked();
    // From elsewhere. Where nobody watches the archive, or it was away, it is worth a look.
    void readerReturned();
    void drop(); // nothing is wanted any more
    void passEnded(const PassResult &result);

Q_SIGNALS:
    void passWanted(); // or several: a running one may end first

private:
    void want(const ArchiveChanges &changes);
    void waitForQuiet();

    const std::chrono::milliseconds m_patience;
    QTimer m_quiet;
    ArchiveChanges m_changes;
    Removal m_asked = Removal::None;
    PassOrder m_order; // the last that was taken
    bool m_isWatched = true;
    bool m_isUnsettled = false; // rows without files are waiting
    bool m_isAway = false;      // its folder cannot be read or holds no article, and rows are kept
    bool m_isToldEmpty = false; // the reader knows that it holds no article
};

#include "app/archive/folderwatcher.h"

#include <QFile>
#include <QSocketNotifier>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace
{

// Above this one walk over everything costs hardly more than asking for every name, and memory stays small.
constexpr qsizetype mostChanges = 20'000;

QByteArray joined(const QByteArray &folder, const QByteArray &name)
{
    return folder.isEmpty() ? name : folder + '/' + name;
}

}

FolderWatcher::FolderWatcher(const WatchLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_quiet(this)
    , m_longest(this)
{
    for (QTimer *timer : {&m_quiet, &m_longest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &FolderWatcher::tell);
    }
}

FolderWatcher::~FolderWatcher() = default;

void FolderWatcher::setRoot(const QByteArray &root)
{
    forgetAll();
    m_root = root;
    m_rootKey.reset();
    m_changes = {};
    m_quiet.stop();
    m_longest.stop();
    watchMounts();
    if (!FolderEvents::isAvailable())
        return;
    if (!m_events.open()) {
        giveUp();
        return;
    }
    m_ready = std::make_unique<QSocketNotifier>(m_events.descriptor(), QSocketNotifier::Read);
    connect(m_ready.get(), &QSocketNotifier::activated, this, &FolderWatcher::collect);
}

void FolderWatcher::watch(const QByteArray &folder)
{
    if (folder.isEmpty())
        m_rootKey = folderKey(m_root);
    const std::optional<int> number = add(folder);
    if (!number)
        return;
    if (number == FolderEvents::noRoom)
        QMetaObject::invokeMethod(this, &FolderWatcher::collect); // gives up, on its own thread
    else if (folder.isEmpty() && number == FolderEvents::noFolder)
        watchForReturn();
    else if (folder.isEmpty() && m_ancestor >= 0)
        m_events.forget(std::exchange(m_ancestor, FolderEvents::noFolder));
}

// As FolderEvents::watch(); nullopt where nothing is watched any more.
std::optional<int> FolderWatcher::add(const QByteArray &folder)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_events.isOpen())
        return std::nullopt;
    m_isFull = m_isFull || (m_watches.size() >= m_limits.mostFolders && !m_watches.contains(folder));
    const int number = m_isFull ? FolderEvents::noRoom : m_events.watch(joined(m_root, folder));
    m_isFull = number == FolderEvents::noRoom;
    if (number < 0)
        return number;
    const auto known = m_folders.constFind(number);
    if (known != m_folders.cend() && *known == folder)
        return number;
    if (known != m_folders.cend())
        m_watches.remove(*known); // the same folder under another name
    m_folders.insert(number, folder);
    m_watches.insert(folder, number);
    return number;
}

// The nearest folder above that is there tells when the next one on the way to the root comes. It may have
// come in this very moment: then nobody would tell.
void FolderWatcher::watchForReturn()
{
    const int before = m_ancestor;
    QByteArray next;
    QByteArray above = m_root;
    do {
        next = above;
        above = above.left(std::max<qsizetype>(1, above.lastIndexOf('/')));
        m_ancestor = m_events.watch(above);
    } while (m_ancestor == FolderEvents::noFolder && above != "/");
    m_awaited = next.mid(next.lastIndexOf('/') + 1);
    if (before >= 0 && before != m_ancestor)
        m_events.forget(before);
    if (m_ancestor == FolderEvents::noRoom)
        giveUp();
    else if (m_events.watch(next) >= 0)
        noteEverything();
}

// A disk that comes or goes tells nobody by inotify; but every mount shows in this file as an exception
// (proc(5), /proc/pid/mounts).
void FolderWatcher::watchMounts()
{
    m_mounted.reset();
    m_mounts = std::make_unique<QFile>(u"/proc/self/mountinfo"_s);
    if (!m_mounts->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    m_mounted = std::make_unique<QSocketNotifier>(m_mounts->handle(), QSocketNotifier::Exception);
    connect(m_mounted.get(), &QSocketNotifier::activated, this, &FolderWatcher::lookAtRoot);
}

void FolderWatcher::lookAtRoot()
{
    const std::optional<FolderKey> key = folderKey(m_root);
    if (std::exchange(m_rootKey, key) != key)
        noteEverything();
    else if (!key && m_events.isOpen())
        watchForReturn(); // the folder above that is watched may lie under the disk that came
}

// Part of the archive watched and part not would be worse than none: nobody would know what to expect. And
// other programs of this user need watches too.
void FolderWatcher::giveUp()
{
    forgetAll();
    Q_EMIT limitReached();
}

void FolderWatcher::forgetAll()
{
    if (m_ready) {
        m_ready->setEnabled(false);
        m_ready.release()->deleteLater(); // it may be what called
    }
    const QMutexLocker lock(&m_mutex);
    m_events.close();
    m_isFull = false;
    m_folders.clear();
    m_watches.clear();
    m_ancestor = FolderEvents::noFolder;
}

void FolderWatcher::collect()
{
    QMutexLocker lock(&m_mutex);
    if (m_isFull) {
        lock.unlock();
        giveUp();
        return;
    }
    if (!m_events.isOpen())
        return;
    const QList<FolderEvent> events = m_events.read();
    for (const FolderEvent &event : events)
        take(event);
}

void FolderWatcher::take(const FolderEvent &event)
{
    if (event.kind == FolderEvent::Kind::Lost) {
        noteEverything();
        return;
    }
    if (event.watch == m_ancestor) {
        if (event.name == m_awaited || event.name.isEmpty())
            noteEverything();
        return;
    }
    const auto folder = m_folders.constFind(event.watch);
    if (folder == m_folders.cend())
        return;
    const QByteArray path = *folder;
    if (!event.name.isEmpty())
        takeName(path, event);
    else if (event.kind != FolderEvent::Kind::Written)
        takeEnd(path, event);
    else
        note(m_changes.folders, path); // its permissions
}

// What happens to a folder below the root is told by the folder above it, by name.
void FolderWatcher::takeEnd(const QByteArray &folder, const FolderEvent &event)
{
    if (folder.isEmpty())
        noteEverything();
    if (event.kind == FolderEvent::Kind::Ended) {
        m_folders.remove(event.watch);
        if (m_watches.value(folder) == event.watch)
            m_watches.remove(folder);
    } else if (event.kind == FolderEvent::Kind::Left) {
        forget(folder); // it may live on elsewhere, outside the archive
    }
}

void FolderWatcher::takeName(const QByteArray &folder, const FolderEvent &event)
{
    if (event.name.startsWith('.'))
        return;
    const QByteArray path = joined(folder, event.name);
    if (event.isFolder)
        note(event.kind == FolderEvent::Kind::Went ? m_changes.goneFolders : m_changes.folders, path);
    else if (isArticleName(event.name))
        note(m_changes.files, path);
    // A link to a folder is no folder to the system. What it leads to may lie in the archive already.
    else if (m_watches.contains(path) ||
             (event.kind == FolderEvent::Kind::Came && folderKey(joined(m_root, path))))
        noteEverything();
}

void FolderWatcher::forget(const QByteArray &folder)
{
    const QByteArray below = folder.isEmpty() ? QByteArray() : folder + '/';
    auto at = m_watches.lowerBound(folder);
    while (at != m_watches.end() && (at.key() == folder || at.key().startsWith(below))) {
        m_events.forget(*at);
        m_folders.remove(*at);
        at = m_watches.erase(at);
    }
}

void FolderWatcher::note(QSet<QByteArray> &paths, const QByteArray &path)
{
    if (!m_changes.everything)
        paths.insert(path);
    if (m_changes.size() > mostChanges || path.isEmpty())
        m_changes = ArchiveChanges::all();
    m_quiet.start(m_limits.quiet);
    if (!m_longest.isActive())
        m_longest.start(m_limits.longest);
}

void FolderWatcher::noteEverything()
{
    note(m_changes.folders, {});
}

void FolderWatcher::tell()
{
    m_quiet.stop();
    m_longest.stop();
    Q_EMIT changed(std::exchange(m_changes, {}));
}

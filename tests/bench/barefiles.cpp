#include "barefiles.h"

#include <QList>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

// What is done to one file; the bytes it had.
using Action = qint64 (*)(int folder, const char *name);

qint64 readHead(int folder, const char *name)
{
    char bytes[4096];
    const int descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return 0;
    const ssize_t length = read(descriptor, bytes, sizeof bytes);
    close(descriptor);
    return length > 0 ? length : 0;
}

qint64 statFile(int folder, const char *name)
{
    struct stat facts {
    };
    return fstatat(folder, name, &facts, 0) == 0 ? facts.st_size : 0;
}

class Walk final
{
public:
    Walk(const QByteArray &folder, Action action)
        : m_action(action)
        , m_folders{folder}
    {
    }

    BareCount run(int threads)
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i)
            running.emplace_back([this] { work(); });
        running.clear(); // waits
        return {m_files, m_bytes};
    }

private:
    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return !m_folders.isEmpty() || m_busy == 0; });
            if (m_folders.isEmpty())
                break;
            const QByteArray folder = m_folders.takeLast();
            ++m_busy;
            lock.unlock();
            visit(folder);
            lock.lock();
            --m_busy;
            m_changed.notify_all();
        }
    }

    void visit(const QByteArray &path)
    {
        DIR *folder = opendir(path.constData());
        if (!folder)
            return;
        BareCount count;
        while (const dirent *entry = readdir(folder)) {
            if (entry->d_name[0] == '.')
                continue;
            if (entry->d_type == DT_DIR) {
                const std::lock_guard lock(m_mutex);
                m_folders << path + '/' + entry->d_name;
                m_changed.notify_one();
            } else if (entry->d_type == DT_REG) {
                count.bytes += m_action(dirfd(folder), entry->d_name);
                ++count.files;
            }
        }
        closedir(folder);
        m_files += count.files;
        m_bytes += count.bytes;
    }

    const Action m_action;
    std::mutex m_mutex; // for the two below
    QList<QByteArray> m_folders;
    int m_busy = 0;
    std::condition_variable m_changed;
    std::atomic<qint64> m_files = 0, m_bytes = 0;
};

}

BareCount readHeads(const QByteArray &folder, int threads)
{
    return Walk(folder, readHead).run(threads);
}

BareCount statFiles(const QByteArray &folder, int threads)
{
    return Walk(folder, statFile).run(threads);
}

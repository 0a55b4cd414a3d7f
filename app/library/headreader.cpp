#include "app/library/headreader.h"

#include "app/archive/archivefolder.h"
#include "app/archive/articlereader.h"

#include <QtConcurrent>

#include <utility>

// Listed, and gone before it was read: it says nothing then, and its row must not either.
static bool isGoneSince(const QByteArray &root, const ReadFile &file)
{
    return file.head.problems.testFlag(Problem::Unreadable) && isGone(root + '/' + file.entry.path);
}

HeadReader::HeadReader(const QByteArray &root)
    : m_root(root)
{
}

HeadReader::~HeadReader()
{
    m_reading.waitForFinished();
}

QList<ReadFile> HeadReader::read(QList<ReadFile> files, const std::function<bool()> &mayGoOn)
{
    Q_ASSERT(m_files.isEmpty());
    qsizetype done = 0;
    while (done < files.size() && (done == 0 || mayGoOn())) {
        files[done].head = readPackedHead(m_root, files[done].entry);
        ++done;
    }
    QList<ReadFile> rest = files.mid(done);
    files.resize(done);
    m_files = std::move(files);
    return rest;
}

void HeadReader::begin(QThreadPool *threads, QList<ReadFile> files)
{
    Q_ASSERT(m_files.isEmpty());
    m_files = std::move(files);
    if (m_files.isEmpty())
        return;
    m_reading = QtConcurrent::map(
        threads, m_files, [root = m_root](ReadFile &file) { file.head = readPackedHead(root, file.entry); });
}

QList<ReadFile> HeadReader::take()
{
    m_reading.waitForFinished();
    m_files.removeIf([this](const ReadFile &file) { return isGoneSince(m_root, file); });
    return std::exchange(m_files, {});
}

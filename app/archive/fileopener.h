#pragma once

#include <QByteArray>

// Opens the files of an archive that come folder by folder: the folder of the last one stays open, as half of
// what it costs to open a file is the way to its folder.
class FileOpener final
{
public:
    explicit FileOpener(const QByteArray &root); // as in readArticle()
    ~FileOpener();
    Q_DISABLE_COPY_MOVE(FileOpener)

    const QByteArray &root() const { return m_root; }

#ifdef Q_OS_UNIX
    // As open(2), with a path of any length below the root. -1 with errno set on failure.
    int open(const QByteArray &path, int flags);
#endif

private:
    void enterFolderOf(const QByteArray &path);
    void leaveFolder();

    const QByteArray m_root;
    QByteArray m_folder;   // below the root, with a slash behind it; empty for the root
    int m_descriptor = -1; // of m_folder
};

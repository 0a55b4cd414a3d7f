#include "syntheticarchive.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <cstdio>

using namespace Qt::StringLiterals;

// archivegenerator N FOLDER: writes an archive of N articles into a folder that does not exist yet. The same
// N makes the same bytes. One article in a hundred is an awkward one, in ways that take turns.

namespace
{

// NewOnly: two articles of one path would be one article fewer than promised.
bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) &&
           file.write(bytes) == bytes.size();
}

bool generate(int articles, const QString &folder)
{
    const SyntheticArchive archive(articles);
    QString lastParent;
    for (int number = 0; number < articles; ++number) {
        const SyntheticFile file = archive.file(number);
        const QString path = folder + u'/' + QString::fromUtf8(file.path);
        const QString parent = path.left(path.lastIndexOf(u'/'));
        if (parent != lastParent && !QDir().mkpath(parent))
            return false;
        lastParent = parent;
        if (!write(path, file.bytes)) {
            std::fprintf(stderr, "cannot write %s\n", qUtf8Printable(path));
            return false;
        }
    }
    return true;
}

}

int main(int argc, char *argv[])
{
    const int articles = argc == 3 ? QByteArray(argv[1]).toInt() : 0;
    if (articles <= 0) {
        std::fprintf(stderr, "usage: archivegenerator N FOLDER\n");
        return 2;
    }
    const QString folder = QFile::decodeName(argv[2]);
    if (QFile::exists(folder)) {
        std::fprintf(stderr, "%s exists already\n", argv[2]);
        return 1;
    }
    return generate(articles, folder) ? 0 : 1;
}

#include "tests/hostilecases.h"

#include <QDir>

// fuzz_seeds FOLDER: one file a row, as fuzz_sanitizer reads it.
int main(int, char *arguments[])
{
    const QDir folder(QString::fromLocal8Bit(arguments[1]));
    int number = 0;
    for (const HostileCase &each : hostileRows()) {
        QFile file(folder.filePath(QString::number(++number)));
        if (!file.open(QIODevice::WriteOnly) || file.write("h" + each.html.toUtf8()) < 0)
            return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}

#include "tests/testfolders.h"

QString sourceFolder()
{
    return QStringLiteral(LECTERN_ROOT);
}

QString seedsFolder()
{
    return QStringLiteral(LECTERN_ROOT "/seeds");
}

QString testsFolder()
{
    return QStringLiteral(LECTERN_ROOT "/tests");
}

QString sharedFolder()
{
    return QStringLiteral(LECTERN_ROOT "/../shared");
}

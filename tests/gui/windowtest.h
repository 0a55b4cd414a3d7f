#pragma once

#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

// What the tests of the whole window begin with: a home for the program and for an archive of its own.
class WindowTest : public QObject
{
protected:
    void begin()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    static void openSeeds(TestProgram &program)
    {
        program.open(TestProgram::seeds());
        QVERIFY(QTest::qWaitForWindowActive(&program.window, patience));
    }

    static bool writeFile(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

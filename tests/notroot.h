#pragma once

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

// Who runs the tests as root may read and write everything: until this goes, the program is somebody who may
// not. Folders that were made before are not theirs.
class NotRoot final
{
public:
    NotRoot()
    {
#ifdef Q_OS_LINUX
        if (m_isRoot && ::setresuid(nobody, nobody, 0) != 0)
            qFatal("cannot be somebody else");
#endif
    }
    ~NotRoot()
    {
#ifdef Q_OS_LINUX
        if (m_isRoot && ::setresuid(0, 0, 0) != 0)
            qFatal("cannot be root again");
#endif
    }
    Q_DISABLE_COPY_MOVE(NotRoot)

private:
#ifdef Q_OS_LINUX
    static constexpr uid_t nobody = 65'534; // by custom; any will do
    const bool m_isRoot = ::geteuid() == 0;
#endif
};

#pragma once

#include <csignal>
#include <sys/resource.h>

// A disk that fills up, for this process alone and as long as it lives: no file grows beyond `bytes`. Unix
// only.
class FileLimit final
{
public:
    explicit FileLimit(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN)) // else it ends the program
    {
        getrlimit(RLIMIT_FSIZE, &m_usual);
        const rlimit small{bytes, m_usual.rlim_max};
        m_isSet = setrlimit(RLIMIT_FSIZE, &small) == 0;
    }
    ~FileLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_usual);
        std::signal(SIGXFSZ, m_handler);
    }
    FileLimit(const FileLimit &) = delete;
    FileLimit &operator=(const FileLimit &) = delete;

    bool isSet() const { return m_isSet; }

private:
    void (*m_handler)(int);
    rlimit m_usual{};
    bool m_isSet = false;
};

#include "app/library/markssharer.h"

#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto betweenExchanges = 30s; // what carries the folder to other machines is no faster either

MarksSharer::MarksSharer()
    : m_timer(new QTimer(this))
{
    connect(m_timer, &QTimer::timeout, this, &MarksSharer::exchange);
}

void MarksSharer::open(const QString &marksFile)
{
    m_marksFile = marksFile;
    begin();
}

void MarksSharer::share(const QString &folder)
{
    m_folder = folder;
    begin();
}

void MarksSharer::begin()
{
    m_timer->stop();
    m_share.reset();
    m_marks.close();
    if (m_folder.isEmpty() || m_marksFile.isEmpty())
        return;
    m_share = std::make_unique<MarksShare>(m_folder, shareDevice(m_marksFile));
    m_timer->start(betweenExchanges);
    exchange();
}

void MarksSharer::exchange()
{
    if (!m_share)
        return;
    QString error;
    const bool isOpen = m_marks.isOpen() || m_marks.open(m_marksFile, DatabaseUse::Precious, &error);
    const auto shared = isOpen ? m_share->exchange(m_marks, &error) : std::nullopt;
    if (shared)
        Q_EMIT exchanged(*shared);
    else
        Q_EMIT failed(error);
}

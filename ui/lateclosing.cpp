#include "ui/lateclosing.h"

#include "ui/noticebar.h"

#include <QCoreApplication>
#include <QWidget>

#include <chrono>

using namespace std::chrono_literals;

LateClosing::LateClosing(ArticleCommands &commands, NoticeBar &notices, QWidget *window)
    : QObject(window)
    , m_commands(commands)
    , m_notices(notices)
    , m_window(window)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(20s);
    connect(&commands, &ArticleCommands::ended, this, &LateClosing::end);
    connect(&m_patience, &QTimer::timeout, this, &LateClosing::showAgain);
}

void LateClosing::setPatience(int milliseconds)
{
    m_patience.setInterval(milliseconds);
}

bool LateClosing::holds()
{
    if (!m_commands.isSaving())
        return false;
    m_patience.start();
    m_window->hide();
    return true;
}

// Somebody may have started Lectern again meanwhile, and reads on. Qt does not end the program with a window
// that was hidden when it was closed.
void LateClosing::end(ArticleCommands::Outcome outcome)
{
    if (!m_patience.isActive())
        return;
    m_patience.stop();
    if (m_window->isVisible())
        return;
    if (outcome == ArticleCommands::Outcome::Failed)
        m_window->show();
    else if (m_window->close())
        QCoreApplication::quit();
}

void LateClosing::showAgain()
{
    if (m_window->isVisible())
        return;
    m_window->show();
    m_notices.put(Notice::Saving, tr("The window is still open because the article is still being saved. "
                                     "Stop the saving to close without it."));
}

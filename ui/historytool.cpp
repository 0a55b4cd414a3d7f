#include "ui/historytool.h"

#include "app/library/library.h"
#include "ui/historydialog.h"
#include "ui/markingsdialog.h"
#include "ui/readinghistory.h"

#include <QAction>

constexpr int mostMarkings = 1000; // as many as the journal keeps

namespace
{
void bringUp(QWidget *dialog)
{
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}
}

HistoryTool::HistoryTool(const Actions &actions, Library &library, ReadingHistory &history, QWidget *window)
    : QObject(window)
    , m_library(library)
    , m_history(history)
    , m_window(window)
{
    connect(actions.history, &QAction::triggered, this, &HistoryTool::openHistory);
    connect(actions.markings, &QAction::triggered, this, &HistoryTool::openMarkings);
    connect(&library, &Library::marksChanged, this, &HistoryTool::refresh);
    // One article is being marked: the question has to come after that.
    connect(&library, &Library::viewsCounted, this, &HistoryTool::refresh, Qt::QueuedConnection);
    connect(&library, &Library::archiveOpened, this, &HistoryTool::refresh);
}

void HistoryTool::openHistory()
{
    if (!m_read) {
        m_read = new HistoryDialog(m_window);
        m_read->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_library, &Library::historyKnown, m_read, &HistoryDialog::showHistory);
        connect(m_read, &HistoryDialog::articleWanted, &m_history, &ReadingHistory::openArticle);
    }
    m_library.requestHistory();
    bringUp(m_read);
}

void HistoryTool::openMarkings()
{
    if (!m_marked) {
        m_marked = new MarkingsDialog(m_window);
        m_marked->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_library, &Library::journalKnown, m_marked, &MarkingsDialog::showJournal);
        connect(m_marked, &MarkingsDialog::turnWanted, &m_library, &Library::revertMarking);
    }
    m_library.requestJournal(mostMarkings);
    bringUp(m_marked);
}

void HistoryTool::refresh()
{
    if (m_marked)
        m_library.requestJournal(mostMarkings);
    if (m_read && m_read->isVisible())
        m_library.requestHistory();
}

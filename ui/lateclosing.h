#pragma once

#include "ui/articlecommands.h"

#include <QTimer>

class NoticeBar;

// A window that is closed while its article is saved: it hides, and goes, and the program with it, when the
// file is written. Where that fails or takes long it comes back and says so.
class LateClosing final : public QObject
{
    Q_OBJECT

public:
    LateClosing(ArticleCommands &commands, NoticeBar &notices, QWidget *window);

    void setPatience(int milliseconds); // without the window
    // Whether the window must stay; it is hidden then.
    bool holds();

private:
    void end(ArticleCommands::Outcome outcome);
    void showAgain();

    ArticleCommands &m_commands;
    NoticeBar &m_notices;
    QWidget *m_window;
    QTimer m_patience; // runs while the window is held
};

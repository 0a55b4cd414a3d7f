#pragma once

#include <QWidget>

class ElidedLabel;
class QProgressBar;
class QToolButton;

// In the status bar, while something is done: what, how far it is where anybody knows, and a way to stop it.
class BusyStatus final : public QWidget
{
    Q_OBJECT

public:
    enum class Stopping { Possible, Impossible };

    explicit BusyStatus(QWidget *parent = nullptr); // hidden

    void begin(const QString &sentence, Stopping stopping);
    void setDone(double done); // from 0 to 1
    void end();

Q_SIGNALS:
    void stopWanted();
    void stoppableChanged(bool stoppable);

private:
    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_stop;
};

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

// In the status bar, while something is done of which nobody knows how far it is: what, and a way to stop it.
class BusyStatus final : public QWidget
{
    Q_OBJECT

public:
    enum class Stopping { Possible, Impossible };

    explicit BusyStatus(QWidget *parent = nullptr); // hidden

    void begin(const QString &sentence, Stopping stopping);
    void end();

Q_SIGNALS:
    void stopWanted();

private:
    QLabel *m_text;
    QToolButton *m_stop;
};

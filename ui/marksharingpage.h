#pragma once

#include <QWidget>

class MarkSharing;
class QLabel;

// The folder that carries the marks between machines.
class MarkSharingPage final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkSharingPage(MarkSharing &sharing, QWidget *parent = nullptr);

private:
    void choose();
    void showState();

    MarkSharing &m_sharing;
    QLabel *m_folder;
    QLabel *m_state;
    QWidget *m_stop;
};

#pragma once

#include <QStatusBar>

class ElidedLabel;

// The status bar. Its message shares the room with the works that take long, and ends with an ellipsis where
// it has too little: Qt's own stops at the first of them, in the middle of a letter.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    // Between the message and what is there already.
    void insertWork(QWidget *work);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_message;
};

#pragma once

#include <QStatusBar>

class ElidedLabel;
class QLabel;

// The status bar. Its message shares the room with the works that take long, and ends with an ellipsis where
// it has too little: Qt's own stops at the first of them, in the middle of a letter. Works under way for
// which there is no room are counted, from the oldest on; one is always shown.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    // Between the message and what is there already. The work, which has a sentence and a bar, shows and
    // hides itself.
    void insertWork(QWidget *work);

    QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fold();
    qsizetype countFitting(const QWidgetList &works, int room) const;
    void tellFolded(QWidgetList works);

    ElidedLabel *m_message;
    QLabel *m_rest;
    QWidgetList m_works; // the newest first
};

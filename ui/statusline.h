#pragma once

#include <QAction>
#include <QHash>
#include <QStatusBar>

class ElidedLabel;
class FocusReturn;
class QToolButton;

// The status bar. Its message shares the room with the works that take long, and ends with an ellipsis where
// it has too little: Qt's own stops at the first of them, in the middle of a letter. Works under way for
// which there is no room are counted, from the oldest on, and can be read and stopped in the menu of their
// count; one is always shown.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    // Between the message and what is there already. The work, which has a sentence and a bar, shows and
    // hides itself, and says whether it can be stopped whenever its sentence is another.
    template <typename Status>
    void insertWork(Status *status)
    {
        QAction *stop = insert(status);
        connect(stop, &QAction::triggered, status, &Status::stopWanted);
        connect(status, &Status::stoppableChanged, stop, [this, stop](bool stoppable) {
            stop->setEnabled(stoppable);
            fold();
        });
    }

    QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    // What had it in the bar is gone, and so is what had it before.
    void focusLost();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QAction *insert(QWidget *work);
    void orderTabs(const QWidget &leftmost);
    qsizetype placeOfEnded(QWidget *ended) const;
    void fold();
    qsizetype countFitting(const QWidgetList &works, int room) const;
    int widthOfCount(qsizetype folded) const;
    static QString textOfCount(qsizetype folded);
    void tellFolded(const QWidgetList &works);
    void passFocusFrom(const QWidget &work);

    ElidedLabel *m_message;
    QToolButton *m_rest;
    FocusReturn *m_focus;
    QWidgetList m_works;                // the newest first
    QHash<QWidget *, QAction *> m_stop; // of each, in the menu
    QWidgetList m_tabs;                 // from left to right
};

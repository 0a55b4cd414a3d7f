#pragma once

#include <QPointer>
#include <QWidget>

// A line above a pane that shows whether the keys go there: a web page draws nothing of the kind itself.
class FocusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit FocusLine(QWidget *pane, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool hasFocusInPane() const;

    QPointer<QWidget> m_pane;
};

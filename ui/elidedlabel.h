#pragma once

#include <QLabel>

// One line of plain text that ends with an ellipsis where there is no room for all of it, and does not make
// its window wide. The tool tip has the whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString shown() const;
};

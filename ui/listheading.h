#pragma once

#include <QWidget>

#include <memory>

namespace Ui
{
class ListHeading;
}

// Stands above the list while that shows something else than a category: says what, and leads back.
class ListHeading final : public QWidget
{
    Q_OBJECT

public:
    explicit ListHeading(QWidget *parent = nullptr); // hidden
    ~ListHeading() override;

    void open(const QString &title);
    void setCount(int articles); // as many are in the list

    // Esc leads back wherever one of these has the focus.
    void listenIn(const QList<QWidget *> &panes);

public Q_SLOTS:
    void leave();

Q_SIGNALS:
    void backWanted();

private:
    std::unique_ptr<Ui::ListHeading> m_ui;
    QAction *m_back;
    QString m_title;
};

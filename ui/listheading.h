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

    // What leads back by key or menu; can be done while there is something to leave.
    void setLeaveAction(QAction *leave);

public Q_SLOTS:
    void leave();

Q_SIGNALS:
    void backWanted();

private:
    std::unique_ptr<Ui::ListHeading> m_ui;
    QAction *m_leave = nullptr;
    QString m_title;
};

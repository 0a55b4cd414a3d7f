#pragma once

#include <QWidget>

class QAction;
class QVBoxLayout;

// Any number of switches and choices that menus have as well.
class SwitchesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SwitchesPage(QWidget *parent = nullptr);

    void addSwitch(QAction *action);
    void addChoice(const QString &title, const QList<QAction *> &actions); // one of them
    void addWidget(QWidget *widget);

private:
    QVBoxLayout *m_layout;
};

#pragma once

#include "app/library/settings.h"

#include <QMenu>

// Fills a menu with the folders opened before, each time it is shown.
class RecentMenu final : public QObject
{
    Q_OBJECT

public:
    RecentMenu(QMenu *menu, QAction *clear, Settings &settings);

Q_SIGNALS:
    void chosen(const QString &folder);

private:
    void open();
    QWidget *bar() const;
    void tell(const QString &tip);
    void fill();
    void addPlaceholder();

    QMenu *m_menu;
    QAction *m_clear;
    Settings &m_settings;
};

#pragma once

#include "app/catalog/catalogtypes.h"

#include <QObject>

class Library;
class QAction;

// The choices of the Sort menu, and the list that follows them.
class SortMenu final : public QObject
{
    Q_OBJECT

public:
    struct Actions {
        QAction *date;
        QAction *title;
        QAction *author;
        QAction *reversed;
    };
    SortMenu(const Actions &actions, Library &library, QObject *parent);

public Q_SLOTS:
    void showSort(); // ticks what the library sorts by

private:
    void apply();

    Actions m_actions;
    Library &m_library;
};

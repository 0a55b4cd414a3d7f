#pragma once

#include <QList>

// The tables behind hostilecases.h, UTF-8; a file for each kind. "␀" stands for U+0000.
struct HostileRow {
    const char *name;
    const char *html;
    const char *expected; // words that are kept; in the habits' tables, the exact output
    const char *pictures = nullptr;
};

QList<HostileRow> scriptRows();
QList<HostileRow> addressRows();
QList<HostileRow> elementRows();
QList<HostileRow> foreignRows();
QList<HostileRow> styleRows();
QList<HostileRow> parsingRows();
QList<HostileRow> habitRows();
QList<HostileRow> pictureHabitRows();

#pragma once

#include "app/library/settings.h"

#include <QSettings>

// What the settings keep; nobody but settings*.cpp reads this.
struct Settings::Private {
    explicit Private(const QString &file)
        : store(file, QSettings::IniFormat)
    {
        store.setAtomicSyncRequired(true);
    }

    QSettings store;
};

#pragma once

#include "app/catalog/catalog.h"
#include "app/catalog/marks.h"

// An archive that was never on disk: a catalogue of so many articles in 1,000 categories, of which every
// tenth is read, one by one. Ends the program where it cannot be written.
void fillMarkedArchive(Catalog &catalog, Marks &marks, int articles);

// Ends the program with the reason where something that is being measured failed.
void demand(bool isDone, const QString &error);

QDateTime markedArchiveNow(); // no article is newer

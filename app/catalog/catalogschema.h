#pragma once

#include <QStringList>

// The SQL that makes an empty catalogue of schema number Catalog::schemaNumber.
QStringList catalogSchema();

// What makes its indexes; see Catalog::makeIndexes().
QStringList catalogIndexes();
// The same for walking the whole archive by title and by author: sorting texts takes as long as all others.
QStringList sortIndexes();

#pragma once

#include <QStringList>

// The SQL that makes an empty catalogue of schema number Catalog::schemaNumber.
QStringList catalogSchema();

// What makes its indexes, that by identity first; see Catalog::makeIndexes().
QStringList catalogIndexes();
// The same for walking over a list in its order; see Catalog::makeListIndexes().
QStringList listIndexes();

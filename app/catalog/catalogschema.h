#pragma once

#include <QStringList>

// The SQL that makes an empty catalogue of schema number Catalog::schemaNumber.
QStringList catalogSchema();

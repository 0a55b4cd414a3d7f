#pragma once

#include "app/images/imageloader.h"

// What a reader is told of a picture that is not there.

// The reason in a sentence, without the host.
QString failureSentence(const ImageAnswer &answer);

// The host and the reason, a line each.
QStringList failureLines(const ImageAnswer &answer);

// Between the ways that are named in one line.
constexpr QStringView waySeparator = u" · ";
// In which ways it was asked for, in one line; empty where in none but the plain one.
QString waysInShort(const QList<TriedWay> &ways);
// A line each with what came of it; empty where there were not several.
QStringList waysInFull(const QList<TriedWay> &ways);

#pragma once

#include <QStringList>

// So many different labels, as short as can be, none of which is how another begins. Capital letters: those
// under the fingers first, as Vimium has them.
QStringList hintLabels(int count);

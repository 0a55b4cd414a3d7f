#pragma once

#include "ui/commandlist.h"

class QObject;

// The keys that are no command's and always the same, as a list of commands names them. Their actions are
// `owner`'s and hang on no window, so that they do nothing.
QList<Command> fixedKeys(QObject *owner);

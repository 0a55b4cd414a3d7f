#pragma once

#include "app/catalog/mark.h"

// A marking of many articles, or the turning of one, that is done in parts: as it stands.
struct MarkingWork {
    enum class Kind : quint8 { Marking, TakingBack, DoingAgain };

    int number = 0; // Library::stopMarking() takes it
    Kind kind = Kind::Marking;
    Marking marking = Marking::Read;
    qint64 articles = 0;
    double done = 0; // from 0 to 1
    bool isStopped = false;
};

Q_DECLARE_METATYPE(MarkingWork)

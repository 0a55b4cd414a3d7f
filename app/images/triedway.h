#pragma once

#include "app/images/imageladder.h"

// One way in which a picture was asked for, and what came of it.
struct TriedWay {
    Rung rung = Rung::Plain;
    QString scheme{};
    QString host{};                            // that was asked
    QString site{};                            // that was named as the Referer; empty where none was
    ImageFailure failure = ImageFailure::None; // None for the last one, where the picture came
    QString detail{};                          // as in FetchedImage
    bool operator==(const TriedWay &) const = default;
};

#pragma once

#include "app/images/imagepolicy.h"

// What may be asked of the network for pictures.
enum class NetworkUse : quint8 {
    Offline,   // the network is switched off, for everything
    Never,     // the reader wants no pictures from it
    WhenAsked, // for what the reader asked for: ImageRequest::again, or a use that is not Show
    Allowed,
};

// `isAsked`: the reader made the request.
bool mayAsk(NetworkUse use, bool isAsked);
// Whether it may be the network that was missing, and not the server.
bool mayBeOfTheNetwork(ImageFailure failure);
// Why a picture that is not stored is not there, where the network may not be asked.
ImageFailure whyNotAsked(NetworkUse use);

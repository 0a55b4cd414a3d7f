#include "app/images/networkuse.h"

bool mayAsk(NetworkUse use, bool isAsked)
{
    return use == NetworkUse::Allowed || (use == NetworkUse::WhenAsked && isAsked);
}

ImageFailure whyNotAsked(NetworkUse use)
{
    switch (use) {
    case NetworkUse::Offline:
        return ImageFailure::Offline;
    case NetworkUse::Never:
        return ImageFailure::NotWanted;
    default:
        return ImageFailure::NotAsked;
    }
}

bool mayBeOfTheNetwork(ImageFailure failure)
{
    return failure == ImageFailure::HostNotFound || failure == ImageFailure::NoConnection ||
           failure == ImageFailure::TimedOut;
}

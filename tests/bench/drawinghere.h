#pragma once

#include "app/library/graphicscard.h"
#include "ui/enginesetup.h"

// How Lectern draws on this machine when nothing has gone wrong.
inline Drawing drawingHere()
{
    return graphicsCard(QStringLiteral("/dev")) == GraphicsCard::Absent ? Drawing::Software : Drawing::Usual;
}

#pragma once

#include "app/page/safehtml.h"

// A picture of the open article as the viewer shows it.
struct ViewedPicture {
    PagePicture picture;
    QString caption{}; // plain text: what stands under it, or instead of it; may be empty
};

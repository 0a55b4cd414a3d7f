#pragma once

#include <QByteArrayView>

// How a photograph is to be turned, as its camera noted it: 1 (as it is) to 8 (Exif 2.32, 4.6.4, tag 0x0112;
// 5 to 8 exchange width and height). `segment` is the data of a JPEG's APP1; 1 where it says nothing, or
// nothing that makes sense. Only the first directory is looked into, as browsers do.
int exifOrientation(QByteArrayView segment);

// Whether it exchanges width and height.
constexpr bool isOnItsSide(int orientation)
{
    return orientation >= 5;
}

#pragma once

#include "app/images/imageloader.h"

#include <functional>

class QWidget;

struct PictureFile {
    QString file;  // empty where nothing was written
    QString error; // a sentence where it failed
};

// Asks where, and writes the picture there; `told` hears of it, unless the reader chose no place. `address`
// gives a first name; it may be invalid.
void savePicture(QWidget *widget, const QUrl &address, const ImageAnswer &answer,
                 const std::function<void(const PictureFile &)> &told);

// The last part of the address, harmless as a file name, with the suffix of what the picture really is.
QString suggestedPictureName(const QUrl &address, ImageType type);

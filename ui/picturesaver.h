#pragma once

#include "app/images/imageloader.h"

class QWidget;

struct PictureFile {
    QString file;  // empty where nothing was written
    QString error; // a sentence where it failed
};

// Asks where, and writes the picture there. `address` gives a first name; it may be invalid.
PictureFile savePicture(QWidget *window, const QUrl &address, const ImageAnswer &answer);

// The last part of the address, harmless as a file name, with the suffix of what the picture really is.
QString suggestedPictureName(const QUrl &address, ImageType type);

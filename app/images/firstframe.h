#pragma once

#include <QByteArray>

// The first frame of an animated GIF, PNG or WebP as a still picture of the same type; empty where the bytes
// are no animation or no first frame can be cut out of them. Nothing is decoded: whole blocks are copied or
// left out.
QByteArray firstFrame(QByteArrayView bytes);

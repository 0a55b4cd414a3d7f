#pragma once

#include <QtGlobal>

// What becomes of utm_*, fbclid and their like in a link.
enum class Tracking : quint8 { Stripped, Kept };

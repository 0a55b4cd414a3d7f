#pragma once

#include "app/page/theme.h"

#include <QByteArray>
#include <QList>
#include <QSize>

#include <optional>

// What a style attribute asks for, in elements, attributes and classes of ours. Closed sets only: anything
// else is lost, and so is every value that holds one of ( \ @ < or /* and is no rgb() colour.
struct TranslatedStyle {
    QList<QByteArrayView> wrappers; // strong, em, u, s, sup, sub: elements around the content
    QList<QByteArray> classes;      // see isOwnClass(); sorted
    QByteArray align;               // left, right, center, justify or empty
    QByteArray direction;           // ltr, rtl or empty
    QSize size;                     // CSS pixels; -1 where not given
    bool isHidden = false; // display:none; what is only invisible waits for a script (WeChat) and stays
};

TranslatedStyle translatedStyle(const QByteArray &style);

// #rgb, #rrggbb, rgb(), rgba() or one of CSS 2.1's colour names. A colour that shines through stands on
// white, as on the page that the article came from; nullopt where nothing is left of it.
std::optional<Rgb> cssColor(const QByteArray &value);

// "fg-RRGGBB" or "bg-RRGGBB"; empty for greys, which only repeat the ground and the text of the page that the
// article came from.
QByteArray foregroundClass(Rgb color);
QByteArray backgroundClass(Rgb color);

#pragma once

#include <QByteArray>

// The allow-lists of security.md 1, as questions. Element names are lower case.

enum class ElementRule : quint8 {
    Unwrap, // the element goes, its content stays; also everything unknown
    Keep,
    Drop,    // goes with its content
    Replace, // the sanitizer makes something else of it
};

ElementRule elementRule(QByteArrayView name);
bool isVoidElement(QByteArrayView name);
bool isBlockElement(QByteArrayView name);
// Whether a strong, em, u, s, sub or sup may stand around what is in the element, and says anything there.
bool takesWrapper(QByteArrayView element, QByteArrayView wrapper);
// Known to any version of HTML, SVG and MathML's roots included.
bool isHtmlElement(QByteArrayView name);

// Our constant for an attribute that some rule looks at, in the source; empty for all others.
QByteArrayView knownAttribute(QByteArrayView name);

// The value of an attribute that only has to fit a closed form, made anew; null where it does not belong to
// the element or does not fit. Not for href, src, id, class and style, which have units of their own.
QByteArray checkedAttribute(QByteArrayView element, QByteArrayView attribute, const QByteArray &value);

// The classes that the sanitizer itself gives: uc-embed, uc-math, uc-inline-picture, uc-block-picture,
// uc-pre-wrap, uc-float-left, uc-float-right, and fg-RRGGBB and bg-RRGGBB, which SafeHtml::styleRules()
// explains.
bool isOwnClass(QByteArrayView name);

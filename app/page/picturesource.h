#pragma once

#include "app/page/htmltree.h"
#include "app/page/safehtml.h"

#include <functional>
#include <optional>

// The decoded bytes and, for PNG and GIF, the size of a data: address that holds a PNG, JPEG, GIF or WebP;
// nullopt for all others. The first bytes decide, not the declared type.
struct InlinePicture {
    QByteArray bytes;
    QSize size; // pixels; empty where the format is not looked into
};
std::optional<InlinePicture> inlinePicture(const QByteArray &address);

struct PictureSource {
    ImageAddress address; // one of these two is set
    QByteArray inlineData;
    QSize size;           // CSS pixels as declared; -1 for an unknown side
    bool isSmall = false; // stands in the line: an emoji, a formula
};

// What an <img> shows: lazy attributes replace a placeholder but never a real src, srcset (and `sources`,
// those of a <picture> around it) offer candidates. nullopt where it shows nothing: no address, 1×1, 0×0, a
// placeholder.
std::optional<PictureSource> pictureSource(const HtmlNode &image, const QList<QByteArray> &sources,
                                           const QUrl &base);

// The space to keep free for it: what is declared, where need be completed by the size in pixels that the
// picture is known to have, empty where it is not; sides that remain unknown are -1. `knownSize` may be null.
QSize reservedSize(const PictureSource &source, const std::function<QSize(const QUrl &)> &knownSize);

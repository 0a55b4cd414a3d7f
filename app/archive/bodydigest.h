#pragma once

#include <QString>

#include <array>

// What tells one body from another without keeping it: 128 bits of BLAKE2s. Among a million bodies two
// different ones share a digest with a probability of n²/2/2^128 ≈ 1e-27.
struct BodyDigest {
    std::array<quint64, 2> bits{};
    auto operator<=>(const BodyDigest &) const = default;
};

// Two bodies are the same where every character is, less the white space at either end. `body` as in Article:
// decoded, with LF for newlines, without front matter and link tag; so neither the encoding of a file nor its
// line ends make a difference.
BodyDigest bodyDigest(QStringView body);

// Whether a body shows nothing: no character but white space, and no element that shows something by itself
// (pictures, players, frames, formulas, rules). `<div>\n</div>` is what a feed without content leaves behind.
bool isEmptyBody(QStringView body);

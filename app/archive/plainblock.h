#pragma once

#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>

// Front matters that are so plain that reading them by line gives exactly what a YAML parser would: keys at
// column 0 with nothing, a bare value, '…' without a quote inside, or ['…', '…']; and " - " items in one
// column. Most are, and reading them so takes a fiftieth of yaml-cpp's time. All in valid UTF-8, as it stands
// in the file: decoding it takes as long as reading it.

// What a plain block says, as it stands there, quotes taken off; empty where there is nothing. The views are
// into the block.
struct PlainFields {
    using List = QVarLengthArray<QByteArrayView, 8>;

    QByteArrayView title, author, authors, date, headimg, thumbnail, cover, link;
    List categories, category;
};

bool isPlainBlock(QByteArrayView block);

// nullopt where the block is not plain, and where it is but says a field twice, gives a list where one value
// belongs, or spells a key in letters beyond ASCII: readFieldsByLine() knows what becomes of those.
std::optional<PlainFields> readPlainBlock(QByteArrayView block);

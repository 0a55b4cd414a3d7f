#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <optional>

// Where the front matter of a text stands.
struct FrontMatterSpan {
    enum class State : quint8 {
        Absent,    // the text begins with its body
        Closed,    // between two marks
        Unclosed,  // an opening mark and keys, no closing mark: the keys up to the first empty line
        Undecided, // more text is needed (only where `whole` was false)
    };
    enum class Kind : quint8 { Yaml, Toml };

    State state = State::Absent;
    Kind kind = Kind::Yaml;
    qsizetype begin = 0; // first character after the opening mark's line
    qsizetype end = 0;   // one past the last character before the closing mark
    qsizetype body = 0;  // first character of the body
};

// Above this many characters nothing is looked for: the longest front matter seen has 9,000.
constexpr qsizetype longestFrontMatter = 256 * 1024;

// `text` is decoded (LF only), from the start of the file; `whole` says that nothing follows it. Empty lines
// before the opening mark do not matter. The marks are --- (YAML) and +++ (TOML), alone on their line but for
// white space after them; the first closing mark counts. Marks around something that has not a single key are
// two lines of Markdown, and the front matter is absent.
FrontMatterSpan findFrontMatter(QStringView text, bool whole);

// The same for the start of a file, in bytes, whose first line that is not empty is "---" and that has
// another such line: nothing else is looked at. Both views are into `start`; whether the first has a key is
// not known.
struct MarkedBlock {
    QByteArrayView block; // between the marks
    QByteArrayView body;  // behind them, as far as `start` goes
};
std::optional<MarkedBlock> findMarkedBlock(QByteArrayView start);

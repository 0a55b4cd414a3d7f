#include "app/library/fuzzymatch.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace
{

constexpr int longestWord = 32; // of a pattern: what nobody types to find a name
// Tried on the program's own commands: a beginning is worth more than two characters somewhere.
constexpr int characterScore = 2, beginningScore = 6, neighbourScore = 5, firstScore = 3;

// One character of a name, and where it stands.
struct Cell {
    char32_t character;
    int place;        // UTF-16 units
    bool isBeginning; // of a word; every Chinese character is a word
    QStringList readings;
};

QList<Cell> cellsOf(const QString &name, const Readings &readings)
{
    QList<Cell> cells;
    bool isAfterLetter = false;
    int place = 0;
    for (const char32_t character : name.toUcs4()) {
        const QStringList read = readings.value(character);
        const bool isLetter = QChar::isLetterOrNumber(character);
        const bool isHan = QChar::script(character) == QChar::Script_Han;
        cells << Cell{QChar::toCaseFolded(character), place, isLetter && (isHan || !isAfterLetter), read};
        isAfterLetter = isLetter && !isHan;
        place += QChar::requiresSurrogates(character) ? 2 : 1;
    }
    return cells;
}

// The best way to place a pattern whose first `n` characters are used up, the last of them in a given cell.
struct Way {
    int score = -1; // negative: there is none
    int from = 0;   // so many characters were used up before that cell …
    int cell = -1;  // … the last of them in this one; -1 for none
};

// How many characters of the pattern, from `at`, the cell takes: of one reading as many as agree.
QList<int> taken(const Cell &cell, const QList<uint> &pattern, int at)
{
    QList<int> lengths;
    if (cell.character == pattern.at(at))
        lengths << 1;
    for (const QString &reading : cell.readings) {
        for (int n = 0;
             n < reading.size() && at + n < pattern.size() && reading.at(n).unicode() == pattern.at(at + n);
             ++n)
            lengths << n + 1;
    }
    return lengths;
}

int scoreOf(const Cell &cell, int index, int length)
{
    return length * characterScore + (cell.isBeginning ? beginningScore : 0) + (index == 0 ? firstScore : 0);
}

// The ways to each cell, by the characters of the pattern that are used up there.
class WayTable final
{
public:
    WayTable(qsizetype cells, int characters)
        : m_columns(characters + 1)
        , m_ways(static_cast<size_t>(cells * m_columns))
    {
    }

    Way &at(int cell, int used) { return m_ways[static_cast<size_t>(cell) * m_columns + used]; }

private:
    int m_columns;
    std::vector<Way> m_ways;
};

// Every way on from one cell to the cell `i`: from the neighbour or from the best of those before.
void goOn(int i, const Cell &cell, const QList<uint> &word, const std::vector<Way> &before, WayTable &ways)
{
    for (int at = 0; at < word.size(); ++at) {
        const Way neighbour = i > 0 && at > 0 ? ways.at(i - 1, at) : Way();
        const bool isNextTo = neighbour.score >= 0 && neighbour.score + neighbourScore > before[at].score;
        const int base = isNextTo ? neighbour.score + neighbourScore : before[at].score;
        if (base < 0)
            continue;
        for (const int length : taken(cell, word, at)) {
            Way &way = ways.at(i, at + length);
            const int score = base + scoreOf(cell, i, length);
            if (score > way.score)
                way = {score, at, isNextTo ? i - 1 : before[at].cell};
        }
    }
}

// The cells that the word matches best, with the score. Time and memory are the product of both lengths.
std::optional<FuzzyMatch> matchWord(const QList<uint> &word, const QList<Cell> &cells)
{
    const int length = static_cast<int>(word.size());
    WayTable ways(cells.size(), length);
    std::vector<Way> before(length + 1); // the best that ends in any cell so far
    before[0].score = 0;
    for (int i = 0; i < cells.size(); ++i) {
        goOn(i, cells.at(i), word, before, ways);
        for (int used = 1; used <= length; ++used) {
            if (ways.at(i, used).score > before[used].score)
                before[used] = {ways.at(i, used).score, 0, i};
        }
    }
    if (before[length].score < 0)
        return std::nullopt;
    FuzzyMatch match{before[length].score, {}};
    for (int cell = before[length].cell, used = length; cell >= 0;) {
        match.places.prepend(cells.at(cell).place);
        const Way way = ways.at(cell, used);
        cell = way.cell;
        used = way.from;
    }
    return match;
}

// Whether the rest of the word, from `at`, begins with that cell and ends in it or those after it.
bool goesOn(const QList<Cell> &cells, qsizetype cell, const QList<uint> &word, int at)
{
    if (at == word.size())
        return true;
    if (cell == cells.size())
        return false;
    const QList<int> lengths = taken(cells.at(cell), word, at);
    return std::any_of(lengths.cbegin(), lengths.cend(),
                       [&](int length) { return goesOn(cells, cell + 1, word, at + length); });
}

}

std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &name, const Readings &readings)
{
    FuzzyMatch whole;
    const QStringList words = pattern.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return whole;
    const QList<Cell> cells = cellsOf(name, readings);
    for (const QString &word : words) {
        const std::optional<FuzzyMatch> match = matchWord(word.left(longestWord).toUcs4(), cells);
        if (!match)
            return std::nullopt;
        whole.score += match->score;
        whole.places += match->places;
    }
    std::sort(whole.places.begin(), whole.places.end());
    whole.places.erase(std::unique(whole.places.begin(), whole.places.end()), whole.places.end());
    whole.score = whole.score * 4 - static_cast<int>(cells.size()); // of two alike the shorter
    return whole;
}

bool isReadIn(const QString &pattern, const QString &text, const Readings &readings)
{
    const QList<uint> word = pattern.toCaseFolded().remove(u' ').left(longestWord).toUcs4();
    const QList<Cell> cells = word.isEmpty() ? QList<Cell>() : cellsOf(text, readings);
    for (qsizetype first = 0; first < cells.size(); ++first) {
        if (goesOn(cells, first, word, 0))
            return true;
    }
    return false;
}

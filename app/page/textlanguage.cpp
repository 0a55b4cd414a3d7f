#include "app/page/textlanguage.h"

#include <QChar>

#include <bitset>

using namespace Qt::StringLiterals;

namespace
{

struct Census {
    int han = 0;
    int kana = 0;
    int hangul = 0;
    int words = 0; // runs of letters and digits of any other script
    int simplified = 0;
    int traditional = 0;
    bool isInWord = false; // of `words`

    int eastAsian() const { return han + kana + hangul; }
};

// Frequent characters that are written in one of the two ways only, in pairs. The most frequent ones are
// enough: any paragraph holds several of them.
constexpr QStringView simplifiedOnly =
    u"们这来国时说个会对发为过还没问学开经么头长东见车门马鸟鱼书话语读让认识论证该谁"
    u"请谢许设计记讲试词译级红约纪线练组细织终结给络统网罗业丝严丰临举义乌乐习乡买乱"
    u"争亏云亚产亲亿仅从仓仪价众优伤传体关兴养军农决况净减凤几击创别剂剧劝办务动励劳"
    u"势医华协单卖卫却厂厅历压厉县参双变叙号叹员响团园围图圆圣场坏块坚坛声处备复够奋";
constexpr QStringView traditionalOnly =
    u"們這來國時說個會對發為過還沒問學開經麼頭長東見車門馬鳥魚書話語讀讓認識論證該誰"
    u"請謝許設計記講試詞譯級紅約紀線練組細織終結給絡統網羅業絲嚴豐臨舉義烏樂習鄉買亂"
    u"爭虧雲亞產親億僅從倉儀價眾優傷傳體關興養軍農決況淨減鳳幾擊創別劑劇勸辦務動勵勞"
    u"勢醫華協單賣衛卻廠廳歷壓厲縣參雙變敘號嘆員響團園圍圖圓聖場壞塊堅壇聲處備複夠奮";

// One bit for each character of the Basic Multilingual Plane.
using Characters = std::bitset<0x10000>;

Characters onlyIn(QStringView wanted, QStringView other)
{
    Characters result;
    for (const QChar character : wanted)
        result.set(character.unicode());
    for (const QChar character : other)
        result.reset(character.unicode());
    return result;
}

void countHan(char32_t character, Census &census)
{
    static const Characters simplified = onlyIn(simplifiedOnly, traditionalOnly);
    static const Characters traditional = onlyIn(traditionalOnly, simplifiedOnly);
    ++census.han;
    census.isInWord = false;
    if (character > 0xFFFF)
        return;
    if (simplified.test(character))
        ++census.simplified;
    else if (traditional.test(character))
        ++census.traditional;
}

// The unified ideographs of the first block, all of them letters: nearly every character of a Chinese text.
bool isCommonHan(char32_t character)
{
    return character >= 0x4E00 && character <= 0x9FFC;
}

void countAscii(char32_t character, Census &census)
{
    const bool isLetter = QChar::isLetterOrNumber(character);
    census.words += isLetter && !census.isInWord ? 1 : 0;
    census.isInWord = isLetter || (census.isInWord && character == U'\'');
}

void countAny(char32_t character, Census &census)
{
    const QChar::Script script = QChar::script(character);
    const bool letter = QChar::isLetterOrNumber(character);
    const bool ownWord = letter && (script == QChar::Script_Han || script == QChar::Script_Hiragana ||
                                    script == QChar::Script_Katakana || script == QChar::Script_Hangul);
    if (ownWord && script == QChar::Script_Han)
        countHan(character, census);
    else if (ownWord && script == QChar::Script_Hangul)
        ++census.hangul;
    else if (ownWord)
        ++census.kana;
    else if (letter && !census.isInWord)
        ++census.words;
    // An apostrophe or a combining mark does not end a word.
    census.isInWord =
        !ownWord && (letter || (census.isInWord && (character == U'’' || QChar::isMark(character))));
}

Census censusOf(QStringView text)
{
    Census census;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t character = text.at(i).unicode();
        if (QChar::isHighSurrogate(character) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            ++i;
            character = QChar::surrogateToUcs4(static_cast<char16_t>(character), text.at(i).unicode());
        }
        if (isCommonHan(character))
            countHan(character, census);
        else if (character < 0x80)
            countAscii(character, census);
        else
            countAny(character, census);
    }
    return census;
}

}

QString textLanguage(QStringView text)
{
    const Census census = censusOf(text);
    if (census.eastAsian() == 0 || census.eastAsian() < census.words)
        return u"en"_s;
    if (census.hangul > census.eastAsian() / 2)
        return u"ko"_s;
    // Running Japanese is about half kana; a Chinese text that quotes some stays far below a fifth.
    if (census.kana > census.eastAsian() / 5)
        return u"ja"_s;
    return census.traditional > census.simplified ? u"zh-Hant"_s : u"zh-Hans"_s;
}

int readingMinutes(QStringView text)
{
    const Census census = censusOf(text);
    return qMax(1, qRound(census.eastAsian() / 400.0 + census.words / 220.0));
}

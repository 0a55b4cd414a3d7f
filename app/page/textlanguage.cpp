#include "app/page/textlanguage.h"

#include <QSet>

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

QSet<char16_t> onlyIn(QStringView wanted, QStringView other)
{
    QSet<char16_t> result;
    for (const QChar character : wanted)
        if (!other.contains(character))
            result.insert(character.unicode());
    return result;
}

void countHan(char32_t character, Census &census)
{
    static const QSet<char16_t> simplified = onlyIn(simplifiedOnly, traditionalOnly);
    static const QSet<char16_t> traditional = onlyIn(traditionalOnly, simplifiedOnly);
    ++census.han;
    if (character > 0xFFFF)
        return;
    if (simplified.contains(char16_t(character)))
        ++census.simplified;
    else if (traditional.contains(char16_t(character)))
        ++census.traditional;
}

Census censusOf(QStringView text)
{
    Census census;
    bool inWord = false;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
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
        else if (letter && !inWord)
            ++census.words;
        // An apostrophe or a combining mark does not end a word.
        inWord =
            !ownWord &&
            (letter || (inWord && (character == U'\'' || character == U'’' || QChar::isMark(character))));
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

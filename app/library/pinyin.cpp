#include "app/library/pinyin.h"

#include <QSet>

#include <unicode/translit.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace
{

bool isChinese(char32_t character)
{
    return QChar::script(character) == QChar::Script_Han;
}

// "lǜ" becomes "lv".
QString withoutTones(const QString &syllable)
{
    QString plain;
    for (const QChar letter : syllable.normalized(QString::NormalizationForm_D)) {
        if (letter == u'\u0308' && plain.endsWith(u'u')) // the two dots, which are no tone
            plain.back() = u'v';
        else if (letter >= u'a' && letter <= u'z')
            plain += letter;
    }
    return plain;
}

// ICU knows one reading of each character. These are other ones, of characters that are common in names.
QStringList otherReadings(char32_t character)
{
    static constexpr struct {
        char32_t character;
        QLatin1StringView reading;
    } others[] = {
        {U'行', "hang"_L1},  {U'重', "chong"_L1}, {U'重', "zhong"_L1}, {U'乐', "yue"_L1},
        {U'樂', "yue"_L1},   {U'长', "chang"_L1}, {U'长', "zhang"_L1}, {U'長', "chang"_L1},
        {U'長', "zhang"_L1}, {U'都', "du"_L1},    {U'都', "dou"_L1},   {U'藏', "zang"_L1},
        {U'藏', "cang"_L1},  {U'调', "diao"_L1},  {U'调', "tiao"_L1},  {U'調', "diao"_L1},
        {U'調', "tiao"_L1},  {U'传', "chuan"_L1}, {U'传', "zhuan"_L1}, {U'傳', "chuan"_L1},
        {U'傳', "zhuan"_L1}, {U'会', "hui"_L1},   {U'会', "kuai"_L1},  {U'會', "hui"_L1},
        {U'會', "kuai"_L1},  {U'校', "xiao"_L1},  {U'校', "jiao"_L1},  {U'朝', "chao"_L1},
        {U'朝', "zhao"_L1},  {U'曾', "zeng"_L1},  {U'曾', "ceng"_L1},  {U'单', "dan"_L1},
        {U'单', "shan"_L1},  {U'率', "lv"_L1},    {U'率', "shuai"_L1}, {U'参', "can"_L1},
        {U'参', "shen"_L1},  {U'降', "jiang"_L1}, {U'降', "xiang"_L1}, {U'弹', "dan"_L1},
        {U'弹', "tan"_L1},   {U'发', "fa"_L1},    {U'还', "hai"_L1},   {U'还', "huan"_L1},
        {U'得', "de"_L1},    {U'得', "dei"_L1},   {U'看', "kan"_L1},   {U'大', "da"_L1},
        {U'大', "dai"_L1},   {U'数', "shu"_L1},   {U'数', "shuo"_L1},  {U'便', "bian"_L1},
        {U'便', "pian"_L1},  {U'系', "xi"_L1},    {U'系', "ji"_L1},    {U'解', "jie"_L1},
        {U'解', "xie"_L1},   {U'角', "jiao"_L1},  {U'角', "jue"_L1},   {U'省', "sheng"_L1},
        {U'省', "xing"_L1},  {U'区', "qu"_L1},    {U'区', "ou"_L1},    {U'华', "hua"_L1},
        {U'厦', "xia"_L1},   {U'厦', "sha"_L1},   {U'载', "zai"_L1},   {U'载', "zhai"_L1},
        {U'给', "gei"_L1},   {U'给', "ji"_L1},    {U'量', "liang"_L1}, {U'露', "lu"_L1},
        {U'露', "lou"_L1},   {U'模', "mo"_L1},    {U'模', "mu"_L1},    {U'说', "shuo"_L1},
        {U'说', "shui"_L1},  {U'血', "xue"_L1},   {U'血', "xie"_L1},   {U'中', "zhong"_L1},
    };
    QStringList found;
    for (const auto &other : others) {
        if (other.character == character)
            found << other.reading;
    }
    return found;
}

// One line of ICU's answer for each of the characters; empty where it has none.
QStringList transliterated(const QList<char32_t> &characters)
{
    // Made once, since it reads a large table; never changed, and safe to use from several threads.
    static const std::unique_ptr<const icu::Transliterator> hanLatin = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<const icu::Transliterator> made(
            icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, error));
        return U_SUCCESS(error) ? std::move(made) : nullptr;
    }();
    if (!hanLatin)
        return {};
    icu::UnicodeString text;
    for (const char32_t character : characters)
        text.append(static_cast<UChar32>(character)).append(u'\n');
    hanLatin->transliterate(text);
    return QString(reinterpret_cast<const QChar *>(text.getBuffer()), text.length()).split(u'\n');
}

}

Readings pinyinOf(const QString &text)
{
    QSet<char32_t> distinct;
    for (const char32_t character : text.toUcs4()) {
        if (isChinese(character))
            distinct.insert(character);
    }
    const QList<char32_t> characters = distinct.values();
    const QStringList syllables = characters.isEmpty() ? QStringList() : transliterated(characters);
    Readings readings;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        QStringList all = otherReadings(characters.at(i));
        all.prepend(i < syllables.size() ? withoutTones(syllables.at(i)) : QString());
        all.removeAll(QString());
        all.removeDuplicates();
        if (!all.isEmpty())
            readings.insert(characters.at(i), all);
    }
    return readings;
}

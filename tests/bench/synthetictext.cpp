#include "synthetictext.h"

#include <QString>

namespace
{

constexpr QStringView characters =
    u"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    u"用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    u"日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    u"美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    u"解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
    u"计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    u"完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔速城京件";
constexpr int vocabularySize = 6000;

// Names and words as they stand among Chinese ones.
constexpr const char *foreign[] = {"Linux", "Android", "Python", "AI",   "5G",  "Qt",
                                   "USB",   "Web",     "SQLite", "C++",  "GPU", "HTML",
                                   "CPU",   "Wi-Fi",   "Docker", "Rust", "API", "2021"};

}

SyntheticText::SyntheticText()
{
    Random random(1);
    m_vocabulary.reserve(vocabularySize);
    for (int i = 0; i < vocabularySize; ++i) {
        QString word(characters[random.below(static_cast<int>(characters.size()))]);
        word += characters[random.below(static_cast<int>(characters.size()))];
        m_vocabulary << word.toUtf8();
    }
}

// The cube makes one word in eight of the text come from the commonest 0.2 % of the vocabulary, about as in
// real text.
QByteArray SyntheticText::word(Random &random) const
{
    if (random.chance(3))
        return foreign[random.below(std::size(foreign))];
    const double place = random.fraction();
    return m_vocabulary[static_cast<qsizetype>(place * place * place * vocabularySize)];
}

QByteArray SyntheticText::words(Random &random, int count) const
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += word(random);
    return text;
}

QByteArray SyntheticText::title(Random &random) const
{
    QByteArray text = words(random, random.between(3, 8));
    if (random.chance(60))
        text += "，" + words(random, random.between(3, 7));
    if (random.chance(15))
        text += "？";
    return text;
}

QByteArray SyntheticText::sentence(Random &random) const
{
    return words(random, random.between(4, 9)) + "，" + words(random, random.between(4, 12)) + "。";
}

QByteArray SyntheticText::paragraph(Random &random, qsizetype length) const
{
    QByteArray text;
    text.reserve(length + 128);
    while (text.size() < length)
        text += sentence(random);
    return text;
}

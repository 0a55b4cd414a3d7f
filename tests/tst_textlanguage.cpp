#include "app/page/textlanguage.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TextLanguageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void language_data();
    void language();
    void minutes_data();
    void minutes();
};

void TextLanguageTest::language_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("nothing") << u""_s << u"en"_s;
    QTest::newRow("digits") << u"2021-11-23 12:19"_s << u"en"_s;
    QTest::newRow("English") << u"The lamp stood on the desk, and nobody had lit it."_s << u"en"_s;
    QTest::newRow("French") << u"C’était l’été où l’on découvrit la mer."_s << u"en"_s;
    QTest::newRow("simplified") << u"我们来到这个国家的时候，还没有学会说话。"_s << u"zh-Hans"_s;
    QTest::newRow("traditional") << u"我們來到這個國家的時候，還沒有學會說話。"_s << u"zh-Hant"_s;
    QTest::newRow("neither") << u"山高月小，水落石出。"_s << u"zh-Hans"_s;
    QTest::newRow("rare characters beyond the BMP") << u"𠮷𠮷𠮷𠮷"_s << u"zh-Hans"_s;
    QTest::newRow("words around a lone surrogate") << u"one "_s + QChar(0xd842) + u" two 李"_s << u"en"_s;
    QTest::newRow("Chinese with English terms")
        << u"今天我们来讲 HTTP API 的配置，以及 Docker Compose 的用法，大家请看下面的说明。"_s
        << u"zh-Hans"_s;
    QTest::newRow("English with a Chinese name")
        << u"He was called 李 by everyone who knew him well."_s << u"en"_s;
    QTest::newRow("Japanese") << u"吾輩は猫である。名前はまだ無い。どこで生れたか見当がつかぬ。"_s << u"ja"_s;
    QTest::newRow("Chinese that quotes Japanese")
        << u"这本书的日文名字叫做「の」，讲的是一个人在城市里长大、离开又回来的故事，我们都喜欢。"_s
        << u"zh-Hans"_s;
    QTest::newRow("Korean") << u"나는 오늘 아침에 일찍 일어나서 책을 읽었다."_s << u"ko"_s;
    QTest::newRow("Korean with Chinese characters")
        << u"韓國의 歷史는 오래되었고 그 문화는 풍부하다."_s << u"ko"_s;
}

void TextLanguageTest::language()
{
    QFETCH(QString, text);
    QTEST(textLanguage(text), "wanted");
}

void TextLanguageTest::minutes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("wanted");
    QTest::newRow("nothing") << u""_s << 1;
    QTest::newRow("one word") << u"word"_s << 1;
    QTest::newRow("Chinese, 400") << u"字"_s.repeated(400) << 1;
    QTest::newRow("Chinese, 2000") << u"字"_s.repeated(2000) << 5;
    QTest::newRow("English, 220 words") << u"word "_s.repeated(220) << 1;
    QTest::newRow("English, 2200 words") << u"it’s, "_s.repeated(2200) << 10;
    QTest::newRow("both") << u"字"_s.repeated(800) + u" word"_s.repeated(440) << 4;
    QTest::newRow("a word beside a character") << u"字word"_s.repeated(440) << 3;
    QTest::newRow("punctuation is not read") << u"，。、！"_s.repeated(4000) << 1;
}

void TextLanguageTest::minutes()
{
    QFETCH(QString, text);
    QTEST(readingMinutes(text), "wanted");
}

QTEST_APPLESS_MAIN(TextLanguageTest)
#include "tst_textlanguage.moc"

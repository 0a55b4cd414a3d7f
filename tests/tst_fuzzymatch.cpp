#include "app/library/fuzzymatch.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFuzzyMatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void name_isFound_data();
    void name_isFound();
    void better_comesFirst_data();
    void better_comesFirst();
    void nothingTyped_matchesAll();
    void longPattern_isCut();
    void work_growsWithTheNameOnly();
    void reading_isFound_data();
    void reading_isFound();
};

namespace
{
// The name with what was matched in brackets; empty where it was not found.
QString marked(const QString &pattern, const QString &name)
{
    const std::optional<FuzzyMatch> match = fuzzyMatch(pattern, name, pinyinOf(name));
    if (!match)
        return {};
    QString text = name;
    for (auto it = match->places.crbegin(); it != match->places.crend(); ++it) {
        const int length = text.at(*it).isHighSurrogate() ? 2 : 1;
        text.insert(*it + length, u']').insert(*it, u'[');
    }
    return text;
}
}

void TestFuzzyMatch::name_isFound_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const QString &pattern, const QString &name,
                        const QString &result) { QTest::newRow(title) << pattern << name << result; };
    row("beginning", u"op"_s, u"Open Folder"_s, u"[O][p]en Folder"_s);
    row("initials", u"of"_s, u"Open Folder"_s, u"[O]pen [F]older"_s);
    row("words rather than the first letters that fit", u"nt"_s, u"Next Theme"_s, u"[N]ext [T]heme"_s);
    row("neighbours", u"der"_s, u"Open Folder"_s, u"Open Fol[d][e][r]"_s);
    row("words in any order", u"dark theme"_s, u"Theme › Dark"_s, u"[T][h][e][m][e] › [D][a][r][k]"_s);
    row("wrong order", u"fo op x"_s, u"Open Folder"_s, {});
    row("absent", u"opz"_s, u"Open Folder"_s, {});
    row("pinyin initials", u"xmt"_s, u"新媒体"_s, u"[新][媒][体]"_s);
    row("full pinyin", u"xinmeiti"_s, u"新媒体"_s, u"[新][媒][体]"_s);
    row("mixed", u"xmeit"_s, u"新媒体"_s, u"[新][媒][体]"_s);
    row("some of them", u"mt"_s, u"新媒体"_s, u"新[媒][体]"_s);
    row("characters", u"媒体"_s, u"新媒体"_s, u"新[媒][体]"_s);
    row("character and pinyin", u"新meit"_s, u"新媒体"_s, u"[新][媒][体]"_s);
    row("Chinese and Latin", u"apipz"_s, u"API配置"_s, u"[A][P][I][配][置]"_s);
    row("second reading", u"yh"_s, u"银行"_s, u"[银][行]"_s);
    row("n and ng", u"xian"_s, u"西安"_s, u"[西][安]"_s);
    row("ü", u"lvse"_s, u"绿色"_s, u"[绿][色]"_s);
    row("wrong pinyin", u"xmq"_s, u"新媒体"_s, {});
    row("beyond the first plane", u"𠮷y"_s, u"𠮷野家"_s, u"[𠮷][野]家"_s);
    row("case", u"FOLDER"_s, u"open folder"_s, u"open [f][o][l][d][e][r]"_s);
}

void TestFuzzyMatch::name_isFound()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, name);
    QTEST(marked(pattern, name), "expected");
}

void TestFuzzyMatch::better_comesFirst_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("beginning of the name") << u"st"_s << u"Star"_s << u"Last Article"_s;
    QTest::newRow("beginnings of words") << u"nt"_s << u"Next Theme"_s << u"Print"_s;
    QTest::newRow("neighbours") << u"rep"_s << u"Archive Report"_s << u"Red Elephant"_s;
    QTest::newRow("the shorter") << u"theme"_s << u"Next Theme"_s << u"Next Theme of the Window"_s;
    QTest::newRow("whole syllables") << u"xin"_s << u"新闻"_s << u"西医院"_s;
}

void TestFuzzyMatch::better_comesFirst()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, better);
    QFETCH(const QString, worse);
    const auto score = [&](const QString &name) {
        return fuzzyMatch(pattern, name, pinyinOf(name)).value_or(FuzzyMatch{-1000, {}}).score;
    };
    QVERIFY2(score(better) > score(worse),
             qPrintable(u"%1 against %2"_s.arg(score(better)).arg(score(worse))));
}

void TestFuzzyMatch::nothingTyped_matchesAll()
{
    for (const QString &pattern : {QString(), u"  "_s}) {
        const std::optional<FuzzyMatch> match = fuzzyMatch(pattern, u"anything"_s, {});
        QVERIFY(match);
        QCOMPARE(match->score, 0);
        QVERIFY(match->places.isEmpty());
    }
}

void TestFuzzyMatch::longPattern_isCut()
{
    const QString name(100, u'a');
    QVERIFY(fuzzyMatch(QString(1000, u'a'), name, {}));
}

// Every character of the name fits every one of the pattern: the most ways that there can be.
void TestFuzzyMatch::work_growsWithTheNameOnly()
{
    const std::optional<FuzzyMatch> match = fuzzyMatch(QString(32, u'a'), QString(20'000, u'a'), {});
    QVERIFY(match);
    QCOMPARE(match->places.size(), 32);
}

void TestFuzzyMatch::reading_isFound_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("initials") << u"hg"_s << u"将行高加大"_s << true;
    QTest::newRow("full pinyin") << u"hanggao"_s << u"将行高加大"_s << true;
    QTest::newRow("in words") << u"Hang gao"_s << u"将行高加大"_s << true;
    QTest::newRow("beginnings") << u"hangg"_s << u"将行高加大"_s << true;
    QTest::newRow("character and pinyin") << u"行gao"_s << u"将行高加大"_s << true;
    QTest::newRow("a gap") << u"jg"_s << u"将行高加大"_s << false;
    QTest::newRow("over the end of a line") << u"hg"_s << u"换行\n高"_s << false;
    QTest::newRow("wrong order") << u"gh"_s << u"将行高加大"_s << false;
    QTest::newRow("longer than the text") << u"jiadaa"_s << u"将行高加大"_s << false;
    QTest::newRow("nothing") << QString() << u"将行高加大"_s << false;
}

void TestFuzzyMatch::reading_isFound()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, text);
    QTEST(isReadIn(pattern, text, pinyinOf(text)), "isFound");
}

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"

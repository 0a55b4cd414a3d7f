#include "app/archive/frontmatterspan.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
using State = FrontMatterSpan::State;
using Kind = FrontMatterSpan::Kind;
}
Q_DECLARE_METATYPE(FrontMatterSpan::State)

class TestFrontMatterSpan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void everyPrefix_isUndecidedOrTheSame();
    void neverClosed_endsAtTheLimit();
};

void TestFrontMatterSpan::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("body");
    QTest::newRow("usual") << u"---\na: b\n---\nbody"_s << State::Closed << u"a: b\n"_s << u"body"_s;
    QTest::newRow("empty lines first")
        << u"\n \n---\na: b\n---\nbody"_s << State::Closed << u"a: b\n"_s << u"body"_s;
    QTest::newRow("white space behind the marks")
        << u"--- \na: b\n---\t\nbody"_s << State::Closed << u"a: b\n"_s << u"body"_s;
    QTest::newRow("first closing mark counts")
        << u"---\na: b\n---\nx\n---\ny"_s << State::Closed << u"a: b\n"_s << u"x\n---\ny"_s;
    QTest::newRow("longer line is no mark")
        << u"---\na: b\n------\n---\nx"_s << State::Closed << u"a: b\n------\n"_s << u"x"_s;
    QTest::newRow("indented is no mark")
        << u"---\na: b\n ---\n---\nx"_s << State::Closed << u"a: b\n ---\n"_s << u"x"_s;
    QTest::newRow("closing mark ends the file")
        << u"---\na: b\n---"_s << State::Closed << u"a: b\n"_s << u""_s;
    QTest::newRow("nothing inside") << u"---\n---\nx"_s << State::Closed << u""_s << u"x"_s;
    QTest::newRow("toml") << u"+++\na = 1\n+++\nx"_s << State::Closed << u"a = 1\n"_s << u"x"_s;
    QTest::newRow("other mark") << u"---\na: b\n+++\n---\nx"_s << State::Closed << u"a: b\n+++\n"_s << u"x"_s;
    QTest::newRow("none") << u"# a\nb"_s << State::Absent << u""_s << u"# a\nb"_s;
    QTest::newRow("empty") << u""_s << State::Absent << u""_s << u""_s;
    QTest::newRow("blank") << u" \n\n"_s << State::Absent << u""_s << u" \n\n"_s;
    QTest::newRow("rule of Markdown")
        << u"---\nwords only\n---\nx"_s << State::Absent << u""_s << u"---\nwords only\n---\nx"_s;
    QTest::newRow("rule of Markdown, open")
        << u"---\nwords only"_s << State::Absent << u""_s << u"---\nwords only"_s;
    QTest::newRow("unclosed") << u"---\na: b\nc: d\n\nbody\n"_s << State::Unclosed << u"a: b\nc: d\n"_s
                              << u"\nbody\n"_s;
}

void TestFrontMatterSpan::finds()
{
    QFETCH(QString, text);
    QFETCH(State, state);
    QFETCH(QString, block);
    QFETCH(QString, body);
    const FrontMatterSpan span = findFrontMatter(text, true);
    QCOMPARE(span.state, state);
    QCOMPARE(text.sliced(span.begin, span.end - span.begin), block);
    QCOMPARE(text.sliced(span.body), body);
    QCOMPARE(span.kind, text.startsWith(u'+') ? Kind::Toml : Kind::Yaml);
}

void TestFrontMatterSpan::everyPrefix_isUndecidedOrTheSame()
{
    const QString text = u"\n---\ntitle: a\n---\nbody\n---\n"_s;
    const FrontMatterSpan whole = findFrontMatter(text, true);
    int decided = 0;
    for (qsizetype size = 0; size < text.size(); ++size) {
        const FrontMatterSpan span = findFrontMatter(QStringView(text).first(size), false);
        if (span.state == State::Undecided)
            continue;
        ++decided;
        QCOMPARE(span.state, whole.state);
        QCOMPARE(span.end, whole.end);
        QCOMPARE(span.body, whole.body);
    }
    QCOMPARE(decided, text.size() - whole.body);
}

void TestFrontMatterSpan::neverClosed_endsAtTheLimit()
{
    const QString text = u"---\n"_s + u"a: b\n"_s.repeated(longestFrontMatter) + u"---\n"_s;
    const FrontMatterSpan span = findFrontMatter(text, false);
    QCOMPARE(span.state, State::Unclosed);
    QVERIFY(span.end <= longestFrontMatter);
}

QTEST_GUILESS_MAIN(TestFrontMatterSpan)
#include "tst_frontmatterspan.moc"

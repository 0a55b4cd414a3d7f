#include "app/archive/utf8text.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestUtf8Text final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void characters_areThoseOfAString();
    void visibleTriples_areThose();
    void spaces_goAndNothingElse();
    void plainLines_data();
    void plainLines();
};

void TestUtf8Text::characters_areThoseOfAString()
{
    for (char32_t code = 1; code <= QChar::LastValidCodePoint; code += code < 0x10000 ? 1 : 97) {
        if (QChar::isSurrogate(code))
            continue;
        const QString text = QStringView(QChar::fromUcs4(code)).toString();
        const QByteArray utf8 = text.toUtf8();
        QCOMPARE(utf8Length(utf8[0]), utf8.size());
        QCOMPARE(utf8Character(utf8, 0), text[0]);
        QCOMPARE(lastUtf8Character("a" + utf8), text[0]);
    }
}

void TestUtf8Text::visibleTriples_areThose()
{
    for (char32_t code = 1; code < 0x10000; ++code) {
        if (QChar::isSurrogate(code))
            continue;
        const QByteArray utf8 = QStringView(QChar::fromUcs4(code)).toUtf8();
        const bool isSeen = (code >= 0x4E00 && code <= 0x9FFF) || (code > 0x3000 && code <= 0x303F) ||
                            (code > 0xFF00 && code <= 0xFF5E);
        QCOMPARE(isVisibleTriple(utf8.constData()), isSeen);
    }
    QVERIFY(!isVisibleTriple("\xF0\x9F\x98\x80"));
}

void TestUtf8Text::spaces_goAndNothingElse()
{
    QCOMPARE(withoutSpaces("  a b ").toByteArray(), "a b"_ba);
    QCOMPARE(withoutSpaces("\ta\xC2\xA0").toByteArray(), "\ta\xC2\xA0"_ba);
    QCOMPARE(withoutSpaces("   ").toByteArray(), ""_ba);
    QCOMPARE(withoutSpaces("").toByteArray(), ""_ba);
}

void TestUtf8Text::plainLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isPlain");
    for (const QString &line : {u"a"_s, u"a b"_s, u"标题：“一”——二…"_s, u"é 😀 a"_s, u"<b>"_s, u"a—b"_s})
        QTest::newRow(qPrintable(line)) << line << true;
    for (const QString &line :
         {u""_s, u" "_s, u" a"_s, u"a "_s, u"a  b"_s, u"a\tb"_s, u"a&b"_s, u"a\u00a0b"_s, u"一\u3000"_s,
          u"a\u0085"_s, u"a\u0007"_s, u"a\u007f"_s, u"\u200b"_s, u"—"_s, u"é 😀"_s})
        QTest::newRow(qPrintable(line)) << line << false;
}

// A few more lines may be called other than plain: that costs a detour and nothing else.
void TestUtf8Text::plainLines()
{
    QFETCH(QString, line);
    QFETCH(bool, isPlain);
    QCOMPARE(isPlainLine(line.toUtf8()), isPlain);
    QVERIFY(!isPlain || line == line.simplified());
}

QTEST_APPLESS_MAIN(TestUtf8Text)
#include "tst_utf8text.moc"

#include "app/archive/textdecoding.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(TextEncoding)

namespace
{

const QString simplified =
    u"---\ntitle: '这是一个关于中国历史的故事'\n---\n他们在山上的小路走了很久，终于看到了远处的灯光。"_s;
const QString traditional =
    u"---\ntitle: '這是一個關於臺灣歷史的故事'\n---\n他們在山上的小路走了很久，終於看到了遠處的燈光。"_s;

QByteArray encoded(const QString &text, const char *codec)
{
    QStringEncoder encoder(codec);
    return encoder.isValid() ? QByteArray(encoder.encode(text)) : QByteArray();
}

} // namespace

class TestTextDecoding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guesses_data();
    void guesses();
    void normalisesLineEndsAndNuls();
    void halvesOfPairs_areReplaced();
    void cutInsideACharacter_leavesItOut_data();
    void cutInsideACharacter_leavesItOut();
    void headAndWholeFile_agree_data();
    void headAndWholeFile_agree();
    void tail_startsAtACharacter();
    void validUtf8_isReadAsQtDoes();
};

void TestTextDecoding::guesses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<Problems>("problems");
    QTest::addColumn<QString>("text");
    const Problems none;
    const Problems guessed = Problem::EncodingGuessed;
    const Problems damaged = Problem::EncodingDamaged;
    const auto row = [](const char *name, const QByteArray &bytes, TextEncoding encoding, Problems problems,
                        const QString &text) {
        QTest::newRow(name) << bytes << encoding << problems << text;
    };

    row("empty", {}, TextEncoding::Utf8, none, {});
    row("ascii", "plain", TextEncoding::Utf8, none, u"plain"_s);
    row("utf-8", simplified.toUtf8(), TextEncoding::Utf8, none, simplified);
    row("utf-8 with mark", "\xEF\xBB\xBF" + simplified.toUtf8(), TextEncoding::Utf8, none, simplified);
    row("utf-8 with two marks", "\xEF\xBB\xBF\xEF\xBB\xBF" + simplified.toUtf8(), TextEncoding::Utf8, none,
        u'\ufeff' + simplified);
    row("utf-16le", "\xFF\xFE" + encoded(simplified, "UTF-16LE"), TextEncoding::Utf16LittleEndian, none,
        simplified);
    row("utf-16be", "\xFE\xFF" + encoded(simplified, "UTF-16BE"), TextEncoding::Utf16BigEndian, none,
        simplified);
    row("gb18030", encoded(simplified, "GB18030"), TextEncoding::Gb18030, guessed, simplified);
    row("gbk, traditional", encoded(traditional, "GBK"), TextEncoding::Gb18030, guessed, traditional);
    row("big5", encoded(traditional, "Big5"), TextEncoding::Big5, guessed, traditional);
    row("gb18030, four bytes", encoded(simplified + u"𠀀䶮"_s, "GB18030"), TextEncoding::Gb18030, guessed,
        simplified + u"𠀀䶮"_s);
    row("one spoilt character", simplified.toUtf8() + "\xE4\xB8 end", TextEncoding::Utf8, damaged,
        simplified + u"\ufffd\ufffd end"_s);
    row("latin", "Un caf\xE9 ! d\xE9j\xE0 vu, \xE0 c\xF4t\xE9 de", TextEncoding::Windows1252,
        guessed | damaged, u"Un café ! déjà vu, à côté de"_s);
}

void TestTextDecoding::guesses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(TextEncoding, encoding);
    QFETCH(Problems, problems);
    QFETCH(QString, text);
    const EncodingGuess guess = guessEncoding(bytes);
    QCOMPARE(guess.encoding, encoding);
    QCOMPARE(guess.problems, problems);
    QCOMPARE(decodeText(bytes, guess.encoding), text);
}

void TestTextDecoding::normalisesLineEndsAndNuls()
{
    const QByteArray bytes("a\r\nb\rc\nd\0e\r", 11);
    QCOMPARE(decodeText(bytes, TextEncoding::Utf8), u"a\nb\nc\nde\n"_s);
    // A head that ends between CR and LF agrees with the whole text.
    QCOMPARE(decodeText(QByteArrayView(bytes).first(2), TextEncoding::Utf8), u"a\n"_s);
}

void TestTextDecoding::halvesOfPairs_areReplaced()
{
    QCOMPARE(decodeText(QByteArray("\xdf\x32\x00\x61", 4), TextEncoding::Utf16BigEndian), u"\uFFFDa"_s);
    QCOMPARE(decodeText(QByteArray("\x00\xd8\x61\x00", 4), TextEncoding::Utf16LittleEndian), u"\uFFFDa"_s);
}

void TestTextDecoding::cutInsideACharacter_leavesItOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("cut");
    QTest::addColumn<TextEncoding>("encoding");
    const QString text = u"中文😀"_s;
    const QByteArray utf8 = text.toUtf8();
    for (int cut = 1; cut <= 3; ++cut)
        QTest::addRow("utf-8 less %d", cut) << utf8 << cut << TextEncoding::Utf8;
    QTest::newRow("gb18030") << encoded(text, "GB18030") << 1 << TextEncoding::Gb18030;
    QTest::newRow("big5") << encoded(u"中文件"_s, "Big5") << 1 << TextEncoding::Big5;
    QTest::newRow("utf-16") << encoded(u"中文件"_s, "UTF-16LE") << 1 << TextEncoding::Utf16LittleEndian;
}

void TestTextDecoding::cutInsideACharacter_leavesItOut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, cut);
    QFETCH(TextEncoding, encoding);
    QCOMPARE(decodeText(bytes.chopped(cut), encoding), u"中文"_s);
}

void TestTextDecoding::headAndWholeFile_agree_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray ascii(5000, 'a');
    const QByteArray chinese = simplified.toUtf8().repeated(80);
    QTest::newRow("bad byte far behind") << QByteArray(chinese + "\xFF\xFF" + chinese);
    QTest::newRow("legacy after a block of ASCII")
        << QByteArray(ascii + encoded(simplified, "GB18030").repeated(80));
    QTest::newRow("legacy, then UTF-8") << QByteArray(encoded(simplified, "GB18030").repeated(80) + chinese);
    QTest::newRow("big5") << encoded(traditional, "Big5").repeated(200);
}

void TestTextDecoding::headAndWholeFile_agree()
{
    QFETCH(QByteArray, bytes);
    const EncodingGuess whole = guessEncoding(bytes);
    const qsizetype decisive = bytes.startsWith('a') ? 2 * encodingBlock : encodingBlock;
    for (qsizetype size = decisive; size < bytes.size(); size += encodingBlock) {
        const QByteArrayView head = QByteArrayView(bytes).first(size);
        const EncodingGuess guess = guessEncoding(head);
        QCOMPARE(guess.encoding, whole.encoding);
        QCOMPARE(guess.problems, whole.problems);
        QVERIFY(decodeText(bytes, whole.encoding).startsWith(decodeText(head, guess.encoding)));
    }
}

void TestTextDecoding::tail_startsAtACharacter()
{
    const QByteArray utf8 = u"中文"_s.toUtf8();
    QCOMPARE(decodeTail(utf8.sliced(1), 1, TextEncoding::Utf8), u"文"_s);
    QCOMPARE(decodeTail(utf8, 0, TextEncoding::Utf8), u"中文"_s);
    const QByteArray utf16 = encoded(u"中文"_s, "UTF-16LE");
    QCOMPARE(decodeTail(utf16.sliced(1), 3, TextEncoding::Utf16LittleEndian), u"文"_s);
}

// Characters of every length at every distance from each other.
void TestTextDecoding::validUtf8_isReadAsQtDoes()
{
    const QStringList kinds = {u"a"_s,      u"\u007f"_s,     u"\u0080"_s, u"\u07ff"_s,
                               u"\u0800"_s, u"中"_s,         u"\ud7ff"_s, u"\ue000"_s,
                               u"\uffff"_s, u"\U00010000"_s, u"🥳"_s,   u"\U0010ffff"_s};
    for (const QString &first : kinds) {
        for (const QString &second : kinds) {
            for (int distance = 0; distance < 20; ++distance) {
                const QString text = first + QString(distance, u'x') + second + u"yz"_s;
                QCOMPARE(decodeText(text.toUtf8(), TextEncoding::Utf8), text);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestTextDecoding)
#include "tst_textdecoding.moc"

#include "app/library/pinyin.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPinyin final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void character_isRead_data();
    void character_isRead();
    void everythingElse_hasNoReading();
};

void TestPinyin::character_isRead_data()
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<QString>("reading");
    QTest::newRow("plain") << u"新"_s << u"xin"_s;
    QTest::newRow("another tone") << u"体"_s << u"ti"_s;
    QTest::newRow("Traditional") << u"書"_s << u"shu"_s;
    QTest::newRow("ü") << u"绿"_s << u"lv"_s;
    QTest::newRow("üe") << u"略"_s << u"lve"_s;
    QTest::newRow("second reading") << u"行"_s << u"hang"_s;
    QTest::newRow("first reading as well") << u"行"_s << u"xing"_s;
    QTest::newRow("音乐") << u"乐"_s << u"yue"_s;
    QTest::newRow("重庆") << u"重"_s << u"chong"_s;
}

void TestPinyin::character_isRead()
{
    QFETCH(const QString, character);
    QFETCH(const QString, reading);
    const Readings readings = pinyinOf(u"文 "_s + character + u" A"_s);
    const QStringList found = readings.value(character.toUcs4().first());
    QVERIFY2(found.contains(reading), qPrintable(found.join(u' ')));
    QCOMPARE(readings.size(), 2);
}

void TestPinyin::everythingElse_hasNoReading()
{
    QVERIFY(pinyinOf(u"Latin, リスト, 한국 &…🙂"_s).isEmpty());
    QVERIFY(pinyinOf({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"

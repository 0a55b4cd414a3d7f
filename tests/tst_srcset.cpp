#include "app/page/srcset.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSrcset final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void chooses_data();
    void chooses();
};

void TestSrcset::splits_data()
{
    QTest::addColumn<QString>("srcset");
    QTest::addColumn<QStringList>("addresses");
    QTest::newRow("empty") << u""_s << QStringList{};
    QTest::newRow("only commas") << u" , ,, "_s << QStringList{};
    QTest::newRow("one") << u"a.png"_s << QStringList{u"a.png"_s};
    QTest::newRow("two") << u"a.png 1x, b.png 2x"_s << QStringList{u"a.png"_s, u"b.png"_s};
    QTest::newRow("commas inside") << u"a,w_1,h_2.png 1x, b.png 2x"_s
                                   << QStringList{u"a,w_1,h_2.png"_s, u"b.png"_s};
    QTest::newRow("no space after the comma")
        << u"a.png 1x,b.png 2x"_s << QStringList{u"a.png"_s, u"b.png"_s};
    QTest::newRow("comma at the end") << u"a.png, b.png"_s << QStringList{u"a.png"_s, u"b.png"_s};
    QTest::newRow("data") << u"data:image/png;base64,AA 1x"_s << QStringList{u"data:image/png;base64,AA"_s};
    QTest::newRow("unknown descriptor") << u"a.png foo, b.png 2x"_s << QStringList{u"b.png"_s};
    QTest::newRow("parentheses") << u"a.png f(1,2), b.png 2x"_s << QStringList{u"b.png"_s};
    QTest::newRow("negative") << u"a.png -1x"_s << QStringList{};
    QTest::newRow("no numbers") << u"a nanx, b infw, c 1e9x, d 0x, e xx, f 1.5x"_s << QStringList{u"f"_s};
    QTest::newRow("a hundred at most") << u"a 1x, "_s.repeated(150) << QStringList(100, u"a"_s);
    QTest::newRow("with height") << u"a.png 100w 50h"_s << QStringList{u"a.png"_s};
}

void TestSrcset::splits()
{
    QFETCH(QString, srcset);
    QFETCH(QStringList, addresses);
    QStringList found;
    for (const SrcsetCandidate &each : srcsetCandidates(srcset))
        found.append(each.address);
    QCOMPARE(found, addresses);
}

void TestSrcset::chooses_data()
{
    QTest::addColumn<QString>("srcset");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("none") << u""_s << u""_s;
    QTest::newRow("smallest that is enough") << u"a 300w, b 3000w, c 1500w, d 1440w"_s << u"d"_s;
    QTest::newRow("largest where none is enough") << u"a 300w, b 900w, c 600w"_s << u"b"_s;
    QTest::newRow("density") << u"a 1x, b 2x, c 3x"_s << u"b"_s;
}

void TestSrcset::chooses()
{
    QFETCH(QString, srcset);
    QFETCH(QString, chosen);
    QCOMPARE(chosenCandidate(srcsetCandidates(srcset)), chosen);
}

QTEST_APPLESS_MAIN(TestSrcset)
#include "tst_srcset.moc"

#include "app/page/nameset.h"

#include <QTest>

class TestNameSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatItWasGiven();
    void knowsNothingElse();
    void full_stillEnds();
};

void TestNameSet::holdsWhatItWasGiven()
{
    const char first[] = "align";
    const NameSet names{first, "alt", "href", "h1", "h2", "h3", "a", "b"};
    for (const QByteArrayView name : {"align", "alt", "href", "h1", "h2", "h3", "a", "b"}) {
        QVERIFY2(names.contains(name), name.data());
        QCOMPARE(names.find(name), name);
    }
    // The constant, not what was asked with: that may be a stranger's memory.
    QCOMPARE(static_cast<const void *>(names.find(QByteArray("align")).data()),
             static_cast<const void *>(first));
}

void TestNameSet::knowsNothingElse()
{
    const NameSet names{"h1", "h2", "td", "th"};
    for (const QByteArrayView name : {"", "h", "h3", "hh", "H1", "td ", "1h", "tdh", "t\xff"})
        QVERIFY2(!names.contains(name), name.data());
    QVERIFY(!NameSet({}).contains("a"));
}

// All in one slot, or nearly so: looking for what is not there finds an empty one.
void TestNameSet::full_stillEnds()
{
    const NameSet names{"abc",
                        "a\x62"
                        "c2",
                        "axbyc",
                        "aybxc",
                        "azbzc",
                        "axbxc"};
    QVERIFY(names.contains("azbzc"));
    QVERIFY(!names.contains("aabac"));
}

QTEST_APPLESS_MAIN(TestNameSet)
#include "tst_nameset.moc"

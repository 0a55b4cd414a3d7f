#include "app/library/fingerprint.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

Fingerprint fingerprint(PathKey path, quint64 identity, const QString &body)
{
    return {path, Identity{identity}, bodyDigest(body), 0, body.isEmpty()};
}

// Groups as sets: their order is nobody's business yet.
QList<QSet<PathKey>> sets(const CopyGroups &groups)
{
    QList<QSet<PathKey>> all;
    qsizetype first = 0;
    for (const qsizetype end : groups.ends) {
        const QList<PathKey> group = groups.paths.mid(first, end - first);
        all << QSet<PathKey>(group.cbegin(), group.cend());
        first = end;
    }
    return all;
}

}

class TestFingerprint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesByIdentity_comeInGroups();
    void copiesByBody_leaveOutEmptyOnes();
    void noCopies_areNoGroups();
    void pathKey_tellsPathsApart();
};

void TestFingerprint::copiesByIdentity_comeInGroups()
{
    Fingerprints all{fingerprint(1, 7, u"a"_s), fingerprint(2, 8, u"b"_s), fingerprint(3, 9, u"c"_s),
                     fingerprint(4, 7, u"d"_s), fingerprint(5, 9, u"e"_s), fingerprint(6, 7, u"f"_s)};
    const QList<QSet<PathKey>> groups = sets(copiesByIdentity(all));
    QCOMPARE(groups.size(), 2);
    QVERIFY(groups.contains({1, 4, 6}));
    QVERIFY(groups.contains({3, 5}));
}

void TestFingerprint::copiesByBody_leaveOutEmptyOnes()
{
    Fingerprints all{fingerprint(1, 1, u"a"_s), fingerprint(2, 2, {}), fingerprint(3, 3, u"a"_s),
                     fingerprint(4, 4, {}), fingerprint(5, 5, u"b"_s)};
    const QList<QSet<PathKey>> groups = sets(copiesByBody(all));
    QCOMPARE(groups, QList<QSet<PathKey>>{QSet<PathKey>({1, 3})});
}

void TestFingerprint::noCopies_areNoGroups()
{
    Fingerprints none;
    QVERIFY(copiesByIdentity(none).paths.isEmpty());
    Fingerprints one{fingerprint(1, 1, u"a"_s)};
    QVERIFY(copiesByBody(one).ends.isEmpty());
}

void TestFingerprint::pathKey_tellsPathsApart()
{
    QCOMPARE(pathKey("a/b.md"), pathKey("a/b.md"));
    QVERIFY(pathKey("a/b.md") != pathKey("a/c.md"));
    QVERIFY(pathKey("\xb2\xe2.md") != pathKey("\xb2\xe3.md")); // no UTF-8: every byte counts
}

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"

#include "app/images/sha256.h"

#include <QCryptographicHash>
#include <QTest>

class TestSha256 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digest_isThatOfTheStandard();
    void digest_isQts_data();
    void digest_isQts();
};

// FIPS 180-4's own example.
void TestSha256::digest_isThatOfTheStandard()
{
    QCOMPARE(sha256("abc").toHex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void TestSha256::digest_isQts_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 55, 56, 63, 64, 65, 1'000'000})
        QTest::addRow("%d", length) << length;
}

void TestSha256::digest_isQts()
{
    QFETCH(int, length);
    QByteArray bytes(length, '\0');
    for (int i = 0; i < length; ++i)
        bytes[i] = char(i * 7);
    QCOMPARE(sha256(bytes), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"

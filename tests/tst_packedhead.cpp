#include "app/archive/packedhead.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPackedHead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void head_isPacked();
    void emptyTexts_areEmpty();
    void parts_makeTheSame();
};

void TestPackedHead::head_isPacked()
{
    ArticleHead head;
    head.title = u"标题"_s;
    head.author = u"a"_s;
    head.categories = {u"一"_s, u"b c"_s};
    head.originalLink = u"https://e.org/"_s;
    head.date = QDateTime(QDate(2021, 11, 23), QTime(12, 0), Qt::OffsetFromUTC, 8 * 3600);
    head.identity = Identity{7};
    head.problems = Problem::EncodingGuessed;
    const PackedHead packed(head);
    QCOMPARE(packed.text(PackedHead::Title).toByteArray(), "标题"_ba);
    QCOMPARE(packed.text(PackedHead::Author).toByteArray(), "a"_ba);
    QCOMPARE(packed.text(PackedHead::HeadImage).toByteArray(), ""_ba);
    QCOMPARE(packed.text(PackedHead::OriginalLink).toByteArray(), "https://e.org/"_ba);
    QCOMPARE(packed.text(PackedHead::Categories).toByteArray(), "一"_ba + '\0' + "b c"_ba + '\0');
    QCOMPARE(packed.date, head.date.toMSecsSinceEpoch());
    QCOMPARE(packed.dateOffset, 8 * 3600);
    QCOMPARE(packed.identity, Identity{7});
    QCOMPARE(packed.problems, Problems(Problem::EncodingGuessed));
}

void TestPackedHead::emptyTexts_areEmpty()
{
    for (const PackedHead &head : {PackedHead(), PackedHead(ArticleHead())}) {
        for (const auto text : {PackedHead::Title, PackedHead::OriginalLink, PackedHead::Categories})
            QVERIFY(head.text(text).isEmpty());
    }
}

void TestPackedHead::parts_makeTheSame()
{
    ArticleHead head;
    head.title = u"t"_s;
    head.headImage = u"i"_s;
    head.date = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    QCOMPARE(PackedHead({"t", "", "i", "", ""}), PackedHead(head));
}

QTEST_APPLESS_MAIN(TestPackedHead)
#include "tst_packedhead.moc"

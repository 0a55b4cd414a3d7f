#include "app/page/standalonepage.h"

#include <QTest>

class TestStandalonePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_stand_in_the_page_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("known key") << QByteArray("<img src=\"article-image://i/a1\" alt=\"x\">")
                                   << QByteArray("<img src=\"data:image/png;base64,UE5H\" alt=\"x\">");
        QTest::newRow("unknown key") << QByteArray("<img src=\"article-image://i/b2\" alt=\"x\">")
                                     << QByteArray("<img  alt=\"x\">");
        QTest::newRow("address in text")
            << QByteArray("<p>article-image://i/a1 src=&quot;article-image://i/a1&quot;</p>")
            << QByteArray("<p>article-image://i/a1 src=&quot;article-image://i/a1&quot;</p>");
        QTest::newRow("twice") << QByteArray(
                                      "<img src=\"article-image://i/a1\"><img src=\"article-image://i/a1\">")
                               << QByteArray("<img src=\"data:image/png;base64,UE5H\">"
                                             "<img src=\"data:image/png;base64,UE5H\">");
        QTest::newRow("cut off") << QByteArray("<img src=\"article-image://i/a1")
                                 << QByteArray("<img src=\"data:image/png;base64,UE5H\"");
        QTest::newRow("command") << QByteArray("<a href=\"article-command://category/1\">Tea</a>")
                                 << QByteArray("<a>Tea</a>");
        QTest::newRow("policy once")
            << QByteArray("<meta content=\"img-src article-image:; x\"><p>img-src article-image:;</p>")
            << QByteArray("<meta content=\"img-src data:; x\"><p>img-src article-image:;</p>");
    }

    void pictures_stand_in_the_page()
    {
        QFETCH(const QByteArray, page);
        QFETCH(const QByteArray, expected);
        QCOMPARE(standalonePage(page, {{"a1", dataAddress("image/png", "PNG")}}), expected);
    }
};

QTEST_APPLESS_MAIN(TestStandalonePage)

#include "tst_standalonepage.moc"

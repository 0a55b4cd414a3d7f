#include "app/page/articlepictures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestArticlePictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictures_areThoseOfThePage_data();
    void pictures_areThoseOfThePage();
    void tooMany_areCut();
    void unreadable_hasNone();

private:
    QStringList read(const QByteArray &text) const;
    QTemporaryDir m_folder;
};

QStringList TestArticlePictures::read(const QByteArray &text) const
{
    QFile file(m_folder.filePath(u"a.md"_s));
    if (!file.open(QFile::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return {u"not written"_s};
    QStringList addresses;
    for (const ImageAddress &address : articlePictures(QFile::encodeName(m_folder.path()), "a.md"))
        addresses << address.url.toString();
    return addresses;
}

void TestArticlePictures::pictures_areThoseOfThePage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("addresses");
    const auto article = [](const QByteArray &head, const QByteArray &body) {
        return "---\ntitle: 'x'\n" + head + "---\n\n<div>" + body + "</div>\n";
    };
    const QString a = u"https://a.example/1.png"_s;
    const QString b = u"https://b.example/2.png"_s;
    QTest::newRow("none") << article({}, "text") << QStringList();
    QTest::newRow("head, then body") << article("headimg: 'https://b.example/2.png'\n",
                                                "<img src='https://a.example/1.png'>")
                                     << QStringList({b, a});
    QTest::newRow("head that the body shows")
        << article("headimg: 'https://a.example/1.png'\n", "<img src='https://a.example/1.png'>")
        << QStringList(a);
    QTest::newRow("no head at all") << article("headimg: 'https://picsum.photos/400/300?random=3'\n", {})
                                    << QStringList();
    QTest::newRow("behind a proxy")
        << article({}, "<img src='https://cors.zfour.workers.dev/?https://a.example/1.png'>")
        << QStringList(a);
    QTest::newRow("relative to the article's link")
        << article("link: https://a.example/posts/1\n", "<img src='/1.png'>") << QStringList(a);
    QTest::newRow("beside the article, and in it")
        << article({}, "<img src='near.png'><img src='data:image/png;base64,iVBORw0KGgo='>") << QStringList();
    QTest::newRow("lazy") << article({}, "<img src='x.gif' data-original='https://a.example/1.png'>")
                                 .replace("x.gif", "data:image/gif;base64,R0lGODlhAQABAAAAACw=")
                          << QStringList(a);
}

void TestArticlePictures::pictures_areThoseOfThePage()
{
    QFETCH(QByteArray, text);
    QTEST(read(text), "addresses");
}

void TestArticlePictures::tooMany_areCut()
{
    QByteArray body;
    for (int i = 0; i < 400; ++i)
        body += "<img src='https://a.example/" + QByteArray::number(i) + ".png'>";
    QCOMPARE(read("---\ntitle: x\nheadimg: https://b.example/1.png\n---\n\n<div>" + body + "</div>\n").size(),
             300);
}

void TestArticlePictures::unreadable_hasNone()
{
    QVERIFY(articlePictures(QFile::encodeName(m_folder.path()), "none.md").isEmpty());
}

QTEST_GUILESS_MAIN(TestArticlePictures)
#include "tst_articlepictures.moc"

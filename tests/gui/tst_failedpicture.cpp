#include "ui/failedpicture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFailedPicture final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void declaredSize_isKept_data()
    {
        QTest::addColumn<QSize>("declared");
        QTest::addColumn<QSize>("box");
        QTest::newRow("as it is") << QSize(500, 300) << QSize(500, 300);
        QTest::newRow("wider than the column") << QSize(1280, 960) << QSize(640, 480);
        QTest::newRow("flat") << QSize(4000, 2) << QSize(640, 1);
    }

    void declaredSize_isKept()
    {
        QFETCH(const QSize, declared);
        QTEST(extent(failedPicture(m_answer, declared, m_colors, u"I"_s)), "box");
    }

    void withoutASize_everythingHasRoom()
    {
        const QStringList texts = textsOf(failedPicture(m_answer, {}, m_colors, u"I"_s));
        QCOMPARE(texts, QStringList({u"Picture from a.example"_s, u"The server refused it (403)."_s,
                                     u"Tried: plainly · over https"_s, u"Press I to try again."_s}));
    }

    void littleRoom_isForWhatMattersMost_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<QStringList>("texts");
        const QString host = u"Picture from a.example"_s;
        const QString reason = u"The server refused it (403)."_s;
        const QString again = u"Press I to try again."_s;
        QTest::newRow("three lines") << 135 << QStringList({host, reason, again});
        QTest::newRow("two lines") << 115 << QStringList({host, reason});
        QTest::newRow("one line") << 95 << QStringList({reason});
        QTest::newRow("none") << 60 << QStringList();
    }

    void littleRoom_isForWhatMattersMost()
    {
        QFETCH(const int, height);
        QTEST(textsOf(failedPicture(m_answer, {400, height}, m_colors, u"I"_s)), "texts");
    }

    void whatCanBeDone_isSaid_data()
    {
        QTest::addColumn<ImageFailure>("failure");
        QTest::addColumn<QString>("last");
        QTest::newRow("not asked") << ImageFailure::NotAsked << u"Press I to fetch them."_s;
        QTest::newRow("never") << ImageFailure::NotWanted
                               << u"Preferences, Pictures: fetch them after all."_s;
        QTest::newRow("offline") << ImageFailure::Offline
                                 << u"It has not been fetched yet, and the network is switched off."_s;
        QTest::newRow("too many") << ImageFailure::TooMany
                                  << u"Click it, or press Enter on it, to see it by itself."_s;
        QTest::newRow("too large together")
            << ImageFailure::TooManyPixels << u"Click it, or press Enter on it, to see it by itself."_s;
        QTest::newRow("a dot") << ImageFailure::Dot << u"Press I to try again."_s;
    }

    void whatCanBeDone_isSaid()
    {
        QFETCH(const ImageFailure, failure);
        const QByteArray box = failedPicture({.failure = failure}, {}, m_colors, u"I"_s);
        QTEST(textsOf(box).constLast(), "last");
    }

    // In a file there is no key to press and nothing to click.
    void withoutAKey_nothingCanBeDone_data() { whatCanBeDone_isSaid_data(); }
    void withoutAKey_nothingCanBeDone()
    {
        QFETCH(const ImageFailure, failure);
        QFETCH(const QString, last);
        if (last.startsWith(u"Press"_s) || last.startsWith(u"Click"_s))
            QVERIFY(!failedPicture({.failure = failure}, {}, m_colors).contains(last.toUtf8()));
    }

    // Where the window is narrow, letters stay as large as they are.
    void narrowColumn_wrapsTheText()
    {
        const QByteArray box = failedPicture(m_answer, {}, m_colors, u"I"_s, 200);
        QCOMPARE(extent(box).width(), 200);
        QVERIFY(textsOf(box).size() > 4);
        QCOMPARE(extent(failedPicture(m_answer, {500, 300}, m_colors, u"I"_s, 200)), QSize(200, 120));
    }

    void cutOffText_saysSo()
    {
        const ImageAnswer answer{.failure = ImageFailure::HostNotFound};
        const QStringList texts = textsOf(failedPicture(answer, {160, 110}, m_colors, u"I"_s));
        QVERIFY2(!texts.isEmpty() && texts.last().endsWith(u'…'), qPrintable(texts.join(u'|')));
    }

    void onPaper_nothingIsToBePressed()
    {
        const QByteArray screen = failedPicture(m_answer, {}, m_colors, u"I"_s);
        const QByteArray paper = failedPicture(m_answer, {}, m_colors, u"I"_s, usualColumn, Medium::Paper);
        QCOMPARE(extent(paper), extent(screen));
        QCOMPARE(textsOf(paper).mid(0, 3), textsOf(screen).mid(0, 3));
        QVERIFY(!paper.contains("Press"));
    }

    void text_isEscaped()
    {
        const ImageAnswer answer{.failure = ImageFailure::TimedOut, .host = u"<b>&\"'"_s};
        QVERIFY(failedPicture(answer, {}, m_colors).contains("&lt;b&gt;&amp;&quot;"));
    }

private:
    static QSize extent(const QByteArray &svg)
    {
        static const QRegularExpression sides(u"width=\"(\\d+)\" height=\"(\\d+)\""_s);
        const QRegularExpressionMatch match = sides.match(QString::fromUtf8(svg));
        return {match.captured(1).toInt(), match.captured(2).toInt()};
    }

    static QStringList textsOf(const QByteArray &svg)
    {
        static const QRegularExpression text(u"<text[^>]*>([^<]*)</text>"_s);
        QStringList texts;
        for (auto all = text.globalMatch(QString::fromUtf8(svg)); all.hasNext();)
            texts << all.next().captured(1);
        return texts;
    }

    const ThemeColors m_colors = themeColors(Theme::Light);
    const ImageAnswer m_answer{
        .failure = ImageFailure::HttpStatus,
        .host = u"a.example"_s,
        .detail = u"403"_s,
        .tried = {{Rung::Plain, u"http"_s, u"a.example"_s, {}, ImageFailure::HttpStatus, u"403"_s},
                  {Rung::OtherScheme, u"https"_s, u"a.example"_s, {}, ImageFailure::TimedOut, {}}}};
};

QTEST_MAIN(TestFailedPicture)
#include "tst_failedpicture.moc"

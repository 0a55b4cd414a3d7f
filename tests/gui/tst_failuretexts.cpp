#include "ui/failuretexts.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFailureTexts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status_isExplained_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("gone") << u"404"_s << u"The server does not have it any more (404)."_s;
        QTest::newRow("refused") << u"403"_s << u"The server refused it (403)."_s;
        QTest::newRow("too often") << u"429"_s << u"The server has been asked too often (429)."_s;
        QTest::newRow("in trouble") << u"502"_s << u"The server is in trouble (502)."_s;
    }

    void status_isExplained()
    {
        QFETCH(const QString, status);
        QTEST(failureSentence({.failure = ImageFailure::HttpStatus, .detail = status}), "sentence");
    }

    void everyFailure_hasASentence()
    {
        for (int i = 1; i <= int(ImageFailure::TooManyPixels); ++i)
            QVERIFY2(failureSentence({.failure = ImageFailure(i)}).endsWith(u'.'),
                     qPrintable(QString::number(i)));
    }

    void whatWasRemembered_isSaid()
    {
        ImageAnswer answer{.failure = ImageFailure::HttpStatus, .host = u"a.example"_s, .detail = u"404"_s};
        QCOMPARE(failureLines(answer).size(), 3);
        QCOMPARE(failureLines(answer).first(), u"Picture from a.example"_s);
        answer.tried = m_ways;
        QCOMPARE(failureLines(answer).size(), 2);
    }

    void ways_areNamedInShort()
    {
        QCOMPARE(waysInShort({}), QString());
        QCOMPARE(waysInShort(m_ways.first(1)), QString());
        QCOMPARE(waysInShort(m_ways), u"Tried: plainly · as from site.example · over https · at b.example"_s);
    }

    void ways_areToldInFull()
    {
        const QStringList lines = waysInFull(m_ways);
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(0), u"Plainly: The server refused it (403)."_s);
        QCOMPARE(lines.at(2), u"As from site.example, which this server is known to want: "
                              "The server sent a web page in place of the picture."_s);
        QCOMPARE(lines.at(4), u"At another address, on b.example: The server did not answer in time."_s);
        QCOMPARE(waysInFull(m_ways.first(1)), QStringList());
    }

private:
    const QString m_host = u"a.example"_s;
    const QString m_site = u"site.example"_s;
    const QList<TriedWay> m_ways{
        {Rung::Plain, u"http"_s, m_host, {}, ImageFailure::HttpStatus, u"403"_s},
        {Rung::ProxyReferrer, u"http"_s, m_host, m_site, ImageFailure::HttpStatus, u"403"_s},
        {Rung::KnownReferrer, u"http"_s, m_host, m_site, ImageFailure::NotAPicture, u"HTML"_s},
        {Rung::OtherScheme, u"https"_s, m_host, {}, ImageFailure::NoConnection, {}},
        {Rung::OtherAddress, u"https"_s, u"b.example"_s, {}, ImageFailure::TimedOut, {}},
    };
};

QTEST_GUILESS_MAIN(TestFailureTexts)
#include "tst_failuretexts.moc"

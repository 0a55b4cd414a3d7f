#include "app/images/imageanswer.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestImageAnswer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failure_isToldWithItsWays()
    {
        const QList<TriedWay> tried{{.host = u"b.example"_s}};
        const ImageAnswer answer = failedAnswer(
            m_request, {.failure = ImageFailure::HttpStatus, .host = u"b.example"_s, .detail = u"403"_s},
            tried);
        QCOMPARE(answer.number, m_request.number);
        QCOMPARE(answer.failure, ImageFailure::HttpStatus);
        QCOMPARE(answer.host, u"b.example"_s);
        QCOMPARE(answer.detail, u"403"_s);
        QCOMPARE(answer.tried, tried);
        QVERIFY(answer.bytes.isEmpty());
    }

    void unaskedHost_isThePictures()
    {
        const ImageAnswer answer = failedAnswer(m_request, ImageFailure::Offline);
        QCOMPARE(answer.failure, ImageFailure::Offline);
        QCOMPARE(answer.host, u"a.example"_s);
        QVERIFY(answer.tried.isEmpty());
    }

private:
    const ImageRequest m_request{.number = 7, .address = {QUrl(u"https://a.example/1.png"_s), {}, {}}};
};

QTEST_GUILESS_MAIN(TestImageAnswer)
#include "tst_imageanswer.moc"

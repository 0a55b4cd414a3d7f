#include "app/images/fetchqueue.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Pictures are "https://HOST/NAME"; those whose name begins with "q" are quiet.
class TestFetchQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void longestWaiting_isFirst();
    void busyHost_isPassedOver();
    void limits_hold();
    void moreConnections_areWithinTheLimits();
    void quiet_waitsForTheUrgent();
    void quiet_leavesRoom();
    void quiet_becomesUrgent();
    void restingHost_isAskedWhatIsUrgent();
    void removed_isNotBegun();

private:
    void append(const QStringList &pictures);
    QStringList begun();
    static FetchQueue::Place placeOf(const QUrl &picture);

    ImageLimits m_limits;
    std::unique_ptr<FetchQueue> m_queue;
};

void TestFetchQueue::init()
{
    m_limits = {};
    m_limits.fetches = 6;
    m_limits.fetchesPerHost = 3;
    m_limits.quietFetches = 2;
    m_limits.quietFetchesPerHost = 1;
    m_queue = std::make_unique<FetchQueue>(m_limits);
}

void TestFetchQueue::append(const QStringList &pictures)
{
    for (const QString &picture : pictures)
        m_queue->append(QUrl(u"https://"_s + picture));
}

FetchQueue::Place TestFetchQueue::placeOf(const QUrl &picture)
{
    return {picture.host(), picture.path().startsWith(u"/q") ? FetchUrgency::Quiet : FetchUrgency::Urgent};
}

// Everything that may begin now.
QStringList TestFetchQueue::begun()
{
    QStringList pictures;
    while (const std::optional<QUrl> picture = m_queue->begin(&placeOf))
        pictures << picture->toString().mid(8);
    return pictures;
}

void TestFetchQueue::longestWaiting_isFirst()
{
    append({u"a.example/1"_s, u"b.example/2"_s});
    m_queue->prepend(QUrl(u"https://c.example/3"_s));
    QCOMPARE(begun(), QStringList({u"c.example/3"_s, u"a.example/1"_s, u"b.example/2"_s}));
}

void TestFetchQueue::busyHost_isPassedOver()
{
    append({u"a.example/1"_s, u"a.example/2"_s, u"a.example/3"_s, u"a.example/4"_s, u"b.example/5"_s});
    QCOMPARE(begun().last(), u"b.example/5"_s);
    QCOMPARE(begun(), QStringList());
    m_queue->end({u"a.example"_s, FetchUrgency::Urgent});
    QCOMPARE(begun(), QStringList(u"a.example/4"_s));
}

void TestFetchQueue::limits_hold()
{
    for (int i = 0; i < 10; ++i)
        append({u"host%1.example/1"_s.arg(i)});
    QCOMPARE(begun().size(), m_limits.fetches);
    m_queue->end({u"host0.example"_s, FetchUrgency::Urgent});
    m_queue->end({u"host1.example"_s, FetchUrgency::Urgent});
    QCOMPARE(begun().size(), 2);
}

void TestFetchQueue::moreConnections_areWithinTheLimits()
{
    const FetchQueue::Place urgent{u"a.example"_s, FetchUrgency::Urgent};
    const FetchQueue::Place quiet{u"b.example"_s, FetchUrgency::Quiet};
    append({u"a.example/1"_s, u"a.example/2"_s, u"b.example/q1"_s});
    QCOMPARE(begun().size(), 3);
    QVERIFY(m_queue->extend(urgent));
    QVERIFY(!m_queue->extend(urgent));
    QVERIFY(!m_queue->extend(quiet));
    append({u"a.example/3"_s});
    QCOMPARE(begun(), QStringList());
    m_queue->end(urgent);
    QCOMPARE(begun(), QStringList(u"a.example/3"_s));
    append({u"c.example/1"_s});
    QCOMPARE(begun().size(), 1); // the fifth of six
    QVERIFY(m_queue->extend({u"c.example"_s, FetchUrgency::Urgent}));
    QVERIFY(!m_queue->extend({u"c.example"_s, FetchUrgency::Urgent}));
}

void TestFetchQueue::quiet_waitsForTheUrgent()
{
    append({u"a.example/q1"_s, u"b.example/1"_s, u"b.example/2"_s, u"b.example/3"_s, u"b.example/4"_s});
    QCOMPARE(begun(), QStringList({u"b.example/1"_s, u"b.example/2"_s, u"b.example/3"_s}));
    m_queue->end({u"b.example"_s, FetchUrgency::Urgent});
    QCOMPARE(begun(), QStringList({u"b.example/4"_s, u"a.example/q1"_s}));
}

void TestFetchQueue::quiet_leavesRoom()
{
    append({u"a.example/q1"_s, u"a.example/q2"_s, u"b.example/q1"_s, u"c.example/q1"_s});
    QCOMPARE(begun(), QStringList({u"a.example/q1"_s, u"b.example/q1"_s}));
    append({u"a.example/1"_s, u"a.example/2"_s});
    QCOMPARE(begun(), QStringList({u"a.example/1"_s, u"a.example/2"_s}));
    m_queue->end({u"b.example"_s, FetchUrgency::Quiet});
    QCOMPARE(begun(), QStringList(u"c.example/q1"_s)); // of a.example one runs already
    m_queue->end({u"a.example"_s, FetchUrgency::Quiet});
    QCOMPARE(begun(), QStringList(u"a.example/q2"_s));
}

void TestFetchQueue::quiet_becomesUrgent()
{
    append({u"a.example/q1"_s});
    const auto urgent = [](const QUrl &picture) {
        return FetchQueue::Place{picture.host(), FetchUrgency::Urgent};
    };
    QVERIFY(m_queue->begin(urgent));
    append({u"b.example/q1"_s, u"c.example/q1"_s});
    QCOMPARE(begun().size(), 2); // the urgent one takes none of their room
}

void TestFetchQueue::restingHost_isAskedWhatIsUrgent()
{
    append({u"a.example/q1"_s, u"a.example/1"_s, u"b.example/q1"_s});
    const auto resting = [](const QUrl &picture) {
        FetchQueue::Place place = placeOf(picture);
        place.isResting = place.host == u"a.example";
        return place;
    };
    QCOMPARE(m_queue->begin(resting), QUrl(u"https://a.example/1"_s));
    QCOMPARE(m_queue->begin(resting), QUrl(u"https://b.example/q1"_s));
    QVERIFY(!m_queue->begin(resting));
    QCOMPARE(begun(), QStringList(u"a.example/q1"_s));
}

void TestFetchQueue::removed_isNotBegun()
{
    append({u"a.example/1"_s, u"b.example/2"_s});
    m_queue->remove(QUrl(u"https://a.example/1"_s));
    QCOMPARE(begun(), QStringList(u"b.example/2"_s));
}

QTEST_GUILESS_MAIN(TestFetchQueue)
#include "tst_fetchqueue.moc"

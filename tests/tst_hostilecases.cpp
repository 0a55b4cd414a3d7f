#include "app/page/sanitizer.h"
#include "tests/hostilecases.h"
#include "tests/safehtmlinvariants.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

SafeHtml safe(const QString &html)
{
    return sanitize(html, BodyFormat::Html, hostileContext());
}

QString picturesOf(const SafeHtml &page)
{
    QStringList result;
    for (const PagePicture &picture : page.pictures())
        result.append(picture.inlineData.isEmpty() ? picture.address.url.toString(QUrl::FullyEncoded)
                                                   : u"inline"_s);
    return result.join(u' ');
}

// The first word that is not there behind the one before it.
QString missingWord(const QString &text, const QString &words)
{
    qsizetype at = 0;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        at = text.indexOf(word, at);
        if (at < 0)
            return word;
        at += word.size();
    }
    return {};
}

}

// The table against the sanitizer alone; tests/gui shows the same rows to a browser.
class TestHostileCases final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_isLargeAndDistinct();
    void everyCase_data();
    void everyCase();
    void everyCase_anywhere();
    void bombs_data();
    void bombs();
};

void TestHostileCases::table_isLargeAndDistinct()
{
    QVERIFY(hostileRows().size() >= 600);
    QSet<QString> names;
    QSet<QString> bodies;
    for (const HostileCase &each : hostileCases()) {
        QVERIFY2(!names.contains(each.name), qPrintable(each.name));
        names.insert(each.name);
        if (!each.name.startsWith(u"product"))
            QVERIFY2(!bodies.contains(each.html), qPrintable(each.name));
        bodies.insert(each.html);
    }
}

void TestHostileCases::everyCase_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < hostileCases().size(); ++i)
        QTest::newRow(hostileCases().at(i).name.toUtf8().constData()) << i;
}

void TestHostileCases::everyCase()
{
    QFETCH(int, index);
    const HostileCase &each = hostileCases().at(index);
    const SafeHtml page = safe(each.html);
    QCOMPARE(brokenInvariant(page), QString());
    QVERIFY(!page.isSimplified());
    if (!each.output.isNull())
        QCOMPARE(QString::fromUtf8(page.html()), each.output);
    if (!each.pictures.isNull())
        QCOMPARE(picturesOf(page), each.pictures);
    QVERIFY2(missingWord(plainText(page), each.kept).isEmpty(), page.html().constData());
    const SafeHtml again = safe(asStranger(page));
    QCOMPARE(brokenInvariant(again), QString());
    QCOMPARE(withoutClasses(QString::fromUtf8(again.html())), withoutClasses(QString::fromUtf8(page.html())));
}

// The same inside of whatever may stand around it.
void TestHostileCases::everyCase_anywhere()
{
    for (const QString &around : {u"<div>before %</div>"_s, u"<p title=\"%"_s, u"<table><tr><td>%"_s,
                                  u"<b><a href=x>%</b>"_s, u"<!--%"_s, u"<pre>%</pre>"_s, u"<table>%"_s,
                                  u"<svg><desc>%"_s, u"<math><mtext>%"_s, u"<ruby><rt>%"_s}) {
        for (const HostileCase &each : hostileRows()) {
            const SafeHtml page = safe(QString(around).replace(u'%', each.html));
            const QString where = each.name + u" in "_s + around + u": "_s;
            QVERIFY2(brokenInvariant(page).isEmpty(), qPrintable(where + brokenInvariant(page)));
            QVERIFY2(!page.isSimplified(), qPrintable(where));
            const SafeHtml again = safe(asStranger(page));
            QVERIFY2(withoutClasses(QString::fromUtf8(again.html())) ==
                         withoutClasses(QString::fromUtf8(page.html())),
                     qPrintable(where + QString::fromUtf8(page.html() + "\n" + again.html())));
        }
    }
}

void TestHostileCases::bombs_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < hostileBombs().size(); ++i)
        QTest::newRow(hostileBombs().at(i).name.toUtf8().constData()) << i;
}

// A timing is no test; that a bomb ends at all, with the text or a page within the grammar, is one.
void TestHostileCases::bombs()
{
    QFETCH(int, index);
    const HostileCase &each = hostileBombs().at(index);
    QElapsedTimer timer;
    timer.start();
    const SafeHtml page = safe(each.html);
    qInfo("%lld ms, simplified: %d, %lld bytes", timer.elapsed(), page.isSimplified(),
          qlonglong(page.html().size()));
    QVERIFY(timer.elapsed() < 20'000);
    QCOMPARE(brokenInvariant(page), QString());
    QVERIFY(page.html().contains(each.kept.toUtf8()));
}

QTEST_APPLESS_MAIN(TestHostileCases)
#include "tst_hostilecases.moc"

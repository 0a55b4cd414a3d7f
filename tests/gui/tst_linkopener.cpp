#include "ui/linkopener.h"

#include "tests/patience.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLinkOpener final : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void take(const QUrl &address) { m_opened << address; }

private Q_SLOTS:
    void init()
    {
        m_opened.clear();
        for (const QString &scheme : schemes())
            QDesktopServices::setUrlHandler(scheme, this, "take");
    }

    void cleanup()
    {
        for (const QString &scheme : schemes())
            QDesktopServices::unsetUrlHandler(scheme);
    }

    void anotherHost_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isAnother");
        QTest::newRow("words") << u"read on"_s << false;
        QTest::newRow("the same") << u"https://example.com/a"_s << false;
        QTest::newRow("with www") << u"www.example.com"_s << false;
        QTest::newRow("another") << u"https://bank.example.org/login"_s << true;
        QTest::newRow("bare host") << u"bank.example.org"_s << true;
        QTest::newRow("another, as a sentence ends") << u"https://bank.example.org."_s << true;
        QTest::newRow("another, and more") << u"https://bank.example.org – login"_s << true;
        QTest::newRow("bare host, and more") << u"bank.example.org, sign in"_s << true;
        QTest::newRow("behind what nobody sees") << u"\u200bbank.example.org"_s << true;
        QTest::newRow("behind a name") << u"https://example.com@bank.example.org/"_s << true;
        QTest::newRow("not in Latin letters") << u"bücher.de"_s << true;
        QTest::newRow("a number") << u"https://192.0.2.1/"_s << true;
        QTest::newRow("the same, as a sentence ends") << u"https://EXAMPLE.com."_s << false;
        QTest::newRow("a number of a version") << u"1.5"_s << false;
        QTest::newRow("a sentence with a host") << u"see bank.example.org for more"_s << false;
        QTest::newRow("a file name") << u"main.cpp and more"_s << false;
    }

    void anotherHost()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isAnother);
        QCOMPARE(namesAnotherHost(QUrl(u"https://example.com/x"_s), text), isAnother);
    }

    void web_isOpenedAtOnce()
    {
        QWidget window;
        LinkOpener links(&window);
        links.open(QUrl(u"https://example.com/a"_s), u"a"_s);
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.com/a"_s)});
    }

    void otherSchemes_areRefused()
    {
        QWidget window;
        LinkOpener links(&window);
        QSignalSpy refused(&links, &LinkOpener::refused);
        links.open(QUrl(u"file:///etc/passwd"_s), {});
        links.open(QUrl(u"javascript:alert(1)"_s), {});
        links.open(QUrl(), {});
        QCOMPARE(refused.count(), 3);
        const QString longAddress = QString(300, u'x') + u":y"_s;
        links.open(QUrl(longAddress), {});
        QVERIFY(refused.last().first().toString().size() < 200); // it is no word as wide as the window
        links.copyRefused();
        QCOMPARE(QGuiApplication::clipboard()->text(), longAddress);
        QVERIFY(m_opened.isEmpty());
    }

    void doubtful_isAskedAbout_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("agree");
        QTest::newRow("mail, yes") << u"mailto:a@example.com"_s << u"write"_s << true;
        QTest::newRow("mail, no") << u"mailto:a@example.com"_s << u"write"_s << false;
        QTest::newRow("look-alike") << u"https://xn--e1awd7f.com/"_s << u"here"_s << false;
        QTest::newRow("another host") << u"https://example.com/"_s << u"bank.example.org"_s << false;
    }

    void doubtful_isAskedAbout()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, text);
        QFETCH(const bool, agree);
        QWidget window;
        LinkOpener links(&window);
        links.open(QUrl(address), text);
        auto *box = window.findChild<QMessageBox *>();
        QVERIFY(box && !box->isModal());
        QVERIFY(box->text().contains(QUrl(address).host(QUrl::FullyEncoded)));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        QVERIFY(m_opened.isEmpty());
        box->button(agree ? QMessageBox::Yes : QMessageBox::Cancel)->click();
        QCOMPARE(m_opened.size(), agree ? 1 : 0);
    }

    void nobodysLink_isAskedAbout()
    {
        QWidget window;
        LinkOpener links(&window);
        const QUrl address(u"https://example.com/a"_s);
        const auto answer = [&window](QMessageBox::StandardButton button) {
            const QList<QMessageBox *> boxes = window.findChildren<QMessageBox *>();
            QCOMPARE(boxes.size(), 1);
            boxes.first()->button(button)->click();
            QTRY_VERIFY_WITH_TIMEOUT(window.findChildren<QMessageBox *>().isEmpty(), patience);
        };
        links.openAfterAsking(address);
        links.openAfterAsking(address); // while the question stands
        answer(QMessageBox::Yes);
        QCOMPARE(m_opened, QList<QUrl>{address});
        links.openAfterAsking(address);
        answer(QMessageBox::Cancel);
        links.openAfterAsking(address); // right after a refusal
        QVERIFY(window.findChildren<QMessageBox *>().isEmpty());
        QCOMPARE(m_opened.size(), 1);
        links.open(address, {}); // the reader's own
        QCOMPARE(m_opened.size(), 2);
    }

private:
    static QStringList schemes() { return {u"http"_s, u"https"_s, u"mailto"_s, u"file"_s, u"javascript"_s}; }

    QList<QUrl> m_opened;
};

QTEST_MAIN(TestLinkOpener)

#include "tst_linkopener.moc"

#include "tests/gui/picturepanetest.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

// How large pictures are on the page, and what they look like there.
class TestPanePictureSizes final : public PicturePaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void cleanup() { endEach(); }
    void cleanupTestCase() { m_window.reset(); }

    // What is to be pressed is for the screen alone.
    void failedPicture_isAnotherOnPaper()
    {
        m_pane->setRetryKey(u"I"_s);
        showBody(u"<p><img src=\"http://pictures.example.org/never.png\"></p>"_s);
        const QString source = u"document.images[0].src"_s;
        const QString onScreen = ask(source).toString();
        QSignalSpy made(m_pane, &WebPane::pdfMade);
        m_pane->makePdf();
        QVERIFY2(ask(source).toString() != onScreen, qPrintable(onScreen));
        QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, patience);
        QVERIFY(made.first().first().toByteArray().startsWith("%PDF-"));
        QTRY_COMPARE_WITH_TIMEOUT(ask(source).toString(), onScreen, patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            ask(u"document.images[0].complete && document.images[0].naturalWidth > 0"_s).toBool(), patience);
    }

    // Its text would shrink with it, and wrap no better.
    void failedPicture_followsTheWindow()
    {
        showBody(u"<p><img src=\"http://pictures.example.org/never.png\"></p>"_s);
        const QString widths = u"[document.images[0].naturalWidth, document.images[0].width].join()"_s;
        const QString wide = ask(widths).toString();
        QVERIFY2(wide.section(u',', 0, 0) == wide.section(u',', 1), qPrintable(wide));
        const auto wideAgain = qScopeGuard([this] { m_window->resize(800, 600); });
        m_window->resize(420, 600);
        const QString isWhole = u"document.images[0].complete && document.images[0].naturalWidth < 420 && "
                                "document.images[0].naturalWidth === document.images[0].width"_s;
        QTRY_VERIFY2_WITH_TIMEOUT(ask(isWhole).toBool(), qPrintable(ask(widths).toString()), patience);
        m_window->resize(800, 600);
        QTRY_COMPARE_WITH_TIMEOUT(ask(widths).toString(), wide, patience);
    }

    void unknownSize_movesNoText_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1600, 400);
        QTest::newRow("high") << QSize(900, 1000);
        QTest::newRow("small") << QSize(300, 250);
    }

    // The text under a picture in sight stays where it is until the reader scrolls.
    void unknownSize_movesNoText()
    {
        QFETCH(const QSize, size);
        showBody(u"<p>Above</p><p><img src=\"%1\"></p><p>Under it</p>%2"_s.arg(
                     held(u"/%1.png"_s.arg(size.width())), u"<p>More</p>"_s.repeated(60)),
                 Pictures::Missing);
        const QString top = u"document.querySelectorAll('p')[2].getBoundingClientRect().top + scrollY"_s;
        QTRY_COMPARE_WITH_TIMEOUT(m_server.heldCount(), 1, patience);
        const double before = ask(top).toDouble();
        QVERIFY(before < ask(u"innerHeight"_s).toDouble());
        waitUntilItIsRead();
        m_server.release(twoColours(size, "PNG"));
        waitForPictures();
        QCOMPARE(ask(u"document.images[0].naturalWidth"_s).toInt(), size.width());
        QCOMPARE(ask(top).toDouble(), before);
        ask(u"document.scrollingElement.scrollTop = 40"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ask(u"!document.images[0].hasAttribute('data-awaited')"_s).toBool(),
                                 patience);
        const double ratio = ask(u"document.images[0].width / document.images[0].height"_s).toDouble();
        QVERIFY(std::abs(ratio - double(size.width()) / size.height()) < 0.02 * ratio);
    }

    void unknownSize_takesItsOwnAtOnce_data()
    {
        QTest::addColumn<QString>("after");
        QTest::addColumn<QSize>("size");
        const QString text = u"<p>Under it</p>"_s;
        QTest::newRow("nothing after it") << QString() << QSize(800, 900);
        QTest::newRow("it would be tiny") << text << QSize(300, 3000);
        QTest::newRow("it would be lost") << text << QSize(40, 40);
    }

    void unknownSize_takesItsOwnAtOnce()
    {
        QFETCH(const QString, after);
        QFETCH(const QSize, size);
        showBody(u"<p><img src=\"%1\"></p>%2"_s.arg(held(u"/own%1.png"_s.arg(size.height())), after),
                 Pictures::Missing);
        QTRY_COMPARE_WITH_TIMEOUT(m_server.heldCount(), 1, patience);
        QVERIFY(ask(u"document.images[0].height > 200"_s).toBool());
        waitUntilItIsRead();
        m_server.release(twoColours(size, "PNG"));
        waitForPictures();
        QTRY_VERIFY_WITH_TIMEOUT(ask(u"!document.images[0].hasAttribute('data-awaited')"_s).toBool(),
                                 patience);
    }

    // Nobody would ever scroll, and the picture never be as large as it is.
    void unknownSize_isNotHeldWherePageIsShort()
    {
        m_window->resize(800, 1400);
        const auto smallAgain = qScopeGuard([this] { m_window->resize(800, 600); });
        showBody(u"<p><img src=\"%1\"></p><p>Under it</p>"_s.arg(held(u"/short.png"_s)), Pictures::Missing);
        QTRY_COMPARE_WITH_TIMEOUT(m_server.heldCount(), 1, patience);
        waitUntilItIsRead();
        m_server.release(twoColours({400, 450}, "PNG"));
        waitForPictures();
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"document.images[0].height"_s).toInt(), 450, patience);
    }

    void photograph_standsUpright_data()
    {
        QTest::addColumn<quint16>("orientation");
        QTest::addColumn<QSize>("size");
        QTest::newRow("as it is") << quint16(1) << QSize(80, 40);
        QTest::newRow("to the left") << quint16(8) << QSize(40, 80);
        QTest::newRow("to the right") << quint16(6) << QSize(40, 80);
    }

    void photograph_standsUpright()
    {
        QFETCH(const quint16, orientation);
        QFETCH(const QSize, size);
        const QByteArray bytes = photograph({80, 40}, orientation);
        QCOMPARE(imageSize(bytes), size);
        showBody(
            u"<p><img src=\"data:image/jpeg;base64,%1\"></p>"_s.arg(QString::fromLatin1(bytes.toBase64())));
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"document.images[0].naturalWidth"_s).toInt(), size.width(), patience);
        QCOMPARE(ask(u"document.images[0].naturalHeight"_s).toInt(), size.height());
        QCOMPARE(ask(u"document.images[0].height"_s).toInt(), size.height());
    }

    // White, and a tenth of a second later black. Chromium keeps pictures in memory from page to page.
    void animation_movesUnlessItIsToBeStill()
    {
        showBody(
            u"<p><img src=\"data:image/gif;base64,%1\"></p>"_s.arg(QString::fromLatin1(blink().toBase64())));
        QTRY_VERIFY_WITH_TIMEOUT(lightness() < 64, patience);
        PageStyle still;
        still.motion = PictureMotion::Still;
        const auto back = qScopeGuard([this] { m_pane->setPageStyle({}); });
        QSignalSpy visible(m_pane, &WebPane::articleVisible);
        m_pane->setPageStyle(still);
        QVERIFY(visible.wait(patience));
        QTRY_VERIFY_WITH_TIMEOUT(ask(u"document.images[0].naturalWidth"_s).toInt() == 40, patience);
        const QString second =
            u"self.began = self.began || performance.now(); performance.now() > began + 1000"_s;
        QTRY_VERIFY_WITH_TIMEOUT(ask(second).toBool(), patience);
        QVERIFY(lightness() > 192);
    }

private:
    // GIF89a, two frames of one colour each.
    static QByteArray blink()
    {
        const QByteArray head("GIF89a\x28\0\x28\0\x80\0\0\0\0\0\xff\xff\xff", 19);
        return head + frame(1) + frame(0) + ';';
    }

    // A tenth of a second, 40 × 40 pixels. Codes of three bits; the table is emptied before it needs four.
    static QByteArray frame(quint32 color)
    {
        constexpr quint32 emptyTable = 4;
        constexpr quint32 end = 5;
        QByteArray codes;
        quint32 bits = 0;
        int count = 0;
        const auto put = [&](quint32 code) {
            bits |= code << count;
            for (count += 3; count >= 8; count -= 8, bits >>= 8)
                codes += static_cast<char>(bits & 0xff);
        };
        for (int pair = 0; pair < 40 * 40 / 2; ++pair) {
            put(emptyTable);
            put(color);
            put(color);
        }
        put(end);
        codes += static_cast<char>(bits & 0xff);
        QByteArray bytes("\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x28\0\x28\0\0\x02", 19);
        for (qsizetype i = 0; i < codes.size(); i += 255) {
            const QByteArray block = codes.mid(i, 255);
            bytes += static_cast<char>(block.size()) + block;
        }
        return bytes + '\0';
    }

    // Of the first picture's middle, on the screen.
    int lightness()
    {
        const QPoint place = m_pane->mapTo(m_window.get(), placeOf(0));
        return m_window->grab().toImage().pixelColor(place).lightness();
    }

    // What comes sooner comes with the page.
    void waitUntilItIsRead()
    {
        ask(u"self.shown = performance.now()"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ask(u"performance.now() - self.shown > 250"_s).toBool(), patience);
    }
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestPanePictureSizes>(argc, argv);
}

#include "tst_panepicturesizes.moc"

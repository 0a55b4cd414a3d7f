#include "../pictureserver.h"
#include "photograph.h"
#include "scriptanswer.h"
#include "tests/gui/enginetest.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait: the machine may be busy

// The pictures of a page as things to open: by Tab and Enter, by the mouse, by a key of the window.
class TestPanePictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ImageLoader::Options options;
        options.storeFolder = m_folder.filePath(u"store"_s);
        options.network = NetworkUse::Offline;
        options.limits.imagesPerArticle = 4;
        m_hosts.answers[u"pictures.example.org"_s] = {{QHostAddress(QHostAddress::LocalHost)}};
        options.resolve = m_hosts.resolver();
        options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
        m_images = std::make_unique<ImageLoader>(options);
        m_images->open();
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        auto *layout = new QVBoxLayout(m_window.get());
        layout->setContentsMargins({});
        m_pane = new WebPane(*m_images);
        layout->addWidget(m_pane);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
    }

    void cleanup()
    {
        QCOMPARE(m_pane->blockedRequests(), 0);
        m_images->setNetworkUse(NetworkUse::Offline);
    }
    void cleanupTestCase() { m_window.reset(); }

    void tabAndEnter_chooseAPicture()
    {
        show(u"<p><img src=\"%1\" alt=\"first\"></p><figure><img src=\"%2\" alt=\"second\">"
             "<figcaption>Under it</figcaption></figure>"_s.arg(picture(60), picture(70)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        m_pane->setFocus();
        focus(u"document.images[1]"_s, Qt::Key_Tab);
        QVERIFY(ask(u"parseFloat(getComputedStyle(document.activeElement).outlineWidth)"_s).toDouble() >= 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        const auto pictures = chosen.first().at(0).value<QList<ViewedPicture>>();
        QCOMPARE(chosen.first().at(1).toInt(), 1);
        QCOMPARE(pictures.size(), 2);
        QCOMPARE(pictures.at(0).caption, u"first"_s);
        QCOMPARE(pictures.at(1).caption, u"Under it"_s);
        focus(u"document.images[0]"_s, Qt::Key_Backtab);
    }

    // What is to be pressed is for the screen alone.
    void failedPicture_isAnotherOnPaper()
    {
        m_pane->setRetryKey(u"I"_s);
        show(u"<p><img src=\"http://pictures.example.org/never.png\"></p>"_s);
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
        show(u"<p><img src=\"http://pictures.example.org/never.png\"></p>"_s);
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

    void pictureInALink_isTheLinks()
    {
        show(u"<p><a href=\"https://host.example/1\"><img src=\"%1\"></a></p>"
             "<p><a href=\"https://host.example/2\"><img src=\"%1\"></a></p>"_s.arg(picture(300)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QSignalSpy followed(m_pane, &WebPane::linkActivated);
        m_pane->setFocus();
        focus(u"document.querySelector('.page-body a')"_s, Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(followed.count(), 1, patience);
        clickPicture(1);
        QTRY_COMPARE_WITH_TIMEOUT(followed.count(), 2, patience);
        QCOMPARE(followed.last().first().toUrl(), QUrl(u"https://host.example/2"_s));
        QCOMPARE(chosen.count(), 0);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.first().at(1).toInt(), 1); // the link that has the focus
    }

    void click_choosesAPicture()
    {
        show(u"<p>Text</p><p><img src=\"%1\"></p><p><img src=\"%2\"></p>"_s.arg(picture(100), picture(200)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        clickPicture(1);
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.first().at(1).toInt(), 1);
        // Nor by a click beside it, nor by dragging over it.
        QTest::mouseClick(receiver(), Qt::LeftButton, {}, {3, 3});
        const QPoint place = placeOf(0);
        QTest::mousePress(receiver(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(receiver(), Qt::LeftButton, {}, place + QPoint(40, 0));
        ask(u"0"_s);
        ask(u"0"_s);
        QCOMPARE(chosen.count(), 1);
    }

    void menu_isComplete()
    {
        show(u"<p>Text</p><p><img src=\"%1\"></p>"_s.arg(picture(200)));
        QTest::mouseClick(receiver(), Qt::RightButton, {}, placeOf(0));
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->findChild<QMenu *>(u"articleMenu"_s), patience);
        auto *menu = m_pane->findChild<QMenu *>(u"articleMenu"_s);
        QStringList names;
        for (const QAction *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            names << action->objectName();
            QVERIFY2(!action->icon().isNull() && !action->statusTip().isEmpty(), qPrintable(action->text()));
        }
        menu->close();
        QVERIFY(names.contains(u"pageViewPicture"_s) && names.contains(u"pageCopy"_s));
    }

    void smallOnes_arePartOfTheText()
    {
        show(u"<p>A <img src=\"%1\" width=\"20\" height=\"20\"> line</p><p><img src=\"%2\"></p>"_s.arg(
            picture(20), picture(200)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QCOMPARE(ask(u"document.images[0].tabIndex"_s).toInt(), -1);
        QCOMPARE(ask(u"getComputedStyle(document.images[0]).display"_s).toString(), u"inline"_s);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.first().first().value<QList<ViewedPicture>>().size(), 1);
    }

    void key_choosesTheFirstOnTheScreen()
    {
        const QString space = u"<p>%1</p>"_s.arg(u"word "_s.repeated(2000));
        show(u"<p><img src=\"%1\"></p>%3<p><img src=\"%2\"></p>%3"_s.arg(picture(100), picture(200), space));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.last().at(1).toInt(), 0);
        ask(u"document.images[1].scrollIntoView({block: 'center'})"_s);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 2, patience);
        QCOMPARE(chosen.last().at(1).toInt(), 1);
        m_pane->scrollToEnd();
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 3, patience);
        QCOMPARE(chosen.last().at(1).toInt(), 0);
    }

    void noPicture_isSaid()
    {
        show(u"<p>Text</p>"_s);
        QSignalSpy none(m_pane, &WebPane::noPictures);
        m_pane->choosePicture();
        QCOMPARE(none.count(), 1);
    }

    void chosenPicture_isFetched()
    {
        show(u"<p><img src=\"%1\"></p><p><img src=\"https://host.example/a.png\"></p>"_s.arg(picture(100)));
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QSignalSpy fetched(m_pane, &WebPane::pictureFetched);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        const auto pictures = chosen.first().first().value<QList<ViewedPicture>>();
        const quint64 first = m_pane->fetchPicture(pictures.at(0).picture, Asking::Usual);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
        QCOMPARE(fetched.last().first().value<ImageAnswer>().number, first);
        QCOMPARE(imageSize(fetched.last().first().value<ImageAnswer>().bytes), QSize(100, 100));
        const quint64 second = m_pane->fetchPicture(pictures.at(1).picture, Asking::Again);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 2, patience);
        QCOMPARE(fetched.last().first().value<ImageAnswer>().number, second);
        QCOMPARE(fetched.last().first().value<ImageAnswer>().failure, ImageFailure::Offline);
    }

    // As often as the reader wants: each has the limits of an article of its own.
    void pictureBeyondTheLimits_isFetchedByItself()
    {
        QString body;
        for (int i = 0; i < 6; ++i)
            body += u"<p><img src=\"https://host.example/%1.png\"></p>"_s.arg(i);
        show(body);
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QSignalSpy fetched(m_pane, &WebPane::pictureFetched);
        m_pane->choosePicture();
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        for (const ViewedPicture &each : chosen.first().first().value<QList<ViewedPicture>>()) {
            m_pane->fetchPicture(each.picture, Asking::Usual);
            QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
            QCOMPARE(fetched.takeFirst().first().value<ImageAnswer>().failure, ImageFailure::Offline);
        }
    }

    void menu_tellsWhyOneIsMissing_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("entries");
        QTest::newRow("there") << picture(300)
                               << QStringList({u"&View Picture"_s, u"&Save Picture…"_s, u"&Copy"_s});
        QTest::newRow("missing") << u"https://host.example/a.png"_s
                                 << QStringList({u"&Why It Is Missing"_s, u"&Try Again"_s,
                                                 u"Copy Picture’s &Address"_s, u"&Copy"_s});
    }

    void menu_tellsWhyOneIsMissing()
    {
        QFETCH(const QString, address);
        show(u"<p><img src=\"%1\" width=\"300\" height=\"200\"></p>"_s.arg(address));
        const QPoint place = placeOf(0);
        QTest::mouseClick(receiver(), Qt::RightButton, {}, place);
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget(), patience);
        QStringList entries;
        for (const QAction *action : QApplication::activePopupWidget()->actions()) {
            if (!action->isSeparator())
                entries << action->text();
        }
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        QApplication::activePopupWidget()->actions().first()->trigger();
        QApplication::activePopupWidget()->close();
        QTEST(entries, "entries");
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
    }

    // Nobody is to be told any longer what to press.
    void triedAgain_isSeenToCome()
    {
        show(u"<p><img src=\"%1\"></p>"_s.arg(m_server.url(u"/again.png"_s).toString()));
        const auto isPlain = [this] {
            const QImage box = m_window->grab(boxOf(0)).toImage().convertToFormat(QImage::Format_RGB32);
            int others = 0; // than the ground: letters, or three dots
            for (int y = 0; y < box.height(); ++y) {
                for (int x = 0; x < box.width(); ++x)
                    others += box.pixelColor(x, y) == box.pixelColor(box.width() / 4, 2) ? 0 : 1;
            }
            return others > 10 && others < 200;
        };
        QVERIFY(!isPlain());
        held(u"/again.png"_s);
        m_pane->retryPictures();
        QTRY_COMPARE_WITH_TIMEOUT(m_server.heldCount(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isPlain(), patience);
        m_server.release(twoColours({300, 200}, "PNG"));
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"document.images[0].naturalWidth"_s).toInt(), 300, patience);
        QCOMPARE(ask(u"document.images[0].hasAttribute('data-coming')"_s).toBool(), false);
    }

    // Chromium knows it by another key by then.
    void triedAgain_isStillTheSamePicture()
    {
        show(u"<p><img src=\"https://host.example/a.png\" width=\"300\" height=\"200\"></p>"
             "<p><img src=\"https://host.example/b.png\" width=\"300\" height=\"200\"></p>"_s);
        for (int attempt = 0; attempt < 2; ++attempt) {
            QTRY_VERIFY_WITH_TIMEOUT(ask(u"[...document.images].every(image => image.complete)"_s).toBool(),
                                     patience);
            m_pane->retryPictures();
        }
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        clickPicture(1);
        QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, patience);
        QCOMPARE(chosen.first().at(1).toInt(), 1);
    }

    void judgedPicture_isAskedForAlone()
    {
        show(u"<p><img src=\"https://host.example/c.png\"></p>"
             "<p><img src=\"https://host.example/d.png\"></p>"_s);
        waitForPictures();
        const QString addresses = u"[...document.images].map(image => image.src)"_s;
        const QStringList before = ask(addresses).toStringList();
        m_pane->fetchPicture(firstPicture(), Asking::Right);
        QTRY_VERIFY_WITH_TIMEOUT(ask(addresses).toStringList().first() != before.first(), patience);
        QCOMPARE(ask(addresses).toStringList().last(), before.last());
    }

    // The page and whoever looks at the picture by itself are told what one fetch brought, or did not.
    void judgedPicture_isAskedForOnce_data()
    {
        QTest::addColumn<NetworkUse>("network");
        QTest::addColumn<int>("width");
        QTest::newRow("always") << NetworkUse::Allowed << 210;
        QTest::newRow("when asked") << NetworkUse::WhenAsked << 220;
    }

    void judgedPicture_isAskedForOnce()
    {
        QFETCH(const NetworkUse, network);
        QFETCH(const int, width);
        const QUrl address = m_server.url(u"/vain%1.png"_s.arg(width), u"vain%1.example.org"_s.arg(width));
        m_hosts.answers[address.host()] = {{QHostAddress(QHostAddress::LocalHost)}};
        m_server.send(address.path().toLatin1(), twoColours({width, 200}, "PNG"));
        m_images->setNetworkUse(NetworkUse::Allowed);
        show(u"<p><img src=\"%1\"></p>"_s.arg(address.toString()));
        const QString shown = u"document.images[0].complete ? document.images[0].naturalWidth : 0"_s;
        QCOMPARE(ask(shown).toInt(), width);
        m_images->setNetworkUse(network);
        m_hosts.answers.remove(address.host()); // which says so sooner than the page asks
        m_hosts.asked.clear();
        QSignalSpy fetched(m_pane, &WebPane::pictureFetched);
        m_pane->fetchPicture(firstPicture(), Asking::Wrong);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
        QCOMPARE(fetched.first().first().value<ImageAnswer>().failure, ImageFailure::StandIn);
        QTRY_VERIFY_WITH_TIMEOUT(ask(shown).toInt() > 300, patience); // the box that says so
        QCOMPARE(m_hosts.asked, QStringList{address.host()});
    }

    // Room was made meanwhile, or there was none.
    void judgedPicture_needNotBeStored()
    {
        m_server.send("/sign.png", twoColours({300, 200}, "PNG"));
        m_images->setNetworkUse(NetworkUse::Allowed);
        const QUrl address = m_server.url(u"/sign.png"_s);
        show(u"<p><img src=\"%1\"></p>"_s.arg(address.toString()));
        QTRY_VERIFY_WITH_TIMEOUT(m_images->has(address), patience);
        waitForPictures();
        m_images->clearStore();
        QVERIFY(!m_images->has(address));
        QSignalSpy fetched(m_pane, &WebPane::pictureFetched);
        m_pane->fetchPicture(firstPicture(), Asking::Wrong);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
        QCOMPARE(fetched.last().first().value<ImageAnswer>().failure, ImageFailure::StandIn);
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
        show(u"<p>Above</p><p><img src=\"%1\"></p><p>Under it</p>%2"_s.arg(
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
        show(u"<p><img src=\"%1\"></p>%2"_s.arg(held(u"/own%1.png"_s.arg(size.height())), after),
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
        show(u"<p><img src=\"%1\"></p><p>Under it</p>"_s.arg(held(u"/short.png"_s)), Pictures::Missing);
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
        show(u"<p><img src=\"data:image/jpeg;base64,%1\"></p>"_s.arg(QString::fromLatin1(bytes.toBase64())));
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"document.images[0].naturalWidth"_s).toInt(), size.width(), patience);
        QCOMPARE(ask(u"document.images[0].naturalHeight"_s).toInt(), size.height());
        QCOMPARE(ask(u"document.images[0].height"_s).toInt(), size.height());
    }

    // White, and a tenth of a second later black. Chromium keeps pictures in memory from page to page.
    void animation_movesUnlessItIsToBeStill()
    {
        show(u"<p><img src=\"data:image/gif;base64,%1\"></p>"_s.arg(QString::fromLatin1(blink().toBase64())));
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

    static QString picture(int width)
    {
        return u"data:image/png;base64,"_s + QString::fromLatin1(twoColours({width, 100}, "PNG").toBase64());
    }

    enum class Pictures { Complete, Missing };

    // The address of a picture that comes when the test says so.
    QString held(const QString &path)
    {
        m_server.hold(path.toLatin1());
        m_images->setNetworkUse(NetworkUse::Allowed);
        return m_server.url(path).toString();
    }

    // What comes sooner comes with the page.
    void waitUntilItIsRead()
    {
        ask(u"self.shown = performance.now()"_s);
        QTRY_VERIFY_WITH_TIMEOUT(ask(u"performance.now() - self.shown > 250"_s).toBool(), patience);
    }

    PagePicture firstPicture()
    {
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        m_pane->choosePicture();
        return chosen.wait(patience) ? chosen.first().first().value<QList<ViewedPicture>>().first().picture
                                     : PagePicture();
    }

    void waitForPictures()
    {
        QTRY_VERIFY_WITH_TIMEOUT(ask(u"[...document.images].every(image => image.complete)"_s).toBool(),
                                 patience);
    }

    void show(const QString &body, Pictures pictures = Pictures::Complete)
    {
        QFile file(m_folder.filePath(u"article.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray text = "---\ntitle: Title\n---\n<div>\n" + body.toUtf8() + "\n</div>\n";
        QCOMPARE(file.write(text), text.size());
        file.close();
        QSignalSpy visible(m_pane, &WebPane::articleVisible);
        ArticleRow row;
        row.id = ++m_article;
        row.head.path = "article.md";
        m_pane->showArticle(m_folder.path().toUtf8(), row, 0);
        QVERIFY(visible.wait(patience));
        if (pictures == Pictures::Complete)
            waitForPictures();
    }

    QVariant ask(const QString &script)
    {
        return scriptAnswer([&](const auto &answered) { m_pane->page()->run(script, answered); }, patience);
    }

    // By key until this element has it.
    void focus(const QString &element, Qt::Key key)
    {
        const QString hasFocus = u"document.activeElement === "_s + element;
        for (int i = 0; i < 10 && !ask(u"self.before = document.activeElement; "_s + hasFocus).toBool();
             ++i) {
            QTest::keyClick(QApplication::focusWidget(), key);
            // An answer may overtake a key, and one key more would lead past the element.
            QTRY_VERIFY_WITH_TIMEOUT(ask(u"document.activeElement !== self.before"_s).toBool(), patience);
        }
        QVERIFY(ask(hasFocus).toBool());
    }

    QPoint placeOf(int image)
    {
        const QString box = u"document.images[%1].getBoundingClientRect()"_s.arg(image);
        return {ask(box + u".left + 12"_s).toInt(), ask(box + u".top + 12"_s).toInt()};
    }

    // In the window; without its rounded corners.
    QRect boxOf(int image)
    {
        const QString box = u"document.images[%1].getBoundingClientRect()"_s.arg(image);
        const QSize size(ask(box + u".width"_s).toInt(), ask(box + u".height"_s).toInt());
        return QRect(m_pane->mapTo(m_window.get(), placeOf(image)) - QPoint(12, 12), size)
            .adjusted(7, 7, -7, -7);
    }

    QWidget *receiver()
    {
        m_pane->setFocus();
        return QApplication::focusWidget();
    }

    void clickPicture(int image)
    {
        const QPoint place = placeOf(image);
        QTest::mouseClick(receiver(), Qt::LeftButton, {}, place);
    }

    QTemporaryDir m_folder;
    PictureServer m_server;
    WrittenHosts m_hosts;
    std::unique_ptr<ImageLoader> m_images;
    std::unique_ptr<QWidget> m_window;
    WebPane *m_pane = nullptr;
    ArticleId m_article = 0;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestPanePictures>(argc, argv);
}

#include "tst_panepictures.moc"

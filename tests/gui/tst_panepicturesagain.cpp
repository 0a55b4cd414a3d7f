#include "tests/gui/picturepanetest.h"

using namespace Qt::StringLiterals;

// Pictures that the reader wants to be tried once more, or says something of.
class TestPanePicturesAgainAgain final : public PicturePaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void cleanup() { endEach(); }
    void cleanupTestCase() { m_window.reset(); }

    // Nobody is to be told any longer what to press.
    void triedAgain_isSeenToCome()
    {
        showBody(u"<p><img src=\"%1\"></p>"_s.arg(m_server.url(u"/again.png"_s).toString()));
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
        showBody(u"<p><img src=\"https://host.example/a.png\" width=\"300\" height=\"200\"></p>"
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
        showBody(u"<p><img src=\"https://host.example/c.png\"></p>"
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
        showBody(u"<p><img src=\"%1\"></p>"_s.arg(address.toString()));
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
        showBody(u"<p><img src=\"%1\"></p>"_s.arg(address.toString()));
        QTRY_VERIFY_WITH_TIMEOUT(m_images->has(address), patience);
        waitForPictures();
        m_images->clearStore();
        QVERIFY(!m_images->has(address));
        QSignalSpy fetched(m_pane, &WebPane::pictureFetched);
        m_pane->fetchPicture(firstPicture(), Asking::Wrong);
        QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
        QCOMPARE(fetched.last().first().value<ImageAnswer>().failure, ImageFailure::StandIn);
    }

private:
    PagePicture firstPicture()
    {
        QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
        m_pane->choosePicture();
        return chosen.wait(patience) ? chosen.first().first().value<QList<ViewedPicture>>().first().picture
                                     : PagePicture();
    }

    // In the window; without its rounded corners.
    QRect boxOf(int image)
    {
        const QString box = u"document.images[%1].getBoundingClientRect()"_s.arg(image);
        const QSize size(ask(box + u".width"_s).toInt(), ask(box + u".height"_s).toInt());
        return QRect(m_pane->mapTo(m_window.get(), placeOf(image)) - QPoint(12, 12), size)
            .adjusted(7, 7, -7, -7);
    }
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestPanePicturesAgainAgain>(argc, argv);
}

#include "tst_panepicturesagain.moc"

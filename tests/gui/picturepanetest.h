#pragma once

#include "tests/gui/panetest.h"
#include "tests/gui/photograph.h"
#include "tests/pictureserver.h"

// What the tests of a page's pictures begin with: one pane for all of them, and a server on this machine that
// is asked only where a test lets it.
class PicturePaneTest : public PaneTest
{
protected:
    enum class Pictures { Complete, Missing };

    void beginAll()
    {
        m_hosts.answers[QStringLiteral("pictures.example.org")] = {{QHostAddress(QHostAddress::LocalHost)}};
        ImageLoader::Options options;
        options.limits.imagesPerArticle = 4;
        options.resolve = m_hosts.resolver();
        options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
        PaneTest::beginAll(options);
        begin();
    }

    void endEach()
    {
        QCOMPARE(m_pane->blockedRequests(), 0);
        m_images->setNetworkUse(NetworkUse::Offline);
    }

    void showBody(const QString &body, Pictures pictures = Pictures::Complete)
    {
        PaneTest::showBody(body);
        if (pictures == Pictures::Complete)
            waitForPictures();
    }

    void waitForPictures()
    {
        const QString areComplete = QStringLiteral("[...document.images].every(image => image.complete)");
        QTRY_VERIFY_WITH_TIMEOUT(ask(areComplete).toBool(), patience);
    }

    // As an address that needs no network.
    static QString picture(int width)
    {
        return QStringLiteral("data:image/png;base64,") +
               QString::fromLatin1(twoColours({width, 100}, "PNG").toBase64());
    }

    // The address of a picture that comes when the test says so.
    QString held(const QString &path)
    {
        m_server.hold(path.toLatin1());
        m_images->setNetworkUse(NetworkUse::Allowed);
        return m_server.url(path).toString();
    }

    // In the pane, inside the picture's corner.
    QPoint placeOf(int image)
    {
        const QString box = QStringLiteral("document.images[%1].getBoundingClientRect()").arg(image);
        return {ask(box + QStringLiteral(".left + 12")).toInt(),
                ask(box + QStringLiteral(".top + 12")).toInt()};
    }

    void clickPicture(int image)
    {
        const QString hit = QStringLiteral("document.elementFromPoint(%1, %2) === document.images[%3]");
        QPoint place;
        const auto isThere = [&] { // and stays there: a page may still settle
            place = placeOf(image);
            return ask(hit.arg(place.x()).arg(place.y()).arg(image)).toBool() && place == placeOf(image);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), patience);
        QTest::mouseClick(target(), Qt::LeftButton, {}, place);
    }

    PictureServer m_server;
    WrittenHosts m_hosts;
};

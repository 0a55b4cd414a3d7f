#pragma once

#include "app/images/imageloader.h"
#include "tests/gui/enginetest.h"
#include "tests/gui/scriptanswer.h"
#include "tests/patience.h"
#include "ui/pageengine.h"
#include "ui/pagescheme.h"
#include "ui/requestguard.h"
#include "ui/webpage.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEngineView>

#include <algorithm>
#include <memory>

// The walls behind the sanitizer, each alone: pages as a stranger wrote them, without a content security
// policy, in the product's own engine. SERVER stands for a server on 127.0.0.1 that nobody may call.
class WallsTest : public QObject
{
protected:
    void beginAll()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        m_host = QStringLiteral("127.0.0.1:%1").arg(m_server->serverPort());
        ImageLoader::Options options;
        options.storeFolder = m_folder->path();
        options.network = NetworkUse::Offline;
        m_images = std::make_unique<ImageLoader>(options);
        m_images->open();
        m_engine = std::make_unique<PageEngine>(*m_images);
        m_engine->view().resize(600, 400);
        m_engine->view().show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_engine->view(), patience));
    }

    void endAll()
    {
        m_engine.reset();
        m_images.reset();
    }

    void open(const QString &body, const QList<PagePicture> &pictures = {})
    {
        LoadedPage page;
        page.html = "<!DOCTYPE html><meta charset=\"utf-8\"><title>walls</title><body>" +
                    QString(body).replace(QStringLiteral("SERVER"), m_host).toUtf8();
        page.pictures = pictures;
        m_blocked = m_engine->guard().blocked();
        QSignalSpy finished(&m_engine->page(), &QWebEnginePage::loadFinished);
        m_engine->open(page, themeColors(Theme::Light), QString());
        QVERIFY(finished.wait(patience));
        m_address = m_engine->page().url();
        QCOMPARE(m_address.scheme().toLatin1(), pageScheme());
    }

    QVariant ask(const QString &script)
    {
        return scriptAnswer([&](const auto &answered) { m_engine->page().run(script, answered); }, patience);
    }

    // A whole turn through the renderer is over: what the page wanted has come as far as it comes.
    void checkUntouched()
    {
        const QString state =
            QStringLiteral("document.title + (document.documentElement.dataset.fired || '') + ' ' + "
                           "location.href.split('#')[0]");
        QCOMPARE(ask(state).toString(), QStringLiteral("walls ") + m_address.toString());
        QCOMPARE(m_engine->page().url().adjusted(QUrl::RemoveFragment), m_address);
        QVERIFY2(!m_server->hasPendingConnections(), "a page reached the network");
        QCOMPARE(visibleWindows(), 1);
    }

    static qsizetype visibleWindows()
    {
        const QWidgetList widgets = QApplication::topLevelWidgets();
        return std::count_if(widgets.begin(), widgets.end(),
                             [](const QWidget *each) { return each->isVisible(); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<ImageLoader> m_images;
    std::unique_ptr<PageEngine> m_engine;
    QString m_host;
    QUrl m_address;
    int m_blocked = 0; // before the page was opened
};

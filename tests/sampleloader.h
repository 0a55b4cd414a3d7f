#pragma once

#include "app/images/imageloader.h"
#include "patience.h"
#include "pictureserver.h"
#include "samplepictures.h"

#include <QTemporaryDir>
#include <QtTest>

// A loader with a server on this machine and a store of its own; what the tests of an ImageLoader begin with.
class SampleLoader : public QObject
{
protected:
    void begin()
    {
        m_server = std::make_unique<PictureServer>();
        QVERIFY(m_server->isListening());
        m_folder = std::make_unique<QTemporaryDir>();
        m_hosts = {};
        for (int i = 0; i < 20; ++i)
            m_hosts.answers[QStringLiteral("host%1.example.org").arg(i)] = {
                {QHostAddress(QHostAddress::LocalHost)}};
        m_hosts.answers[QStringLiteral("pictures.example.org")] = {{QHostAddress(QHostAddress::LocalHost)}};
        m_options = {};
        m_options.storeFolder = m_folder->filePath(QStringLiteral("store"));
        m_options.userAgent = "Lectern/test";
        m_options.limits.firstByte = std::chrono::seconds(10);
        m_options.resolve = m_hosts.resolver();
        m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
        m_options.now = [] { return qint64(1'700'000'000'000); };
        m_answers.clear();
        start();
    }

    void start()
    {
        m_loader = std::make_unique<ImageLoader>(m_options);
        connect(m_loader.get(), &ImageLoader::answered, this,
                [this](const ImageAnswer &answer) { m_answers << answer; });
        m_loader->open();
    }

    void end()
    {
        m_loader.reset();
        m_server.reset();
        m_folder.reset();
    }

    ImageRequest request(const QString &path, quint64 article = 1) const
    {
        return {.article = article,
                .address = {.url = m_server->url(path), .proxyReferrer = {}, .others = {}}};
    }

    quint64 load(const QString &path, quint64 article = 1) { return load(request(path, article)); }

    quint64 load(ImageRequest request)
    {
        request.number = ++m_lastNumber;
        m_loader->load(request);
        return request.number;
    }

    int answerCount(quint64 number) const
    {
        return int(std::count_if(m_answers.cbegin(), m_answers.cend(),
                                 [number](const ImageAnswer &answer) { return answer.number == number; }));
    }

    ImageAnswer answer(quint64 number) const
    {
        for (const ImageAnswer &answer : m_answers) {
            if (answer.number == number)
                return answer;
        }
        return {};
    }

    ImageAnswer loaded(ImageRequest request)
    {
        const quint64 number = load(std::move(request));
        if (!QTest::qWaitFor([&] { return answerCount(number) > 0; }, patience))
            return {.detail = QStringLiteral("no answer at all")};
        return answer(number);
    }

    std::unique_ptr<PictureServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    WrittenHosts m_hosts;
    ImageLoader::Options m_options;
    std::unique_ptr<ImageLoader> m_loader;
    QList<ImageAnswer> m_answers;
    quint64 m_lastNumber = 0;
};

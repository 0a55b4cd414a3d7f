#pragma once

#include "app/images/imagestore.h"
#include "app/page/imageaddress.h"

#include <QObject>

enum class NetworkUse : quint8 { Never, Allowed };

struct ImageRequest {
    quint64 number = 0;  // chosen by the caller, unique among its requests; comes back in the answer
    quint64 article = 0; // requests of one article share its limits; chosen by the caller
    ImageAddress address;
    bool again = false; // true: a remembered failure of this run is not an answer
};

struct ImageAnswer {
    quint64 number = 0;
    QByteArray bytes; // empty where it failed
    ImageType type = ImageType::Unknown;
    QSize size; // pixels
    ImageFailure failure = ImageFailure::None;
    QString host;   // that failed
    QString detail; // a number or the system's own reason; may be empty
};
Q_DECLARE_METATYPE(ImageRequest)
Q_DECLARE_METATYPE(ImageAnswer)

// The one door to pictures: store first, network second. Lives on a thread of its own; values in, values out.
class ImageLoader final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString storeFolder;
        QByteArray userAgent;
        NetworkUse network = NetworkUse::Allowed;
    };
    explicit ImageLoader(const Options &options, QObject *parent = nullptr);
    ~ImageLoader() override;

public Q_SLOTS:
    // Opens the store; call once, on the loader's thread.
    void open();
    // From the store, else from the network within the policy, kept in the store. Every request is answered
    // exactly once by answered(); two for one address share one fetch.
    void load(const ImageRequest &request);
    // Pending fetches that belong to this article alone are given up and answered with Cancelled.
    void cancelArticle(quint64 article);
    void setNetworkUse(NetworkUse use);

Q_SIGNALS:
    void answered(const ImageAnswer &answer);
    void storeUnusable(const QString &reason);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

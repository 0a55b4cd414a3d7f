#pragma once

#include "app/images/imagefetcher.h"
#include "app/images/triedway.h"
#include "app/page/imageaddress.h"

// What the picture is wanted for.
enum class ImageUse : quint8 {
    Show,    // somebody looks at its place
    Ahead,   // kept for later; whoever asks has made sure that its article's pictures come unasked
    Collect, // kept for later because the reader said so
};

// What the reader says of the picture that stands there.
enum class ImageVerdict : quint8 {
    None,
    // It stands in for another: it counts as a failure from these hosts from now on, and what is stored is
    // not shown, but kept until something else comes. Heeded where the network may be asked.
    Wrong,
    Right, // after all: what is stored, else what comes, counts as a picture from these hosts
};

struct ImageRequest {
    quint64 number = 0;  // chosen by the caller, unique among its requests; comes back in the answer
    quint64 article = 0; // requests of one article share its limits; chosen by the caller
    ImageAddress address{};
    // The reader asks for this one: a remembered failure, also of another run, is no answer.
    bool again = false;
    ImageUse use = ImageUse::Show;
    ImageVerdict verdict = ImageVerdict::None; // with `again`
    QByteArray doubted{}; // with Wrong: ImageAnswer::digest of what stands there; else it is what is stored
    // The article that shows it, by a number that lasts (Options::keptOwners); 0 for none.
    quint64 owner = 0;
};

struct ImageAnswer {
    quint64 number = 0;
    QByteArray bytes{}; // empty where it failed, but for StoreFailed; and where it is only to be kept
    ImageType type = ImageType::Unknown;
    QSize size{};        // pixels
    QByteArray digest{}; // of the bytes: StandIns::digest()
    ImageFailure failure = ImageFailure::None;
    QString host{};   // that failed
    QString detail{}; // a number or the system's own reason; may be empty
    // One after the other; empty where nothing was asked, as for what is stored or known from another run.
    QList<TriedWay> tried{};
};
Q_DECLARE_METATYPE(ImageRequest)
Q_DECLARE_METATYPE(ImageAnswer)

// To a request for a picture that could not be had.
ImageAnswer failedAnswer(const ImageRequest &request, const FetchedImage &image,
                         const QList<TriedWay> &tried = {});
// The same where nobody was asked: of the picture's own host.
ImageAnswer failedAnswer(const ImageRequest &request, ImageFailure failure);

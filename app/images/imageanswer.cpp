#include "app/images/imageanswer.h"

ImageAnswer failedAnswer(const ImageRequest &request, const FetchedImage &image, const QList<TriedWay> &tried)
{
    return {.number = request.number,
            .failure = image.failure,
            .host = image.host,
            .detail = image.detail,
            .tried = tried};
}

ImageAnswer failedAnswer(const ImageRequest &request, ImageFailure failure)
{
    return failedAnswer(request, {.failure = failure, .host = request.address.url.host()});
}

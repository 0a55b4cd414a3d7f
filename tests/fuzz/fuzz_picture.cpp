#include "app/images/firstframe.h"
#include "app/images/imageheader.h"
#include "tests/fuzz/fuzzing.h"

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const ImageHeader header = readImageHeader(bytes);
    require(header.type == imageType(bytes), u"type"_s);
    require(header.frames >= 0 && header.firstFrameEnd >= 0 && header.firstFrameEnd <= bytes.size(),
            u"frames"_s);
    require(header.size.isEmpty() || (header.size.width() > 0 && header.size.height() > 0), u"size"_s);
    require(imageSize(bytes).isEmpty() || header.type != ImageType::Unknown, u"a size without a type"_s);
    contentName(bytes);

    const QByteArray first = firstFrame(bytes);
    if (first.isEmpty())
        return 0;
    const ImageHeader still = readImageHeader(first);
    require(still.type == header.type, u"another type"_s);
    require(still.frames <= 1, u"still an animation of %1"_s.arg(still.frames));
    require(first.size() <= bytes.size() + 64, u"larger than before"_s);
    return 0;
}

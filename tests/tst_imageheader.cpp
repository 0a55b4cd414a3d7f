#include "app/images/imageheader.h"
#include "samplepictures.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestImageHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void anyCut_isReadWithoutHarm_data();
    void anyCut_isReadWithoutHarm();
    void contentName_data();
    void contentName();
};

void TestImageHeader::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ImageType>("type");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<qint64>("frames");
    QTest::addColumn<bool>("isWhole");
    const auto row = [](const char *name, const QByteArray &bytes, ImageType type, QSize size,
                        qint64 frames = 1, bool isWhole = true) {
        QTest::newRow(name) << bytes << type << size << frames << isWhole;
    };
    using enum ImageType;
    row("nothing", {}, Unknown, {}, 1, false);
    row("png", png(30, 20), Png, {30, 20});
    row("png, no end", pngHead(30, 20) + pngData(30, 20), Png, {30, 20}, 1, false);
    row("png, signature only", pngSignature, Png, {}, 1, false);
    row("png, another chunk first", pngSignature + pngChunk("tEXt", QByteArray(13, 'x')), Png, {}, 1, false);
    row("png, size beyond int", pngHead(0xffffffff, 0x80000000), Png, {INT_MAX, INT_MAX}, 1, false);
    row("png, frames", animatedPng(5, 4, 3, 3), Png, {5, 4}, 3);
    row("png, more frames than announced", animatedPng(5, 4, 1, 7), Png, {5, 4}, 7);
    row("png, fewer frames than announced", animatedPng(5, 4, 4'000'000'000, 2), Png, {5, 4}, 4'000'000'000);
    row("jpeg", jpeg(640, 480), Jpeg, {640, 480});
    row("jpeg, bytes behind the end", jpeg(640, 480) + "more", Jpeg, {640, 480});
    row("jpeg, no end", jpeg(640, 480).chopped(2), Jpeg, {640, 480}, 1, false);
    row("jpeg, padded marker", QByteArray("\xff\xd8\xff\xff\xff") + jpeg(9, 8).sliced(3), Jpeg, {9, 8});
    row("jpeg, tables that look like frames",
        QByteArray("\xff\xd8\xff\xc4\x00\x09\x01\x02\x03\x04\x05\x06\x07", 13) + jpeg(9, 8).sliced(2), Jpeg,
        {9, 8});
    row("jpeg, progressive", jpeg(9, 8).replace("\xff\xc0", "\xff\xc2"), Jpeg, {9, 8});
    row("jpeg, scan before frame", QByteArray("\xff\xd8\xff\xda\x00\x02", 6) + jpeg(9, 8).sliced(2), Jpeg,
        {});
    row("jpeg, segment of no length", QByteArray("\xff\xd8\xff\xe0\x00\x00", 6) + jpeg(9, 8).sliced(2), Jpeg,
        {});
    // Decoders know that these have no length, and would read the size that stands right behind them.
    for (const char mark : {'\x00', '\x01', '\xd0', '\xd7', '\xd8', '\xd9'}) {
        const QByteArray large = jpeg(30'000, 30'000).sliced(10, 13); // its frame
        const QByteArray hidden = "\xff\xd8\xff" + QByteArray(1, mark) + large;
        const QByteArray filled = hidden + QByteArray(4 + 0xffc0 - hidden.size(), 'x');
        const QByteArray name = "jpeg, mark without a length, " + QByteArray(1, mark).toHex();
        row(name.constData(), filled + jpeg(9, 8).sliced(2), Jpeg, {});
    }
    row("gif", gif(12, 34), Gif, {12, 34});
    row("gif87", gif(12, 34).replace("GIF89a", "GIF87a"), Gif, {12, 34});
    row("gif, frames", gif(12, 34, 10'000), Gif, {12, 34}, 10'000);
    row("gif, no end", gif(12, 34, 2).chopped(1), Gif, {12, 34}, 2, false);
    row("gif, screen of no size", gif(0, 0), Gif, {1, 1});
    row("webp, lossy", riff(vp8(320, 200)), WebP, {320, 200});
    row("webp, lossy, scaling bits", riff(vp8(320 | 0x4000, 200 | 0x8000)), WebP, {320, 200});
    row("webp, lossless", riff(vp8l(16384, 3)), WebP, {16384, 3});
    row("webp, extended", riff(vp8x(16777216, 2) + vp8l(1, 1)), WebP, {16777216, 2});
    row("webp, frames", animatedWebp(40, 30, 12), WebP, {40, 30}, 12);
    row("webp, cut", riff(vp8(320, 200) + riffChunk("EXIF", QByteArray(9, 'x'))).chopped(4), WebP, {320, 200},
        1, false);
    row("webp, no start code", riff(riffChunk("VP8 ", QByteArray(10, 'x'))), WebP, {});
    row("webp, unknown chunk first", riff(riffChunk("NOPE", "x")), WebP, {});
    row("riff, sound", riffChunk("RIFF", "WAVEfmt "), Unknown, {}, 1, false);
}

void TestImageHeader::reads()
{
    QFETCH(const QByteArray, bytes);
    const ImageHeader header = readImageHeader(bytes);
    QTEST(header.type, "type");
    QTEST(header.size, "size");
    QTEST(header.frames, "frames");
    QTEST(header.isWhole, "isWhole");
}

void TestImageHeader::anyCut_isReadWithoutHarm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << animatedPng(5, 4, 3, 3);
    QTest::newRow("jpeg") << jpeg(640, 480);
    QTest::newRow("gif") << gif(12, 34, 3);
    QTest::newRow("lossy") << riff(vp8(320, 200));
    QTest::newRow("lossless") << riff(vp8l(320, 200));
    QTest::newRow("animated") << animatedWebp(40, 30, 2);
}

// Lengths that point beyond the end, and numbers that end in the middle. The frames never grow by cutting.
void TestImageHeader::anyCut_isReadWithoutHarm()
{
    QFETCH(const QByteArray, bytes);
    const ImageHeader whole = readImageHeader(bytes);
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        // A buffer of exactly this size: the address sanitizer sees a byte read beyond it.
        const QByteArray cut(bytes.constData(), length);
        const ImageHeader header = readImageHeader(cut);
        QVERIFY(header.frames <= whole.frames);
        QVERIFY(header.firstFrameEnd <= length);
        QVERIFY(header.size.isEmpty() || header.size == whole.size || header.type == ImageType::Gif);
        if (header.type != ImageType::Jpeg)
            QVERIFY(!header.isWhole);
    }
}

void TestImageHeader::contentName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("svg") << "<svg xmlns='http://www.w3.org/2000/svg'/>"_ba << u"SVG"_s;
    QTest::newRow("svg behind a declaration") << "<?xml version='1.0'?>\n<!-- x --><SVG>"_ba << u"SVG"_s;
    QTest::newRow("html") << "\n <!DOCTYPE html><p>"_ba << u"HTML"_s;
    QTest::newRow("html, bare") << "<html>"_ba << u"HTML"_s;
    QTest::newRow("xml") << "<Error><Code>AccessDenied</Code></Error>"_ba << u"XML"_s;
    QTest::newRow("json") << "{\"error\":404}"_ba << u"JSON"_s;
    QTest::newRow("avif") << QByteArray("\0\0\0\x1c", 4) + "ftypavif" << u"AVIF"_s;
    QTest::newRow("heic") << QByteArray("\0\0\0\x1c", 4) + "ftypheic" << u"HEIC"_s;
    QTest::newRow("mp4") << QByteArray("\0\0\0\x1c", 4) + "ftypisom" << u"MP4"_s;
    QTest::newRow("bmp") << "BM\x10"_ba << u"BMP"_s;
    QTest::newRow("ico") << QByteArray("\0\0\1\0\1\0", 6) << u"ICO"_s;
    QTest::newRow("tiff, little") << QByteArray("II*\0", 4) << u"TIFF"_s;
    QTest::newRow("tiff, big") << QByteArray("MM\0*", 4) << u"TIFF"_s;
    QTest::newRow("gzip") << "\x1f\x8b\x08"_ba << u"gzip"_s;
    QTest::newRow("text") << "not found"_ba << QString();
}

void TestImageHeader::contentName()
{
    QFETCH(const QByteArray, bytes);
    QTEST(::contentName(bytes), "name");
}

QTEST_GUILESS_MAIN(TestImageHeader)
#include "tst_imageheader.moc"

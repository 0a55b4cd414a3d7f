#include "app/page/htmlrules.h"
#include "app/page/styletranslation.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray style = bytesOf(data, size);
    const TranslatedStyle result = translatedStyle(style);
    for (const QByteArray &name : result.classes)
        require(isOwnClass(name), u"class: "_s + QString::fromUtf8(name));
    require(std::is_sorted(result.classes.cbegin(), result.classes.cend()), u"order of classes"_s);
    require(std::adjacent_find(result.classes.cbegin(), result.classes.cend()) == result.classes.cend(),
            u"a class twice"_s);
    for (const QByteArrayView name : result.wrappers)
        require(QByteArrayList({"strong", "em", "u", "s", "sup", "sub"}).contains(name), u"wrapper"_s);
    require(result.wrappers.size() <= 6, u"wrappers"_s);
    require(QByteArrayList({"", "left", "right", "center", "justify"}).contains(result.align), u"align"_s);
    require(QByteArrayList({"", "ltr", "rtl"}).contains(result.direction), u"direction"_s);
    for (const int side : {result.size.width(), result.size.height()})
        require(side >= -1 && side <= 16'384, u"size"_s);
    if (const std::optional<Rgb> color = cssColor(style))
        require(*color <= 0xffffff, u"colour"_s);
    return 0;
}

#include "app/page/htmltidy.h"
#include "app/page/safetree.h"
#include "app/page/textonly.h"
#include "tests/foreseenfault.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/safehtmlinvariants.h"

using namespace Qt::StringLiterals;

namespace
{

// How many breaks make one gap depends on the coloured spans between them, and these a stranger has not; nor
// has a mark that such a span keeps from being the first of the page, where it is a byte order mark.
QString comparable(const SafeHtml &page)
{
    return withoutClasses(QString::fromUtf8(page.html())).remove(u"<br>"_s).remove(QChar::ByteOrderMark);
}

}

// Any body is a page within the grammar, and that page as a stranger's body is itself. What is foreseen of
// parsing it again comes true. The first byte chooses between HTML and Markdown.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    SanitizerContext context;
    context.base = QUrl(u"https://s.example/news/a.html"_s);
    context.token = "t0";
    context.colors = themeColors(Theme::Light);
    const BodyFormat format = data[0] == 'm' ? BodyFormat::Markdown : BodyFormat::Html;
    const QByteArray body = bytesOf(data + 1, size - 1);

    const SafeHtml page = sanitize(QString::fromUtf8(body), format, context);
    const QString fault = brokenInvariant(page);
    require(fault.isEmpty(), fault);
    const QString textFault = grammarFault(QString::fromUtf8(textOnlyHtml(body)));
    require(textFault.isEmpty(), u"text only: "_s + textFault);
    if (page.isSimplified())
        return 0;

    const std::optional<HtmlTree> parsed = parseHtml(body);
    std::optional<SafeTree> safe = parsed ? safeTree(*parsed, context) : std::nullopt;
    if (safe) {
        tidyHtml(&safe->tree);
        const QString foreseen = foreseenFault(safe->tree);
        require(foreseen.isEmpty(), foreseen);
    }
    const SafeHtml again = sanitize(asStranger(page), BodyFormat::Html, context);
    if (again.isSimplified())
        return 0; // a slow machine
    const QString first = comparable(page);
    const QString second = comparable(again);
    require(first == second, u"not a fixpoint:\n"_s + first + u"\n---\n"_s + second);
    return 0;
}

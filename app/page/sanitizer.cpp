#include "app/page/sanitizer.h"

#include "app/page/colorrules.h"
#include "app/page/foreseentree.h"
#include "app/page/htmlparser.h"
#include "app/page/htmltidy.h"
#include "app/page/htmlwriter.h"
#include "app/page/markdown.h"
#include "app/page/safetree.h"
#include "app/page/textonly.h"

namespace
{

// Public hostile inputs were at a fixpoint after 2 or 3 passes (security.md 1).
constexpr int maximumPasses = 6;

}

// The only one who may fill a SafeHtml.
class Sanitizer final
{
public:
    static SafeHtml run(const QByteArray &source, const SanitizerContext &context)
    {
        SafeHtml result;
        const QDeadlineTimer deadline(maximumHtmlTime);
        const std::optional<HtmlTree> hostile = parseHtml(source, deadline);
        std::optional<SafeTree> safe = hostile ? safeTree(*hostile, context, deadline) : std::nullopt;
        if (!safe)
            return simplified(source);
        std::optional<HtmlTree> made = std::move(safe->tree);
        tidyHtml(&*made);
        QByteArray html = writeHtml(*made);
        for (int pass = 1; pass < maximumPasses; ++pass) {
            // What grew beyond the guards of the parser, which may not be asked.
            if (html.size() > maximumHtmlSize || made->nodes.size() > maximumHtmlNodes)
                break;
            // As most pages are plain, few are parsed twice.
            std::optional<HtmlTree> again = foreseenTree(*made);
            if (!again)
                again = parseHtml(html, deadline);
            made = again ? checkedTree(*again, context, safe->pictures, deadline) : std::nullopt;
            if (!made)
                break;
            tidyHtml(&*made);
            const QByteArray same = writeHtml(*made);
            if (same == html) {
                result.m_html = html;
                result.m_styleRules = colorRules(*made, context.colors);
                result.m_pictures = safe->pictures;
                return result;
            }
            html = same;
        }
        return simplified(source);
    }

    static SafeHtml simplified(const QByteArray &source)
    {
        SafeHtml result;
        result.m_html = textOnlyHtml(source);
        result.m_simplified = true;
        return result;
    }
};

SafeHtml sanitize(const QString &body, BodyFormat format, const SanitizerContext &context)
{
    const QByteArray source = body.toUtf8();
    if (source.size() > maximumHtmlSize)
        return Sanitizer::simplified(source);
    return Sanitizer::run(format == BodyFormat::Markdown ? markdownToHtml(source) : source, context);
}

QString plainText(const SafeHtml &page)
{
    return QString::fromUtf8(strippedText(page.html())).trimmed();
}

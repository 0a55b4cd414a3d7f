#include "app/page/safetree.h"

#include "app/page/htmllookup.h"
#include "app/page/htmlrules.h"
#include "app/page/picturesource.h"
#include "app/page/styletranslation.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr QByteArrayView pictureAddress = "article-image://i/";

enum class Source : quint8 { Stranger, Ourselves };

struct Step {
    int node = 0;
    int parent = 0;
    int depth = 0;
    bool isPreformatted = false;
};

class TreeBuilder final
{
public:
    TreeBuilder(const HtmlTree &hostile, const SanitizerContext &context, Source source,
                const QList<PagePicture> &pictures, const QDeadlineTimer &deadline)
        : m_in(hostile)
        , m_context(context)
        , m_source(source)
        , m_deadline(deadline)
        , m_targets(linkTargets(hostile, context.base, deadline))
        , m_holdsBlock(blockHolders(hostile))
    {
        m_out.tree.memory = hostile.memory;
        m_out.tree.nodes.reserve(hostile.nodes.size());
        for (const PagePicture &picture : pictures)
            m_knownKeys.insert(picture.key);
    }

    std::optional<SafeTree> run()
    {
        // Addresses cost some microseconds each, and a page may hold 100,000 of them.
        constexpr int stepsBetweenLooks = 16;
        appendSteps({0, 0, 0, false});
        for (int steps = 1; !m_steps.empty(); ++steps) {
            if (steps % stepsBetweenLooks == 0 && m_deadline.hasExpired())
                return std::nullopt;
            const Step step = m_steps.back();
            m_steps.pop_back();
            visit(step);
        }
        return std::move(m_out);
    }

private:
    const HtmlNode &node(int index) const { return m_in.nodes.at(static_cast<size_t>(index)); }
    HtmlNode &made(int index) { return m_out.tree.nodes.at(static_cast<size_t>(index)); }

    void appendSteps(const Step &above)
    {
        for (int child = node(above.node).lastChild; child >= 0; child = node(child).previous)
            m_steps.push_back({child, above.parent, above.depth, above.isPreformatted});
    }

    void visit(const Step &step)
    {
        const HtmlNode &each = node(step.node);
        if (each.isText()) {
            m_out.tree.appendText(step.parent, each.text);
            return;
        }
        const ElementRule rule = elementRule(each.name);
        if (rule == ElementRule::Drop || each.has("hidden"))
            return;
        const TranslatedStyle style = translatedStyle(each.value("style"));
        if (style.isHidden)
            return;
        if (rule == ElementRule::Keep)
            keep(step, each, style);
        else if (rule == ElementRule::Replace)
            replace(step, each, style);
        else
            appendSteps(step);
    }

    void keep(const Step &step, const HtmlNode &each, const TranslatedStyle &style)
    {
        if (each.name == "img")
            appendPicture(step, each, style);
        else if (each.name == "br" && step.isPreformatted)
            appendNewline(step, each);
        else if (step.depth >= maximumDepth && !isVoidElement(each.name))
            appendSteps(step);
        else
            appendElement(step, each, each.name, style);
    }

    void replace(const Step &step, const HtmlNode &each, const TranslatedStyle &style)
    {
        if (each.name == "picture")
            appendSteps(step);
        else if (each.name == "font")
            appendElement(step, each, "span", style);
        else if (each.name == "iframe")
            appendEmbed(step, each, m_context.labels.frame);
        else if (each.name == "video")
            appendEmbed(step, each, m_context.labels.video);
        else if (each.name == "audio")
            appendEmbed(step, each, m_context.labels.audio);
        else if (each.name == "x-math")
            appendFormula(step);
        // It is shown only where the picture before it was a mere stand-in.
        else if (each.name == "noscript" && m_pictureIsMissing && holdsImage(m_in, step.node))
            appendSteps(step);
    }

    // In <pre> a line break is a newline, and where both stand it is one.
    void appendNewline(const Step &step, const HtmlNode &each)
    {
        const bool isFollowed = each.next >= 0 && node(each.next).text.startsWith('\n');
        if (!isFollowed)
            m_out.tree.appendText(step.parent, "\n");
    }

    void appendElement(const Step &step, const HtmlNode &each, QByteArrayView name,
                       const TranslatedStyle &translated)
    {
        const TranslatedStyle style = withClasses(translated, each);
        const QList<HtmlAttribute> attributes = attributesOf(each, name, style);
        // An anchor that leads nowhere and that nothing leads to.
        const bool isAnchor =
            std::any_of(attributes.cbegin(), attributes.cend(),
                        [](const HtmlAttribute &one) { return one.name == "href" || one.name == "id"; });
        if (name == "a" && !isAnchor)
            name = "span";
        Step inside = step;
        inside.isPreformatted = step.isPreformatted || name == "pre";
        const bool isNeeded = name != "span" || !attributes.isEmpty();
        const bool isInline = !isBlockElement(name);
        if (isNeeded) {
            inside.parent = m_out.tree.appendElement(step.parent, name);
            made(inside.parent).attributes = attributes;
            ++inside.depth;
        }
        if (isVoidElement(name))
            return;
        if (isInline || !m_holdsBlock.at(static_cast<size_t>(step.node)))
            appendWrappers(&inside, style.wrappers, name);
        appendSteps(inside);
    }

    void appendWrappers(Step *inside, const QList<QByteArrayView> &wrappers, QByteArrayView name)
    {
        for (const QByteArrayView wrapper : wrappers) {
            if (!takesWrapper(name, wrapper))
                continue;
            inside->parent = m_out.tree.appendElement(inside->parent, wrapper);
            ++inside->depth;
        }
    }

    // The classes that stand for a <font>'s colour and, from ourselves, the classes.
    TranslatedStyle withClasses(TranslatedStyle style, const HtmlNode &each) const
    {
        if (each.attributes.isEmpty())
            return style;
        if (each.name == "font") {
            const std::optional<Rgb> color = cssColor(each.value("color"));
            const QByteArray name = color ? foregroundClass(*color) : QByteArray();
            if (!name.isEmpty())
                style.classes.append(name);
        }
        if (m_source == Source::Ourselves) {
            for (const QByteArray &name : each.value("class").split(' ')) {
                if (isOwnClass(name))
                    style.classes.append(name);
            }
        }
        return style;
    }

    QList<HtmlAttribute> attributesOf(const HtmlNode &each, QByteArrayView name, const TranslatedStyle &style)
    {
        QList<HtmlAttribute> result;
        const auto append = [&result](QByteArrayView attribute, const QByteArray &value) {
            const bool isThere =
                std::any_of(result.cbegin(), result.cend(),
                            [attribute](const HtmlAttribute &a) { return a.name == attribute; });
            if (!value.isNull() && !isThere)
                result.append({attribute, value});
        };
        append("align", style.align.isEmpty() ? QByteArray() : checkedAttribute(name, "align", style.align));
        append("dir", style.direction.isEmpty() ? QByteArray() : style.direction);
        for (const HtmlAttribute &attribute : each.attributes)
            append(attribute.name, checkedAttribute(name, attribute.name, attribute.value));
        append("id", targetId(each));
        if (name == "a")
            appendLink(&result, each.value("href"));
        if (!style.classes.isEmpty())
            append("class", style.classes.join(' '));
        return result;
    }

    QByteArray targetId(const HtmlNode &each)
    {
        QByteArray id = m_targets.value(each.value("id"));
        if (id.isEmpty() && each.name == "a")
            id = m_targets.value(each.value("name"));
        if (id.isEmpty() || m_usedIds.contains(id))
            return {};
        m_usedIds.insert(id);
        return id;
    }

    void appendLink(QList<HtmlAttribute> *attributes, const QByteArray &href) const
    {
        if (const QByteArray target = linkTarget(m_targets, href, m_context.base); !target.isEmpty()) {
            attributes->append(HtmlAttribute{"href", '#' + target});
            return;
        }
        const QByteArray trimmed = href.trimmed();
        const bool isElsewhere = !trimmed.isEmpty() && !trimmed.startsWith('#');
        const QUrl link =
            isElsewhere ? linkAddress(QString::fromUtf8(href), m_context.base, m_context.tracking) : QUrl();
        if (!link.isValid())
            return;
        attributes->append(HtmlAttribute{"href", link.toEncoded(QUrl::FullyEncoded)});
        attributes->append(HtmlAttribute{"rel", "noopener noreferrer"});
    }

    // ---- Pictures

    void appendPicture(const Step &step, const HtmlNode &image, const TranslatedStyle &style)
    {
        if (m_source == Source::Ourselves) {
            appendKnownPicture(step, image, style);
            return;
        }
        const std::optional<PictureSource> source =
            pictureSource(image, pictureSources(m_in, image), m_context.base);
        m_pictureIsMissing = !source;
        if (!source)
            return;
        appendPicture(step.parent, *source, image.value("alt"), withClasses(style, image).classes);
    }

    void appendPicture(int parent, const PictureSource &source, const QByteArray &alt,
                       QList<QByteArray> classes)
    {
        if (m_out.pictures.size() >= maximumPictures) {
            appendPictureLink(parent, source, alt);
            return;
        }
        const QSize size = reservedSize(source, m_context.knownSize);
        PagePicture picture;
        picture.key = m_context.token + 'p' + QByteArray::number(m_out.pictures.size());
        picture.address = source.address;
        picture.inlineData = source.inlineData;
        picture.size = size.isEmpty() ? QSize() : size;
        picture.alt = QString::fromUtf8(alt);
        picture.isInLine = source.isSmall;
        m_out.pictures.append(picture);

        classes.append(source.isSmall ? "uc-inline-picture" : "uc-block-picture");
        classes.removeIf(
            [](const QByteArray &name) { return name.startsWith("fg-") || name == "uc-pre-wrap"; });
        QList<HtmlAttribute> attributes{
            {"alt", alt}, {"class", classes.join(' ')}, {"src", pictureAddress.toByteArray() + picture.key}};
        if (size.width() > 0)
            attributes.append({"width", QByteArray::number(size.width())});
        if (size.height() > 0)
            attributes.append({"height", QByteArray::number(size.height())});
        made(m_out.tree.appendElement(parent, "img")).attributes = attributes;
    }

    // Nothing is lost with the pictures beyond the limit: each is named, and leads to itself.
    void appendPictureLink(int parent, const PictureSource &source, const QByteArray &alt)
    {
        const QUrl link = source.address.url.isLocalFile() ? QUrl() : source.address.url;
        const QByteArray text = alt.trimmed().isEmpty() ? link.host().toUtf8() : alt;
        if (text.isEmpty())
            return;
        const int block = m_out.tree.appendElement(parent, "span");
        made(block).attributes = {{"class", "uc-embed"}};
        if (link.isValid() && !isInLink(parent))
            appendAnchor(block, link, text);
        else
            m_out.tree.appendText(block, text);
    }

    bool isInLink(int index) const
    {
        while (index > 0 && m_out.tree.nodes.at(static_cast<size_t>(index)).name != "a")
            index = m_out.tree.nodes.at(static_cast<size_t>(index)).parent;
        return index > 0;
    }

    void appendKnownPicture(const Step &step, const HtmlNode &image, const TranslatedStyle &style)
    {
        const QByteArray src = image.value("src");
        if (!src.startsWith(pictureAddress) || !m_knownKeys.contains(src.sliced(pictureAddress.size())))
            return;
        QList<HtmlAttribute> attributes{{"alt", image.value("alt")}, {"src", src}};
        if (const QList<QByteArray> classes = withClasses(style, image).classes; !classes.isEmpty())
            attributes.append({"class", classes.join(' ')});
        for (const QByteArrayView side : {QByteArrayView("width"), QByteArrayView("height")}) {
            if (const int value = image.value(side).toInt(); value > 0)
                attributes.append({side, QByteArray::number(value)});
        }
        made(m_out.tree.appendElement(step.parent, "img")).attributes = attributes;
    }

    // ---- What has no place in the page

    void appendEmbed(const Step &step, const HtmlNode &each, const QString &label)
    {
        const QUrl link = mediaLink(step);
        const QByteArray written = each.value("poster");
        PictureSource poster;
        poster.size = {-1, -1};
        poster.address =
            written.isEmpty() ? ImageAddress() : imageAddress(QString::fromUtf8(written), m_context.base);
        if (!link.isValid() && !poster.address.url.isValid())
            return;
        const int block = m_out.tree.appendElement(step.parent, "span");
        made(block).attributes = {{"class", "uc-embed"}};
        if (poster.address.url.isValid())
            appendPicture(block, poster, {}, {});
        const QString text = QString(label).replace(u"%1"_s, link.host());
        if (link.isValid())
            appendAnchor(block, link, (text.isEmpty() ? link.host() : text).toUtf8());
    }

    QUrl mediaLink(const Step &step) const
    {
        for (const QByteArray &written : mediaAddresses(m_in, step.node)) {
            const QUrl link = linkAddress(QString::fromUtf8(written), m_context.base, m_context.tracking);
            if (link.isValid() && link.scheme() != u"mailto")
                return link;
        }
        return {};
    }

    void appendAnchor(int parent, const QUrl &link, const QByteArray &text)
    {
        const int anchor = m_out.tree.appendElement(parent, "a");
        made(anchor).attributes = {{"href", link.toEncoded(QUrl::FullyEncoded)},
                                   {"rel", "noopener noreferrer"}};
        m_out.tree.appendText(anchor, text);
    }

    // Chromium 102 draws no MathML: the TeX source where there is one, else the alternative, else the
    // symbols.
    void appendFormula(const Step &step)
    {
        const QByteArray text = formulaText(m_in, step.node);
        if (text.isEmpty())
            return;
        const int code = m_out.tree.appendElement(step.parent, "code");
        made(code).attributes = {{"class", "uc-math"}};
        m_out.tree.appendText(code, text);
    }

    const HtmlTree &m_in;
    const SanitizerContext &m_context;
    const Source m_source;
    const QDeadlineTimer m_deadline;
    const QHash<QByteArray, QByteArray> m_targets;
    const std::vector<bool> m_holdsBlock;
    QSet<QByteArray> m_knownKeys;
    QSet<QByteArray> m_usedIds;
    std::vector<Step> m_steps;
    bool m_pictureIsMissing = false;
    SafeTree m_out;
};

}

std::optional<SafeTree> safeTree(const HtmlTree &hostile, const SanitizerContext &context,
                                 const QDeadlineTimer &deadline)
{
    return TreeBuilder(hostile, context, Source::Stranger, {}, deadline).run();
}

std::optional<HtmlTree> checkedTree(const HtmlTree &ours, const SanitizerContext &context,
                                    const QList<PagePicture> &pictures, const QDeadlineTimer &deadline)
{
    std::optional<SafeTree> result = TreeBuilder(ours, context, Source::Ourselves, pictures, deadline).run();
    return result ? std::optional<HtmlTree>(std::move(result->tree)) : std::nullopt;
}

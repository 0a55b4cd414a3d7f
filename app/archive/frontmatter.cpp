#include "app/archive/frontmatter.h"

#include "app/archive/entities.h"
#include "app/archive/frontmatterlines.h"
#include "app/archive/plainblock.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <string>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostCategories = 64;
constexpr int deepestList = 8;

// Below yaml-cpp's own limit of 500 levels, which some versions lack; no front matter seen has more than
// four.
constexpr int deepestNesting = 64;
constexpr qsizetype longestYaml = 64 * 1024; // characters; above it the lines are read one by one

// Counts what could open a level: brackets and braces, "- - - x" chains, and columns of indentation. It may
// count too much (brackets in a title), which costs a detour by lines and nothing else.
bool isTooDeep(QStringView block)
{
    int brackets = 0;
    int lineStart = 0; // dashes, question marks and every second space in front of a line's text
    bool inIndent = true;
    for (const QChar c : block) {
        if (c == u'\n') {
            lineStart = 0;
            inIndent = true;
            continue;
        }
        inIndent = inIndent && (c == u' ' || c == u'-' || c == u'?' || c == u':' || c == u'\t');
        lineStart += inIndent ? 1 : 0;
        if (c == u'[' || c == u'{')
            ++brackets;
        else if ((c == u']' || c == u'}') && brackets > 0)
            --brackets;
        if (brackets > deepestNesting || lineStart > 2 * deepestNesting)
            return true;
    }
    return false;
}

QString fromNode(const YAML::Node &node)
{
    return QString::fromStdString(node.Scalar());
}

// The first path of a list; false where the value makes no sense as one ("- a: b").
bool appendPath(const YAML::Node &node, QStringList &path, int depth)
{
    if (node.IsNull())
        return true;
    if (node.IsScalar()) {
        path << fromNode(node);
        return true;
    }
    if (!node.IsSequence() || depth > deepestList)
        return false;
    for (const YAML::Node &item : node) {
        const bool isPath = item.IsSequence();
        if (isPath && !path.isEmpty())
            return true;
        if (path.size() >= mostCategories || !appendPath(item, path, depth + 1))
            return path.size() >= mostCategories;
        if (isPath)
            return true;
    }
    return true;
}

// nullopt where yaml-cpp refuses. Values that make no sense are left out.
std::optional<FrontMatterFields> readFieldsAsYaml(QStringView block)
{
    if (block.size() > longestYaml || isTooDeep(block))
        return std::nullopt;
    try {
        const YAML::Node root = YAML::Load(block.toUtf8().toStdString());
        if (!root.IsMap())
            return std::nullopt;
        FrontMatterFields fields;
        for (const auto &entry : root) {
            const QString key = entry.first.IsScalar() ? fromNode(entry.first).toLower() : QString();
            QStringList value;
            if (isReadField(key) && fields.value(key).isEmpty() && appendPath(entry.second, value, 0))
                fields[key] = value;
        }
        return fields;
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

// Both generators write the title first and a "comments:" line, and neither escapes anything.
bool isByGenerator(QStringView block)
{
    return block.startsWith("title:"_L1) && block.contains("\ncomments:"_L1);
}

// A backslash that YAML knows as the start of a character that a title may well have. "C:\new" and "\智" are
// no such thing: there somebody wrote a backslash and meant it.
bool hasOnlyMeantEscapes(QStringView text)
{
    for (qsizetype at = text.indexOf(u'\\'); at >= 0; at = text.indexOf(u'\\', at + 2)) {
        if (at + 1 >= text.size() || !u"uUx\"\\/\n"_s.contains(text[at + 1]))
            return false;
    }
    return true;
}

// What yaml-cpp makes of one value alone, for titles whose neighbours are broken.
QString readTitleAsYaml(const QString &raw)
{
    const std::optional<FrontMatterFields> fields = readFieldsAsYaml(QString(u"title: "_s + raw));
    return fields ? fields->value(u"title"_s).value(0) : QString();
}

// `raw` is quoted. Whether the characters inside are the title, or YAML for it.
bool isRawInside(const QString &raw, bool byGenerator)
{
    const QStringView inner = QStringView(raw).sliced(1, raw.size() - 2);
    if (raw.front() == u'\'')
        return !inner.contains("''"_L1);
    return !hasOnlyMeantEscapes(inner) || (byGenerator && inner.contains(u'\''));
}

QString titleOf(QStringView block, const FrontMatterFields &fields, bool isRepaired)
{
    const QString raw = rawTitle(block);
    const QString parsed = fields.value(u"title"_s).value(0);
    if (raw.isEmpty())
        return parsed;
    const bool byGenerator = isByGenerator(block);
    const bool isQuoted =
        raw.size() >= 2 && (raw.front() == u'\'' || raw.front() == u'"') && raw.front() == raw.back();
    if (isQuoted) {
        const QString inner = raw.sliced(1, raw.size() - 2);
        const QString yaml = isRepaired ? readTitleAsYaml(raw) : parsed;
        return isRawInside(raw, byGenerator) || yaml.isEmpty() ? inner : yaml;
    }
    const bool hasMark =
        raw.front() == u'|' || raw.front() == u'>' || raw.front() == u'~' || raw == "null"_L1;
    if (hasMark)
        return parsed;
    // YAML drops " #…" as a comment and "!…", "&…" as a tag or an anchor; a list or map is no title.
    const bool isMangled =
        parsed.isEmpty() || raw.front() == u'!' || raw.front() == u'&' || raw.front() == u'[';
    return byGenerator || isMangled ? raw : parsed;
}

// Ideographs, full-width signs and ASCII but for '&', with single spaces inside: a line as it is.
bool isLine(QStringView text)
{
    bool mayBeSpace = false;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        const bool isSign = (code > u' ' && code <= u'~' && code != u'&') ||
                            (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3001 && code <= 0x3011) ||
                            (code >= 0xFF01 && code <= 0xFF5E);
        if (!isSign && !(code == u' ' && mayBeSpace))
            return false;
        mayBeSpace = isSign;
    }
    return mayBeSpace;
}

// White space of any kind becomes one space, controls go.
QString asLine(QStringView text)
{
    if (isLine(text))
        return text.toString();
    QString line = decodeEntities(text.toString()).simplified();
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return line;
}

bool isVisible(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return !c.isSpace() && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control;
    });
}

template <typename Texts>
QStringList namesOf(const Texts &written)
{
    QStringList names;
    for (const QStringView text : written) {
        const QString name = asLine(text);
        if (isVisible(name) && names.size() < mostCategories)
            names << name;
    }
    return names;
}

// What generators write where there is no picture (format.md); possibly wrapped in a proxy's address.
bool isNoImage(const QString &address)
{
    return address.isEmpty() || address.contains("//picsum.photos/"_L1) || address == "undefined"_L1 ||
           address == "null"_L1 || address.endsWith("/undefined"_L1);
}

QString headImageOf(std::initializer_list<QStringView> written)
{
    for (const QStringView text : written) {
        const QString address = decodeEntities(text.toString()).trimmed();
        if (!isNoImage(address))
            return address;
    }
    return {};
}

// The title of a plain block is a value like any other: without a quote inside, what stands there is what
// YAML makes of it.
FrontMatter fromPlain(const PlainFields &fields)
{
    FrontMatter matter;
    matter.title = asLine(fields.title);
    if (!isVisible(matter.title))
        matter.title.clear();
    matter.categories = namesOf(fields.categories);
    if (matter.categories.isEmpty())
        matter.categories = namesOf(fields.category);
    matter.author = asLine(fields.author);
    if (matter.author.isEmpty())
        matter.author = asLine(fields.authors);
    matter.date = fields.date.trimmed().toString();
    matter.headImage = headImageOf({fields.headimg, fields.thumbnail, fields.cover});
    matter.originalLink = decodeEntities(fields.link.toString()).trimmed();
    return matter;
}

} // namespace

FrontMatter parseFrontMatter(QStringView block, FrontMatterSpan::Kind kind)
{
    const bool isYaml = kind == FrontMatterSpan::Kind::Yaml;
    const std::optional<PlainFields> plain = isYaml ? readPlainBlock(block) : std::nullopt;
    if (plain)
        return fromPlain(*plain);
    const bool isByLine = !isYaml || isPlainBlock(block);
    std::optional<FrontMatterFields> fields = isByLine ? std::nullopt : readFieldsAsYaml(block);
    const bool isRepaired = !isByLine && !fields && !block.trimmed().isEmpty();
    if (!fields)
        fields = readFieldsByLine(block, kind);
    else if (!fields->contains(u"categories"_s) && block.contains("categories:"_L1))
        fields->insert(u"categories"_s, readFieldsByLine(block, kind).value(u"categories"_s));

    FrontMatter matter;
    const QString title = isYaml ? titleOf(block, *fields, isRepaired) : fields->value(u"title"_s).value(0);
    matter.title = asLine(title);
    if (!isVisible(matter.title))
        matter.title.clear();
    matter.categories = namesOf(fields->value(u"categories"_s));
    if (matter.categories.isEmpty())
        matter.categories = namesOf(fields->value(u"category"_s));
    matter.author = asLine(fields->value(u"author"_s).value(0));
    if (matter.author.isEmpty())
        matter.author = asLine(fields->value(u"authors"_s).value(0));
    matter.date = fields->value(u"date"_s).value(0).trimmed();
    const auto first = [&fields](const QString &key) { return fields->value(key).value(0); };
    const QString headimg = first(u"headimg"_s);
    const QString thumbnail = first(u"thumbnail"_s);
    const QString cover = first(u"cover"_s);
    matter.headImage = headImageOf({headimg, thumbnail, cover});
    matter.originalLink = decodeEntities(fields->value(u"link"_s).value(0)).trimmed();
    if (isRepaired)
        matter.problems |= Problem::FrontMatterRepaired;
    return matter;
}

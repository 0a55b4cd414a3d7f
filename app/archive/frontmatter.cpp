#include "app/archive/frontmatter.h"

#include "app/archive/entities.h"
#include "app/archive/frontmatterlines.h"
#include "app/archive/plainblock.h"
#include "app/archive/utf8text.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

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

// White space of any kind becomes one space, controls go.
QString asLine(const QString &text)
{
    QString line = decodeEntities(text).simplified();
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
    for (const auto &text : written) {
        const QString name = asLine(text);
        if (isVisible(name) && names.size() < mostCategories)
            names << name;
    }
    return names;
}

// What generators write where there is no picture (format.md); possibly wrapped in a proxy's address.
bool isNoImage(QByteArrayView address)
{
    const std::string_view text(address.data(), static_cast<size_t>(address.size()));
    return text.empty() || text == "undefined" || text == "null" || text.ends_with("/undefined") ||
           text.find("//picsum.photos/") != text.npos;
}

QString asAddress(const QString &text)
{
    return decodeEntities(text).trimmed();
}

QString headImageOf(std::initializer_list<QString> written)
{
    for (const QString &text : written) {
        const QString address = asAddress(text);
        if (!isNoImage(address.toUtf8()))
            return address;
    }
    return {};
}

// A text of a plain block as it is shown: the bytes that stand there, unless `show` has to look at them.
QByteArray shown(QByteArrayView utf8, QString (*show)(const QString &text))
{
    if (utf8.isEmpty())
        return {};
    return isPlainLine(utf8) ? QByteArray::fromRawData(utf8.data(), utf8.size())
                             : show(QString::fromUtf8(utf8)).toUtf8();
}

void addNames(const PlainFields::List &written, PlainMatter &matter)
{
    for (const QByteArrayView text : written) {
        const QByteArray name = shown(text, asLine);
        const bool isSeen = isPlainLine(text) || isVisible(QString::fromUtf8(name));
        if (isSeen && matter.categories.size() < mostCategories)
            matter.categories.append(name);
    }
}

FrontMatter decoded(const PlainMatter &plain)
{
    FrontMatter matter;
    matter.title = QString::fromUtf8(plain.title);
    for (const QByteArray &name : plain.categories)
        matter.categories << QString::fromUtf8(name);
    matter.author = QString::fromUtf8(plain.author);
    matter.date = QString::fromUtf8(plain.date).trimmed();
    matter.headImage = QString::fromUtf8(plain.headImage);
    matter.originalLink = QString::fromUtf8(plain.originalLink);
    return matter;
}

} // namespace

// The title of a plain block is a value like any other: without a quote inside, what stands there is what
// YAML makes of it.
std::optional<PlainMatter> parsePlainFrontMatter(QByteArrayView block)
{
    const std::optional<PlainFields> fields = readPlainBlock(block);
    if (!fields)
        return std::nullopt;
    PlainMatter matter;
    matter.title = shown(fields->title, asLine);
    if (!isPlainLine(fields->title) && !isVisible(QString::fromUtf8(matter.title)))
        matter.title.clear();
    addNames(fields->categories, matter);
    if (matter.categories.isEmpty())
        addNames(fields->category, matter);
    matter.author = shown(fields->author, asLine);
    if (matter.author.isEmpty())
        matter.author = shown(fields->authors, asLine);
    matter.date = fields->date;
    for (const QByteArrayView image : {fields->headimg, fields->thumbnail, fields->cover}) {
        matter.headImage = shown(image, asAddress);
        if (!isNoImage(matter.headImage))
            break;
        matter.headImage.clear();
    }
    matter.originalLink = shown(fields->link, asAddress);
    return matter;
}

FrontMatter parseFrontMatter(QStringView block, FrontMatterSpan::Kind kind)
{
    const bool isYaml = kind == FrontMatterSpan::Kind::Yaml;
    const QByteArray utf8 = block.toUtf8();
    if (const std::optional<PlainMatter> plain = isYaml ? parsePlainFrontMatter(utf8) : std::nullopt)
        return decoded(*plain);
    const bool isByLine = !isYaml || isPlainBlock(utf8);
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
    matter.originalLink = asAddress(fields->value(u"link"_s).value(0));
    if (isRepaired)
        matter.problems |= Problem::FrontMatterRepaired;
    return matter;
}

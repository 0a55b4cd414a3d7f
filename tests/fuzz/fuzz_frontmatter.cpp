#include "app/archive/frontmatter.h"
#include "app/archive/frontmatterlines.h"
#include "app/archive/plainblock.h"
#include "tests/fuzz/fuzzing.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

// A plain block by yaml-cpp itself, written without a look at the reader under test.
FrontMatterFields fieldsByYaml(QStringView block)
{
    FrontMatterFields fields;
    const YAML::Node root = YAML::Load(block.toUtf8().toStdString());
    if (root.IsNull())
        return fields;
    require(root.IsMap(), u"plain, but no map"_s);
    for (const auto &entry : root) {
        const QString key = QString::fromStdString(entry.first.Scalar()).toLower();
        if (!isReadField(key) || !fields.value(key).isEmpty())
            continue;
        QStringList values;
        if (entry.second.IsScalar())
            values.append(QString::fromStdString(entry.second.Scalar()));
        for (const YAML::Node &item : entry.second) {
            if (item.IsScalar())
                values.append(QString::fromStdString(item.Scalar()));
        }
        fields[key] = values;
    }
    return fields;
}

// The quick way to read a plain block comes to the same as the two slow ones.
void requireSameByYaml(const QString &text, const FrontMatter &matter)
{
    const FrontMatter other =
        parseFrontMatter(QString(text + u"\nother: \"\"\n"_s), FrontMatterSpan::Kind::Yaml);
    if (other.problems)
        return; // yaml-cpp refuses it: a key twice
    require(matter.title == other.title && matter.author == other.author && matter.date == other.date &&
                matter.headImage == other.headImage && matter.originalLink == other.originalLink,
            u"by yaml-cpp: "_s + other.title);
    require(matter.categories == other.categories, u"categories by yaml-cpp"_s);
}

void requireSameByLine(const PlainFields &plain, const FrontMatterFields &byLine)
{
    const auto isSame = [&byLine](QByteArrayView value, const QString &key) {
        return value == byLine.value(key).value(0).toUtf8();
    };
    const auto isSameList = [&byLine](const PlainFields::List &list, const QString &key) {
        const QStringList other = byLine.value(key);
        return std::equal(list.begin(), list.end(), other.begin(), other.end(),
                          [](QByteArrayView one, const QString &two) { return one == two.toUtf8(); });
    };
    require(isSame(plain.title, u"title"_s) && isSame(plain.author, u"author"_s) &&
                isSame(plain.authors, u"authors"_s) && isSame(plain.date, u"date"_s) &&
                isSame(plain.headimg, u"headimg"_s) && isSame(plain.thumbnail, u"thumbnail"_s) &&
                isSame(plain.cover, u"cover"_s) && isSame(plain.link, u"link"_s) &&
                isSameList(plain.categories, u"categories"_s) && isSameList(plain.category, u"category"_s),
            u"plain fields"_s);
}

QString shown(const FrontMatterFields &fields)
{
    QStringList lines;
    for (FrontMatterFields::const_iterator each = fields.cbegin(); each != fields.cend(); ++each) {
        if (!each->join(QString()).isEmpty()) // nothing, null and '' are all nothing
            lines.append(each.key() + u"=["_s + each->join(u"]["_s) + u']');
    }
    return lines.join(u'\n');
}

}

// The first byte chooses between YAML and TOML; the rest is a whole file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QString text = QString::fromUtf8(bytesOf(data + 1, size - 1)).remove(u'\r').remove(QChar(0));
    for (const bool whole : {true, false}) {
        const FrontMatterSpan span = findFrontMatter(text, whole);
        require(span.begin >= 0 && span.begin <= span.end && span.end <= text.size() && span.body >= 0 &&
                    span.body <= text.size(),
                u"span"_s);
        require(!whole || span.state != FrontMatterSpan::State::Undecided, u"undecided"_s);
    }
    const FrontMatterSpan::Kind kind =
        data[0] == 't' ? FrontMatterSpan::Kind::Toml : FrontMatterSpan::Kind::Yaml;
    const FrontMatter matter = parseFrontMatter(text, kind);
    require(matter.categories.size() <= 64 && !matter.categories.contains(QString()), u"categories"_s);
    const FrontMatterFields byLine = readFieldsByLine(text, kind);
    if (kind == FrontMatterSpan::Kind::Toml || !isPlainBlock(text.toUtf8()))
        return 0;
    const QByteArray utf8 = text.toUtf8();
    if (const std::optional<PlainFields> plain = readPlainBlock(utf8)) {
        requireSameByLine(*plain, byLine);
        requireSameByYaml(text, matter);
    }
    // A title in brackets is kept as it is written, whatever YAML makes of it.
    if (byLine.value(u"title"_s).value(0).startsWith(u'['))
        return 0;
    try {
        const QString first = shown(byLine);
        const QString second = shown(fieldsByYaml(text));
        require(first == second, u"by line:\n"_s + first + u"\nby yaml-cpp:\n"_s + second);
    } catch (const std::exception &) {
        // Where only one of them reads it, there is nothing to compare.
    }
    return 0;
}

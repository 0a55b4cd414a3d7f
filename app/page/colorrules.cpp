#include "app/page/colorrules.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace
{

constexpr qsizetype maximumColors = 64;

QByteArray classWith(const HtmlNode &node, QByteArrayView prefix)
{
    for (const QByteArray &name : node.value("class").split(' ')) {
        if (name.startsWith(prefix))
            return name;
    }
    return {};
}

Rgb colorOf(const QByteArray &className)
{
    return className.sliced(3).toUInt(nullptr, 16);
}

QByteArray css(Rgb color)
{
    return '#' + QByteArray::number(color, 16).rightJustified(6, '0');
}

// Which text colours stand on which ground; the empty ground is the page's own.
using Uses = QMap<QByteArray, QSet<QByteArray>>;

Uses usesIn(const HtmlTree &tree)
{
    Uses uses;
    if (std::none_of(tree.nodes.cbegin(), tree.nodes.cend(),
                     [](const HtmlNode &node) { return node.has("class"); }))
        return uses;
    std::vector<QByteArray> grounds(tree.nodes.size());
    for (int i = tree.following(0, 0); i >= 0; i = tree.following(i, 0)) {
        const HtmlNode &node = tree.nodes.at(static_cast<size_t>(i));
        if (node.isText())
            continue;
        const QByteArray own = classWith(node, "bg-");
        QByteArray &ground = grounds.at(static_cast<size_t>(i));
        ground = own.isEmpty() ? grounds.at(static_cast<size_t>(node.parent)) : own;
        if (!own.isEmpty() && uses.size() <= maximumColors)
            uses[own];
        const QByteArray text = classWith(node, "fg-");
        if (!text.isEmpty() && (uses.contains(ground) || ground.isEmpty()) &&
            uses[ground].size() < maximumColors)
            uses[ground].insert(text);
    }
    return uses;
}

}

QByteArray colorRules(const HtmlTree &tree, const ThemeColors &colors)
{
    QByteArray result;
    const double ratio = colors.leastContrast;
    const Uses uses = usesIn(tree);
    for (Uses::const_iterator use = uses.cbegin(); use != uses.cend(); ++use) {
        const QByteArray &name = use.key();
        const Rgb ground =
            name.isEmpty() ? colors.background : mendedColor(colorOf(name), colors.text, ratio);
        if (!name.isEmpty())
            result += '.' + name + "{background-color:" + css(ground) + "}\n";
        QList<QByteArray> texts(use->cbegin(), use->cend());
        std::sort(texts.begin(), texts.end());
        for (const QByteArray &text : texts) {
            const QByteArray selector =
                name.isEmpty() ? '.' + text : '.' + name + " ." + text + ",." + name + '.' + text;
            result += selector + "{color:" + css(mendedColor(colorOf(text), ground, ratio)) + "}\n";
        }
    }
    return result;
}

#include "app/page/htmllookup.h"

#include "app/page/htmlrules.h"

#include <QSet>

namespace
{

const HtmlNode &nodeAt(const HtmlTree &tree, int index)
{
    return tree.nodes.at(static_cast<size_t>(index));
}

QSet<QByteArray> namesIn(const HtmlTree &tree)
{
    QSet<QByteArray> names;
    for (const HtmlNode &each : tree.nodes) {
        names.insert(each.value("id"));
        if (each.name == "a")
            names.insert(each.value("name"));
    }
    names.remove({});
    return names;
}

}

QHash<QByteArray, QByteArray> linkTargets(const HtmlTree &tree)
{
    QHash<QByteArray, QByteArray> result;
    const QSet<QByteArray> names = namesIn(tree);
    for (const HtmlNode &each : tree.nodes) {
        const QByteArray href = each.name == "a" ? each.value("href").trimmed() : QByteArray();
        const QByteArray target = href.startsWith('#') ? href.sliced(1) : QByteArray();
        if (names.contains(target) && !result.contains(target))
            result.insert(target, "uc-" + QByteArray::number(result.size() + 1));
    }
    return result;
}

QByteArray mediaAddress(const HtmlTree &tree, int media)
{
    const HtmlNode &node = nodeAt(tree, media);
    QByteArray written = node.value("src");
    for (int child = node.firstChild; written.isEmpty() && child >= 0; child = nodeAt(tree, child).next) {
        if (nodeAt(tree, child).name == "source")
            written = nodeAt(tree, child).value("src");
    }
    return written.isEmpty() ? node.value("data-src") : written;
}

QByteArray formulaText(const HtmlTree &tree, int math)
{
    QByteArray text = nodeAt(tree, math).value("alttext");
    for (int each = math; each >= 0; each = tree.following(each, math)) {
        if (nodeAt(tree, each).value("encoding").contains("tex")) {
            text = tree.textOf(each);
            break; // they may stand in one another, 100,000 deep
        }
    }
    return (text.trimmed().isEmpty() ? tree.textOf(math) : text).simplified();
}

QList<QByteArray> pictureSources(const HtmlTree &tree, const HtmlNode &image)
{
    constexpr qsizetype most = 20;
    QList<QByteArray> result;
    if (image.parent < 0 || nodeAt(tree, image.parent).name != "picture")
        return result;
    for (int each = image.previous; each >= 0 && result.size() < most; each = nodeAt(tree, each).previous) {
        const HtmlNode &node = nodeAt(tree, each);
        const QByteArray type = node.value("type");
        const bool isShown =
            type.isEmpty() || type == "image/webp" || type == "image/jpeg" || type == "image/png";
        if (node.name == "source" && isShown)
            result.prepend(node.value("srcset"));
    }
    return result;
}

bool holdsImage(const HtmlTree &tree, int top)
{
    for (int each = top; each >= 0; each = tree.following(each, top)) {
        if (nodeAt(tree, each).name == "img")
            return true;
    }
    return false;
}

std::vector<bool> blockHolders(const HtmlTree &tree)
{
    std::vector<bool> result(tree.nodes.size());
    for (size_t i = tree.nodes.size(); i-- > 1;) {
        const HtmlNode &each = tree.nodes.at(i);
        if ((result.at(i) || isBlockElement(each.name)) && each.parent >= 0)
            result.at(static_cast<size_t>(each.parent)) = true;
    }
    return result;
}

#include "app/page/htmllookup.h"

#include "app/page/htmlrules.h"

#include <QSet>

#include <algorithm>

namespace
{

const HtmlNode &nodeAt(const HtmlTree &tree, int index)
{
    return tree.nodes.at(static_cast<size_t>(index));
}

// An href without one leads out of the page, or to its top.
bool leadsWithin(const HtmlNode &link)
{
    return link.name == "a" && link.value("href").contains('#');
}

QSet<QByteArray> namesIn(const HtmlTree &tree)
{
    QSet<QByteArray> names;
    for (const HtmlNode &each : tree.nodes) {
        if (each.attributes.isEmpty())
            continue;
        names.insert(each.value("id"));
        if (each.name == "a")
            names.insert(each.value("name"));
    }
    names.remove({});
    return names;
}

// What a link within the page may mean, best first.
QList<QByteArray> namesOf(const QByteArray &href, const QUrl &base)
{
    const qsizetype hash = href.indexOf('#');
    if (hash < 0)
        return {};
    const QByteArray written = href.trimmed();
    const bool isLocal =
        written.startsWith('#') ||
        (base.isValid() &&
         base.resolved(QUrl(QString::fromUtf8(written))).matches(base, QUrl::RemoveFragment));
    const QByteArray name = isLocal ? written.sliced(written.indexOf('#') + 1) : QByteArray();
    if (name.isEmpty())
        return {};
    return {name, QByteArray::fromPercentEncoding(name)};
}

}

QHash<QByteArray, QByteArray> linkTargets(const HtmlTree &tree, const QUrl &base,
                                          const QDeadlineTimer &deadline)
{
    QHash<QByteArray, QByteArray> result;
    if (std::none_of(tree.nodes.cbegin(), tree.nodes.cend(), leadsWithin))
        return result;
    const QSet<QByteArray> names = namesIn(tree);
    for (const HtmlNode &each : tree.nodes) {
        if (!leadsWithin(each))
            continue;
        if (deadline.hasExpired()) // an address that is not merely "#name" costs some microseconds
            break;
        for (const QByteArray &name : namesOf(each.value("href"), base)) {
            if (names.contains(name) && !result.contains(name))
                result.insert(name, "uc-" + QByteArray::number(result.size() + 1));
        }
    }
    return result;
}

QByteArray linkTarget(const QHash<QByteArray, QByteArray> &targets, const QByteArray &href, const QUrl &base)
{
    if (targets.isEmpty())
        return {};
    for (const QByteArray &name : namesOf(href, base)) {
        if (const QByteArray target = targets.value(name); !target.isEmpty())
            return target;
    }
    return {};
}

QList<QByteArray> mediaAddresses(const HtmlTree &tree, int media)
{
    constexpr qsizetype most = 20;
    const HtmlNode &node = nodeAt(tree, media);
    QList<QByteArray> result{node.value("src")};
    for (int child = node.firstChild; child >= 0 && result.size() < most; child = nodeAt(tree, child).next) {
        if (nodeAt(tree, child).name == "source")
            result.append(nodeAt(tree, child).value("src"));
    }
    result.append(node.value("data-src"));
    result.removeAll({});
    return result;
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

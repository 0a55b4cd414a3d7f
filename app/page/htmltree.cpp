#include "app/page/htmltree.h"

#include <algorithm>

namespace
{

int appendNode(std::vector<HtmlNode> *nodes, int parent, HtmlNode &&node)
{
    const int index = static_cast<int>(nodes->size());
    HtmlNode &above = nodes->at(static_cast<size_t>(parent));
    node.parent = parent;
    node.previous = above.lastChild;
    if (above.lastChild >= 0)
        nodes->at(static_cast<size_t>(above.lastChild)).next = index;
    else
        above.firstChild = index;
    above.lastChild = index;
    nodes->push_back(std::move(node));
    return index;
}

}

bool HtmlNode::has(QByteArrayView attribute) const
{
    return std::any_of(attributes.cbegin(), attributes.cend(),
                       [attribute](const HtmlAttribute &each) { return each.name == attribute; });
}

QByteArray HtmlNode::value(QByteArrayView attribute) const
{
    for (const HtmlAttribute &each : attributes) {
        if (each.name == attribute)
            return each.value;
    }
    return {};
}

HtmlTree::HtmlTree()
    : nodes(1)
{
}

int HtmlTree::appendElement(int parent, QByteArrayView name)
{
    HtmlNode node;
    node.name = name;
    return appendNode(&nodes, parent, std::move(node));
}

int HtmlTree::appendText(int parent, const QByteArray &text)
{
    const int last = nodes.at(static_cast<size_t>(parent)).lastChild;
    if (last >= 0 && nodes.at(static_cast<size_t>(last)).isText()) {
        nodes.at(static_cast<size_t>(last)).text += text;
        return last;
    }
    HtmlNode node;
    node.text = text;
    return appendNode(&nodes, parent, std::move(node));
}

void HtmlTree::unlink(int node)
{
    HtmlNode &self = nodes.at(static_cast<size_t>(node));
    HtmlNode &above = nodes.at(static_cast<size_t>(self.parent));
    (self.previous >= 0 ? nodes.at(static_cast<size_t>(self.previous)).next : above.firstChild) = self.next;
    (self.next >= 0 ? nodes.at(static_cast<size_t>(self.next)).previous : above.lastChild) = self.previous;
    self.parent = self.previous = self.next = -1;
}

int HtmlTree::following(int node, int top) const
{
    const int child = nodes.at(static_cast<size_t>(node)).firstChild;
    return child >= 0 ? child : followingWithoutChildren(node, top);
}

int HtmlTree::followingWithoutChildren(int node, int top) const
{
    while (node != top && node >= 0) {
        const HtmlNode &self = nodes.at(static_cast<size_t>(node));
        if (self.next >= 0)
            return self.next;
        node = self.parent;
    }
    return -1;
}

QByteArray HtmlTree::textOf(int node) const
{
    QByteArray result;
    for (int each = node; each >= 0; each = following(each, node))
        result += nodes.at(static_cast<size_t>(each)).text;
    return result;
}

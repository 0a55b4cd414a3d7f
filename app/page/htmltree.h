#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

// A name points at a constant of ours and lives for ever; a value is UTF-8, entities resolved.
struct HtmlAttribute {
    QByteArrayView name;
    QByteArray value;
};

// An element where `name` is not empty, else text. Links are indices into HtmlTree::nodes, -1 for none.
struct HtmlNode {
    QByteArrayView name;
    QByteArray text;
    QList<HtmlAttribute> attributes;
    int parent = -1;
    int firstChild = -1;
    int lastChild = -1;
    int previous = -1;
    int next = -1;

    bool isText() const { return name.isEmpty(); }
    bool has(QByteArrayView attribute) const;
    QByteArray value(QByteArrayView attribute) const; // empty where there is none
};

// Nodes stand in one vector in document order, so a parent's index is always below its children's, walks need
// no recursion and depth costs no stack. Node 0 is the root and has no name.
//
// Texts and values may be views into `memory` (QByteArray::fromRawData()): who keeps one longer than the tree
// makes a copy.
struct HtmlTree {
    HtmlTree();

    // Both return the new node's index. Text joins a text that stands right before it.
    int appendElement(int parent, QByteArrayView name);
    int appendText(int parent, const QByteArray &text);
    // Takes the node out of its parent's list; its place in `nodes` stays.
    void unlink(int node);
    // The next node in document order within the subtree below `top`; -1 at the end.
    int following(int node, int top) const;
    int followingWithoutChildren(int node, int top) const;
    // All the text below `node`.
    QByteArray textOf(int node) const;

    std::vector<HtmlNode> nodes;
    std::shared_ptr<const void> memory;
};

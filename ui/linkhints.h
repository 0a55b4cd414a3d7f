#pragma once

#include <QList>
#include <QObject>
#include <QRect>
#include <QUrl>

class HintOverlay;
class QVariant;
class WebPane;

// Labels on the links and pictures of the article that can be seen: typing one follows the link, as a click
// would, or shows the picture large; typing it with Shift copies the link's address.
class LinkHints final : public QObject
{
    Q_OBJECT

public:
    LinkHints(WebPane &pane, QObject *parent);

public Q_SLOTS:
    void open();

Q_SIGNALS:
    // Only where the text stands in for the page; the page's links go the page's own way.
    void linkActivated(const QUrl &address, const QString &text);
    void said(const QString &sentence);

private:
    struct Target {
        QRect place; // in the pane
        QUrl address;
        bool isPicture = false;
        QString name; // as it is read aloud
        bool operator==(const Target &) const = default;
    };
    void leaveIfMoved();
    void show(const QList<Target> &targets);
    QList<Target> pageTargets(const QVariant &answer) const;
    QList<Target> textTargets() const;
    void follow(int target);
    void copy(int target);

    WebPane &m_pane;
    HintOverlay *m_overlay;
    QList<Target> m_targets;
};

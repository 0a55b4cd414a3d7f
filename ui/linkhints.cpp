#include "ui/linkhints.h"

#include "app/page/imageaddress.h"
#include "ui/hintoverlay.h"
#include "ui/pagescripts.h"
#include "ui/textview.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

LinkHints::LinkHints(WebPane &pane, QObject *parent)
    : QObject(parent)
    , m_pane(pane)
    , m_overlay(new HintOverlay(&pane))
{
    connect(m_overlay, &HintOverlay::chosen, this, &LinkHints::follow);
    connect(m_overlay, &HintOverlay::chosenToCopy, this, &LinkHints::copy);
    connect(&pane, &WebPane::articleVisible, m_overlay, &HintOverlay::leave);
    connect(&pane, &WebPane::scrolled, m_overlay, &HintOverlay::leave);
    connect(&pane, &WebPane::pageSizeChanged, this, &LinkHints::leaveIfMoved);
}

void LinkHints::open()
{
    if (!m_pane.hasArticle())
        return;
    if (m_pane.showsText())
        show(textTargets());
    else
        m_pane.page()->run(hintTargetsScript(), [this](const QVariant &answer) {
            if (!m_pane.showsText())
                show(pageTargets(answer));
        });
}

// A picture that comes far below moves nothing that is seen, and the next letter is for the hints.
void LinkHints::leaveIfMoved()
{
    if (m_overlay->isVisible() && !m_pane.showsText())
        m_pane.page()->run(hintTargetsScript(), [this](const QVariant &answer) {
            if (pageTargets(answer) != m_targets)
                m_overlay->leave();
        });
}

void LinkHints::show(const QList<Target> &targets)
{
    m_targets = targets;
    if (targets.isEmpty()) {
        Q_EMIT said(tr("There is no link to be seen here."));
        return;
    }
    QList<HintOverlay::Place> places;
    for (const Target &target : targets)
        places << HintOverlay::Place{target.place, target.name};
    m_overlay->open(places, themeColors(m_pane.pageStyle()));
}

QList<LinkHints::Target> LinkHints::pageTargets(const QVariant &answer) const
{
    const double zoom = m_pane.page()->zoomFactor();
    QList<Target> targets;
    for (const QVariant &one : answer.toList()) {
        const QVariantMap link = one.toMap();
        const auto pixels = [&](const QString &side) { return qRound(link.value(side).toDouble() * zoom); };
        targets << Target{{pixels(u"x"_s), pixels(u"y"_s), pixels(u"width"_s), pixels(u"height"_s)},
                          linkAddress(link.value(u"address"_s).toString(), {}, Tracking::Kept),
                          link.value(u"isPicture"_s).toBool(),
                          link.value(u"name"_s).toString()};
    }
    return targets;
}

QList<LinkHints::Target> LinkHints::textTargets() const
{
    QList<Target> targets;
    for (const TextView::Link &link : m_pane.text().visibleLinks()) {
        const QUrl address = linkAddress(link.address, {}, m_pane.pageStyle().links);
        if (address.isValid())
            targets << Target{link.place, address, false, link.address};
    }
    return targets;
}

void LinkHints::follow(int target)
{
    if (m_pane.showsText()) {
        Q_EMIT linkActivated(m_targets.at(target).address, {});
    } else {
        m_pane.page()->noteGesture();
        m_pane.page()->run(followHintScript(target));
    }
    if (m_targets.at(target).isPicture)
        m_pane.viewFocusedPicture();
}

void LinkHints::copy(int target)
{
    const QUrl address = m_targets.at(target).address;
    if (!address.isValid()) {
        Q_EMIT said(tr("This leads to a place in Lectern; it has no address to copy."));
        return;
    }
    QGuiApplication::clipboard()->setText(address.toString(QUrl::FullyEncoded));
    Q_EMIT said(tr("Copied: %1").arg(address.toString(QUrl::FullyEncoded)));
}

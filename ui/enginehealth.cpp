#include "ui/enginehealth.h"

#include "app/library/startnotes.h"

EngineHealth::EngineHealth(StartNotes *notes, bool hasEngine)
    : m_notes(notes)
    , m_hasEngine(hasEngine)
{
}

EngineHealth::~EngineHealth()
{
    drawingEnds();
}

std::optional<TextReason> EngineHealth::reasonFor(ArticleId article, const QByteArray &noteName) const
{
    // Every further page would be blank until the patience is over.
    constexpr int enoughUnpainted = 2;
    if (m_notes && m_notes->wasLeft(noteName))
        return TextReason::LeftByLastRun;
    if (!m_hasEngine)
        return TextReason::NoSandbox;
    if (m_crashed.contains(article))
        return TextReason::RendererGone;
    if (m_slow.contains(article))
        return TextReason::TooSlow;
    if (m_unpainted >= enoughUnpainted)
        return TextReason::NotPainted;
    return std::nullopt;
}

void EngineHealth::drawingBegins(const QByteArray &noteName)
{
    drawingEnds();
    m_drawing = noteName;
    if (m_notes)
        m_notes->begin(StartNotes::Stage::Drawing, m_drawing);
}

void EngineHealth::drawingEnds()
{
    if (m_notes && !m_drawing.isEmpty())
        m_notes->end(StartNotes::Stage::Drawing, m_drawing);
    m_drawing.clear();
}

void EngineHealth::painted()
{
    drawingEnds();
    // What did not work a while ago does now.
    if (m_notes && m_unpainted > 0 && !m_notes->drawsInSoftware())
        m_notes->setDrawsInSoftware(false);
    m_hasPainted = true;
    m_unpainted = 0;
}

TextReason EngineHealth::missed(ArticleId article, PaintWatch::Progress progress)
{
    if (progress == PaintWatch::Progress::None) {
        m_slow.insert(article);
        return TextReason::TooSlow;
    }
    ++m_unpainted;
    return TextReason::NotPainted;
}

TextReason EngineHealth::rendererGone(ArticleId article)
{
    m_crashed.insert(article);
    return TextReason::RendererGone;
}

bool EngineHealth::noteSoftware(TextReason reason)
{
    const bool mayBeTheCard = reason == TextReason::NotPainted || reason == TextReason::RendererGone;
    if (!mayBeTheCard || m_hasPainted || !m_notes || m_notes->drawsInSoftware())
        return false;
    m_notes->setDrawsInSoftware(true);
    return true;
}

void EngineHealth::forgive(ArticleId article, const QByteArray &noteName)
{
    m_crashed.remove(article);
    m_slow.remove(article);
    m_unpainted = 0;
    if (m_notes)
        m_notes->forgive(noteName);
}

void EngineHealth::forgetArticles()
{
    m_crashed.clear();
    m_slow.clear();
}

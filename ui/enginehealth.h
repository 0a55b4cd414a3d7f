#pragma once

#include "app/catalog/catalogtypes.h"
#include "ui/paintwatch.h"
#include "ui/textreason.h"

#include <QSet>

#include <optional>

class StartNotes;

// What this run and the last ones know of the web engine: with which articles it is not tried again, and
// whether it draws at all.
class EngineHealth final
{
public:
    // `notes` may be null and outlives this. `hasEngine`: whether the engine may be started.
    EngineHealth(StartNotes *notes, bool hasEngine);
    ~EngineHealth();
    Q_DISABLE_COPY_MOVE(EngineHealth)

    // Why the page of this article is not even tried. `noteName` is what names it in StartNotes.
    std::optional<TextReason> reasonFor(ArticleId article, const QByteArray &noteName) const;

    // The engine has the page, and may die of it. Ended by whatever comes next.
    void drawingBegins(const QByteArray &noteName);
    void drawingEnds();

    void painted();
    bool hasPainted() const { return m_hasPainted; } // ever, in this run
    // The page did not reach the screen in time.
    TextReason missed(ArticleId article, PaintWatch::Progress progress);
    TextReason rendererGone(ArticleId article);
    // Chromium's and Qt's switches to drawing without the graphics card are read when the program starts, so
    // all that can be done now is to note it. True where this has noted it.
    bool noteSoftware(TextReason reason);

    // The reader wants to try this article again.
    void forgive(ArticleId article, const QByteArray &noteName);
    // Numbers of articles mean something in one archive alone.
    void forgetArticles();

private:
    StartNotes *m_notes;
    bool m_hasEngine;
    bool m_hasPainted = false;
    int m_unpainted = 0; // pages in a row
    QSet<ArticleId> m_crashed;
    QSet<ArticleId> m_slow;
    QByteArray m_drawing; // what is noted as being drawn
};

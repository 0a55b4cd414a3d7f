#pragma once

#include "app/library/graphicscard.h"

#include <QByteArray>
#include <QSet>
#include <QString>

// What one run of the program tells the next, in case it does not live to tell: which article was just being
// made into a page or drawn, and that the graphics card's drawing failed. Small files in the data folder;
// where it cannot be written nothing is noted, and nothing fails.
class StartNotes final
{
public:
    // A page is made (parsed, sanitised) by the core and then drawn by the web engine: either may kill the
    // program.
    enum class Stage { Making, Drawing };

    // Reads what the last run left. `dataFolder` need not exist.
    explicit StartNotes(const QString &dataFolder, GraphicsCard card = GraphicsCard::Present);

    // Notes the article, and takes the note back. Thread-safe. `article` is any bytes that name it in every
    // run.
    void begin(Stage stage, const QByteArray &article) const;
    void end(Stage stage, const QByteArray &article) const;

    // Whether an earlier run ended between begin() and end(), and forgive() has not been called since.
    bool wasLeft(const QByteArray &article) const;
    void forgive(const QByteArray &article);

    // Whether this run should draw without the graphics card: there is none, an earlier run said so, or two
    // articles were left while they were drawn. Fixed when the notes are read.
    bool drawsInSoftware() const { return m_drawsInSoftware; }
    // For the next run.
    void setDrawsInSoftware(bool software) const;

private:
    QString fileName(Stage stage, const QByteArray &article) const;

    QString m_folder;
    QSet<QString> m_left; // names of files
    bool m_drawsInSoftware = false;
};

// The note of one article while one scope makes a page of it; null notes nothing.
class MakingNote final
{
public:
    MakingNote(const StartNotes *notes, const QByteArray &article)
        : m_notes(notes)
        , m_article(article)
    {
        if (m_notes)
            m_notes->begin(StartNotes::Stage::Making, m_article);
    }
    ~MakingNote()
    {
        if (m_notes)
            m_notes->end(StartNotes::Stage::Making, m_article);
    }
    Q_DISABLE_COPY_MOVE(MakingNote)

private:
    const StartNotes *m_notes;
    QByteArray m_article;
};

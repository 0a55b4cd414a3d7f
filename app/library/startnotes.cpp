#include "app/library/startnotes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace
{

// One death while drawing may be the reader's own Ctrl+C; two are the graphics driver's.
constexpr int deathsBeforeSoftware = 2;

QString ending(StartNotes::Stage stage)
{
    return stage == StartNotes::Stage::Making ? u".making"_s : u".drawing"_s;
}

QString softwareFile(const QString &folder)
{
    return folder + u"/software-rendering"_s;
}

}

StartNotes::StartNotes(const QString &dataFolder, GraphicsCard card)
    : m_folder(dataFolder + u"/opening"_s)
{
    const QDir folder(m_folder);
    QStringList drawing = folder.entryList({u'*' + ending(Stage::Drawing)}, QDir::Files);
    m_drawsInSoftware = card == GraphicsCard::Absent || QFile::exists(softwareFile(m_folder));
    if (!m_drawsInSoftware && drawing.size() >= deathsBeforeSoftware) {
        m_drawsInSoftware = true;
        setDrawsInSoftware(true);
        // It was not the articles: each gets another chance.
        for (const QString &name : std::as_const(drawing))
            QFile::remove(folder.filePath(name));
        drawing.clear();
    }
    const QStringList making = folder.entryList({u'*' + ending(Stage::Making)}, QDir::Files);
    m_left = QSet<QString>(making.cbegin(), making.cend());
    m_left.unite(QSet<QString>(drawing.cbegin(), drawing.cend()));
}

QString StartNotes::fileName(Stage stage, const QByteArray &article) const
{
    const QByteArray hash = QCryptographicHash::hash(article, QCryptographicHash::Sha256).toHex().left(32);
    return QString::fromLatin1(hash) + ending(stage);
}

void StartNotes::begin(Stage stage, const QByteArray &article) const
{
    QDir().mkpath(m_folder);
    // The name says it all. Not flushed to the disk: it is the program that may die, not the machine.
    QFile file(m_folder + u'/' + fileName(stage, article));
    if (file.open(QIODevice::WriteOnly))
        file.close();
}

void StartNotes::end(Stage stage, const QByteArray &article) const
{
    QFile::remove(m_folder + u'/' + fileName(stage, article));
}

bool StartNotes::wasLeft(const QByteArray &article) const
{
    return m_left.contains(fileName(Stage::Making, article)) ||
           m_left.contains(fileName(Stage::Drawing, article));
}

void StartNotes::forgive(const QByteArray &article)
{
    for (const Stage stage : {Stage::Making, Stage::Drawing}) {
        m_left.remove(fileName(stage, article));
        end(stage, article);
    }
}

void StartNotes::setDrawsInSoftware(bool software) const
{
    if (!software) {
        QFile::remove(softwareFile(m_folder));
        return;
    }
    QDir().mkpath(m_folder);
    QFile file(softwareFile(m_folder));
    if (file.open(QIODevice::WriteOnly))
        file.close();
}

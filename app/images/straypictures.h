#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

class ImageIndex;

// Whole pictures in the folder of the store of which the index knows nothing, as it was lost: their facts are
// found out anew from the files, part by part (ImageIndex::strayParts()). One thread only.
class StrayPictures final
{
public:
    // `index` is open whenever something is asked, and lives longer.
    explicit StrayPictures(ImageIndex &index)
        : m_index(index)
    {
    }

    // Forgets what was left alone.
    void open(const QString &folder);
    // This one before its turn, if it is one: whether there may be facts now.
    bool adopt(const QString &key);
    // A slice: at most 16 files, and no more once 4 MiB are read. What cannot be read, or is no picture and
    // cannot be removed, is left alone until the folder is opened again, and its part stays stray, as it
    // would be swept up else. false where nothing is left, or nothing can be written.
    bool adoptSome();

private:
    enum class Adoption { Done, LeftAlone, NotWritten };

    Adoption adoptFile(const QString &key);
    bool adoptSomeOf(const QString &part);

    ImageIndex &m_index;
    QString m_folder;
    QHash<QString, QStringList> m_leftAlone; // keys by part
    QSet<QString> m_lookedThrough;           // parts that are stray for the sake of these
};

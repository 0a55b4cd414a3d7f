#include "ui/hintlabels.h"

using namespace Qt::StringLiterals;

QStringList hintLabels(int count)
{
    static const QString letters = u"SADFJKLEWCMPGH"_s;
    QStringList labels;
    // The shortest one makes room for as many longer ones as there are letters, until there are enough.
    qsizetype shortest = 0;
    for (const QChar letter : letters)
        labels << QString(letter);
    while (labels.size() - shortest < count) {
        for (const QChar letter : letters)
            labels << labels.at(shortest) + letter;
        ++shortest;
    }
    return labels.mid(shortest, count);
}

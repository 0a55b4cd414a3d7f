#include "app/page/srcset.h"

namespace
{

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r';
}

// Reads one descriptor into the candidate; false where it is none.
bool readDescriptor(SrcsetCandidate *candidate, QStringView word)
{
    if (word.isEmpty() || word.endsWith(u'h'))
        return true;
    bool isNumber = false;
    const double number = word.chopped(1).toDouble(&isNumber);
    if (!isNumber || !(number > 0 && number <= 100'000))
        return false;
    if (word.endsWith(u'w'))
        candidate->width = number;
    else if (word.endsWith(u'x'))
        candidate->density = number;
    else
        return false;
    return true;
}

// From behind the address to the comma that ends the candidate; parentheses protect commas.
qsizetype descriptorsEnd(const QString &text, qsizetype at)
{
    int depth = 0;
    for (; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'(')
            ++depth;
        else if (c == u')' && depth > 0)
            --depth;
        else if (c == u',' && depth == 0)
            break;
    }
    return at;
}

}

QList<SrcsetCandidate> srcsetCandidates(const QString &srcset)
{
    constexpr qsizetype most = 100;
    QList<SrcsetCandidate> result;
    qsizetype at = 0;
    while (result.size() < most) {
        while (at < srcset.size() && (isSpace(srcset.at(at)) || srcset.at(at) == u','))
            ++at;
        const qsizetype start = at;
        while (at < srcset.size() && !isSpace(srcset.at(at)))
            ++at;
        if (at == start)
            break;
        SrcsetCandidate candidate{srcset.mid(start, at - start)};
        bool isUsable = true;
        if (candidate.address.endsWith(u',')) {
            while (candidate.address.endsWith(u','))
                candidate.address.chop(1);
        } else {
            const qsizetype end = descriptorsEnd(srcset, at);
            const QString words = srcset.mid(at, end - at).simplified();
            for (const QStringView word : QStringView(words).split(u' '))
                isUsable = isUsable && readDescriptor(&candidate, word);
            at = end;
        }
        if (candidate.width <= 0 && candidate.density <= 0)
            candidate.density = 1;
        if (isUsable && !candidate.address.isEmpty())
            result.append(candidate);
    }
    return result;
}

QString chosenCandidate(const QList<SrcsetCandidate> &candidates)
{
    constexpr double column = 720; // CSS pixels
    constexpr double enough = 2 * column;
    const SrcsetCandidate *best = nullptr;
    double bestWidth = 0;
    for (const SrcsetCandidate &each : candidates) {
        const double width = each.width > 0 ? each.width : each.density * column;
        const bool isBetter = bestWidth >= enough ? width >= enough && width < bestWidth : width > bestWidth;
        if (!best || isBetter) {
            best = &each;
            bestWidth = width;
        }
    }
    return best ? best->address : QString();
}

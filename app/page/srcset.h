#pragma once

#include <QList>
#include <QString>

struct SrcsetCandidate {
    QString address;
    double width = 0;   // pixels (w descriptor), 0 where not given
    double density = 0; // x descriptor; 1 where neither is given
};

// HTML standard, "parsing a srcset attribute": addresses hold commas, so splitting at them is wrong.
QList<SrcsetCandidate> srcsetCandidates(const QString &srcset);

// The smallest candidate that is sharp in a column of 720 CSS pixels on a screen of double density, else the
// largest; the same for every window, as a picture that was stored is found again by its address alone. Empty
// where there is none.
QString chosenCandidate(const QList<SrcsetCandidate> &candidates);

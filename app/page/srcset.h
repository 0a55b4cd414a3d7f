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

// The smallest candidate of at least twice the pane's width (for screens of double density), else the
// largest. Empty where there is none.
QString chosenCandidate(const QList<SrcsetCandidate> &candidates, int paneWidth);

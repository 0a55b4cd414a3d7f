#pragma once

#include "random.h"

#include <QByteArray>
#include <QList>

// Text that looks like Chinese to whatever counts, breaks and indexes it, and says nothing: words of two
// characters out of a vocabulary in which few are common and most are rare. UTF-8.
class SyntheticText final
{
public:
    SyntheticText();

    QByteArray word(Random &random) const;
    QByteArray words(Random &random, int count) const;
    QByteArray title(Random &random) const; // 3 to 15 words and one mark; nothing that a file name forbids
    QByteArray sentence(Random &random) const;
    QByteArray paragraph(Random &random, qsizetype length) const; // about so many bytes

private:
    QList<QByteArray> m_vocabulary;
};

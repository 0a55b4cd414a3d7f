#include "figures.h"

#include <algorithm>
#include <cstdio>

double Figures::median(const char *name) const
{
    QList<double> values = m_values.value(name);
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[values.size() / 2];
}

void Figures::print() const
{
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
        std::printf("%s %.2f\n", it.key().constData(), median(it.key().constData()));
}

#pragma once

#include <QtGlobal>

// Numbers that are the same on every machine, which those of <random>'s distributions are not: splitmix64
// (Steele, Lea and Flood 2014).
class Random final
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }
    double fraction() { return static_cast<double>(next() >> 11) * 0x1p-53; } // 0 to 1

private:
    quint64 m_state;
};

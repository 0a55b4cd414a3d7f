#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>

// What was measured, by name; several values of one name become their median.
class Figures final
{
public:
    void add(const QByteArray &name, double value) { m_values[name] << value; }
    double median(const char *name) const;
    void print() const; // "name value" lines on the standard output

private:
    QMap<QByteArray, QList<double>> m_values;
};

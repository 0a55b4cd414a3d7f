#include "processtree.h"

#include <QDir>
#include <QFile>
#include <QList>
#include <QMultiHash>

using namespace Qt::StringLiterals;

namespace
{

QByteArray contents(qint64 process, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(process).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Parent to child. The name in parentheses may hold anything, the parent's number is the second after it.
QMultiHash<qint64, qint64> children()
{
    QMultiHash<qint64, qint64> all;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const qint64 process = name.toLongLong();
        if (process == 0)
            continue;
        const QByteArray stat = contents(process, u"stat"_s);
        all.insert(stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toLongLong(), process);
    }
    return all;
}

qint64 proportionalSize(qint64 process)
{
    for (const QByteArray &line : contents(process, u"smaps_rollup"_s).split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').value(0).toLongLong();
    }
    return 0;
}

}

qint64 treeMemory(qint64 process)
{
    const QMultiHash<qint64, qint64> all = children();
    QList<qint64> waiting{process};
    qint64 sum = 0;
    while (!waiting.isEmpty()) {
        const qint64 next = waiting.takeLast();
        sum += proportionalSize(next);
        waiting << all.values(next);
    }
    return sum;
}

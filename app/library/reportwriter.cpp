#include "app/library/reportwriter.h"

#include "app/archive/articlereader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

// Writes until the first failure; all that comes after it is nothing.
class Output final
{
public:
    explicit Output(QIODevice &device)
        : m_device(device)
    {
    }

    Output &operator<<(const QByteArray &text)
    {
        m_failed = m_failed || m_device.write(text) != text.size();
        return *this;
    }

    bool end(QString *error) const
    {
        if (m_failed)
            *error = m_device.errorString();
        return !m_failed;
    }

private:
    QIODevice &m_device;
    bool m_failed = false;
};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The members of an object, without its braces.
QByteArray members(const QJsonObject &object)
{
    return compact(object).sliced(1).chopped(1);
}

QByteArray fileJson(const ReportFile &file)
{
    QJsonObject object{{u"path"_s, displayPath(file.path)}, {u"bytes"_s, file.size}};
    if (!file.reason.isEmpty())
        object.insert(u"reason"_s, file.reason);
    if (!file.path.isValidUtf8())
        object.insert(u"pathBytes"_s, QString::fromLatin1(file.path.toBase64()));
    return compact(object);
}

QByteArray headJson(const ArchiveReport &report)
{
    QJsonObject object{
        {u"folder"_s, displayPath(report.root)},
        {u"complete"_s, report.complete},
        {u"articles"_s, report.articles},
        {u"sizes"_s, QJsonObject{{u"total"_s, report.sizes.total},
                                 {u"smallest"_s, report.sizes.smallest},
                                 {u"median"_s, report.sizes.median},
                                 {u"largest"_s, report.sizes.largest}}},
    };
    if (!report.error.isEmpty())
        object.insert(u"error"_s, report.error);
    return members(object);
}

void writeFiles(const ArchiveReport &report, const QList<int> &places, Output &out)
{
    const char *between = "\n";
    for (const int place : places) {
        out << between << fileJson(report.files[place]);
        between = ",\n";
    }
}

void writeLine(const ArchiveReport &report, ReportKind kind, Output &out)
{
    const ReportLine &line = report.line(kind);
    out << '"' + reportKindName(kind).toLatin1() + "\":{\"count\":" + QByteArray::number(line.files.size());
    if (!hasGroups(kind)) {
        out << ",\"files\":[";
        writeFiles(report, line.files, out);
        out << "]}";
        return;
    }
    out << ",\"groups\":[";
    qsizetype first = 0;
    for (const qsizetype end : line.groupEnds) {
        out << (first == 0 ? "[" : ",[");
        writeFiles(report, line.files.mid(first, end - first), out);
        out << "]";
        first = end;
    }
    out << "]}";
}

// Only a path can begin so, or hold what a spreadsheet runs; the reasons are the system's.
QString harmlessPath(const QByteArray &path)
{
    const QString shown = displayPath(path);
    return !shown.isEmpty() && u"=+-@\t\r\n"_s.contains(shown[0]) ? u"./"_s + shown : shown;
}

QByteArray csvRow(const ReportFile &file, ReportKind kind, const QByteArray &group)
{
    return csvField(reportKindName(kind)) + ',' + group + ',' + csvField(harmlessPath(file.path)) + ',' +
           QByteArray::number(file.size) + ',' + csvField(file.reason) + "\r\n";
}

qsizetype countRows(const ArchiveReport &report)
{
    qsizetype rows = 0;
    for (int kind = 0; kind < reportKindCount; ++kind)
        rows += report.line(static_cast<ReportKind>(kind)).files.size();
    return rows;
}

}

bool writeReportJson(const ArchiveReport &report, QIODevice &out, QString *error)
{
    Output output(out);
    output << "{" << headJson(report) << ",\n\"findings\":{\n";
    for (int kind = 0; kind < reportKindCount; ++kind) {
        if (kind > 0)
            output << ",\n";
        writeLine(report, static_cast<ReportKind>(kind), output);
    }
    output << "}}\n";
    return output.end(error);
}

QByteArray csvField(const QString &text)
{
    return '"' + QString(text).replace(u'"', u"\"\""_s).toUtf8() + '"';
}

bool writeReportCsv(const ArchiveReport &report, QIODevice &out, QString *error)
{
    return writeReportCsv(
        report, out, [](double) { return true; }, error);
}

bool writeReportCsv(const ArchiveReport &report, QIODevice &out, const std::function<bool(double)> &goesOn,
                    QString *error)
{
    constexpr qsizetype between = 1000; // rows: some milliseconds
    const double all = std::max<double>(1, static_cast<double>(countRows(report)));
    qsizetype rows = 0;
    Output output(out);
    output << "\xef\xbb\xbfkind,group,path,bytes,reason\r\n";
    for (int at = 0; at < reportKindCount; ++at) {
        const auto kind = static_cast<ReportKind>(at);
        const ReportLine &line = report.line(kind);
        qsizetype group = 0;
        for (qsizetype file = 0; file < line.files.size(); ++file) {
            if (rows++ % between == 0 && !goesOn(static_cast<double>(rows) / all))
                return false;
            if (hasGroups(kind) && file == line.groupEnds[group])
                ++group;
            output << csvRow(report.files[line.files[file]], kind,
                             hasGroups(kind) ? QByteArray::number(group + 1) : QByteArray());
        }
    }
    return output.end(error);
}

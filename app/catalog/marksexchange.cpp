#include "app/catalog/marksexchange.h"

#include "app/catalog/marksjournal.h"
#include "app/catalog/marksmerger.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace
{

constexpr int formatNumber = 1;
constexpr qint64 longestLine = 65'536; // bytes: a horizon with a long path
constexpr qint64 never = std::numeric_limits<qint64>::max();

QString hex(quint64 number)
{
    return u"%1"_s.arg(number, 16, 16, QLatin1Char('0'));
}

QJsonObject objectOf(const MarkRecord &record)
{
    QJsonObject object{{u"identity"_s, hex(static_cast<quint64>(record.identity))}};
    if (record.opinion.read)
        object.insert(u"read"_s, *record.opinion.read);
    if (record.opinion.since > 0)
        object.insert(u"since"_s, record.opinion.since);
    if (record.readAt >= 0)
        object.insert(u"readAt"_s, record.readAt);
    if (record.readVersion > 0)
        object.insert(u"readVersion"_s, record.readVersion);
    if (record.starred || record.starredVersion > 0)
        object.insert(u"starred"_s, record.starred);
    if (record.starredVersion > 0)
        object.insert(u"starredVersion"_s, record.starredVersion);
    if (record.position > 0 || record.positionVersion > 0)
        object.insert(u"position"_s, record.position);
    if (record.positionVersion > 0)
        object.insert(u"positionVersion"_s, record.positionVersion);
    return object;
}

QJsonObject objectOf(const HorizonRecord &record)
{
    QJsonObject object{{u"horizon"_s, hex(static_cast<quint64>(record.id))},
                       {u"archive"_s, record.horizon.archive},
                       {u"category"_s, QJsonArray::fromStringList(record.horizon.category)},
                       {u"undated"_s, record.horizon.from == undatedTime},
                       {u"since"_s, record.since},
                       {u"active"_s, record.active},
                       {u"version"_s, record.version}};
    if (record.horizon.from > undatedTime + 1)
        object.insert(u"from"_s, record.horizon.from);
    if (record.horizon.to < never)
        object.insert(u"to"_s, record.horizon.to);
    if (!record.horizon.sample.isEmpty())
        object.insert(u"sample"_s, sampleText(record.horizon.sample));
    return object;
}

std::optional<quint64> numberFromHex(const QJsonValue &value)
{
    bool good = false;
    const QString text = value.toString();
    const quint64 number = text.toULongLong(&good, 16);
    return good && text.size() == 16 ? std::optional(number) : std::nullopt;
}

// A wrong type is as good as absent everywhere but here: a version must not silently be none.
bool areNumbers(const QJsonObject &object, std::initializer_list<const char *> keys)
{
    return std::all_of(keys.begin(), keys.end(), [&object](const char *key) {
        const QJsonValue value = object.value(QLatin1StringView(key));
        return value.isUndefined() || value.isDouble();
    });
}

std::optional<MarkRecord> markFrom(const QJsonObject &object)
{
    const std::optional<quint64> identity = numberFromHex(object.value(u"identity"_s));
    if (!identity || !areNumbers(object, {"since", "readAt", "readVersion", "starredVersion", "position",
                                          "positionVersion"}))
        return std::nullopt;
    MarkRecord record;
    record.identity = Identity{*identity};
    if (object.value(u"read"_s).isBool())
        record.opinion.read = object.value(u"read"_s).toBool();
    record.opinion.since = object.value(u"since"_s).toInteger();
    record.readAt = object.value(u"readAt"_s).toInteger(-1);
    record.readVersion = object.value(u"readVersion"_s).toInteger();
    record.starred = object.value(u"starred"_s).toBool();
    record.starredVersion = object.value(u"starredVersion"_s).toInteger();
    record.position = object.value(u"position"_s).toDouble();
    record.positionVersion = object.value(u"positionVersion"_s).toInteger();
    return isSound(record, latestMarkVersion) ? std::optional(record) : std::nullopt;
}

std::optional<HorizonRecord> horizonFrom(const QJsonObject &object)
{
    const std::optional<quint64> id = numberFromHex(object.value(u"horizon"_s));
    if (!id || !object.value(u"category"_s).isArray() || !object.value(u"active"_s).isBool() ||
        !areNumbers(object, {"from", "to", "since", "version"}))
        return std::nullopt;
    HorizonRecord record;
    record.id = static_cast<qint64>(*id);
    record.horizon.archive = object.value(u"archive"_s).toString();
    for (const QJsonValue &part : object.value(u"category"_s).toArray())
        record.horizon.category << part.toString();
    const qint64 ever = object.value(u"undated"_s).toBool() ? undatedTime : undatedTime + 1;
    record.horizon.from = object.value(u"from"_s).toInteger(ever);
    record.horizon.to = object.value(u"to"_s).toInteger(never);
    record.horizon.sample = sampleFromText(object.value(u"sample"_s).toString());
    record.since = object.value(u"since"_s).toInteger();
    record.active = object.value(u"active"_s).toBool();
    record.version = object.value(u"version"_s).toInteger();
    return isSound(record, latestMarkVersion) ? std::optional(record) : std::nullopt;
}

bool takeLine(const QByteArray &line, MarksMerger &merger, ImportedMarks *imported, QString *error)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (const std::optional<MarkRecord> mark = markFrom(object)) {
        ++imported->articles;
        return merger.merge(*mark, error);
    }
    if (const std::optional<HorizonRecord> horizon = horizonFrom(object)) {
        ++imported->horizons;
        return merger.merge(*horizon, error);
    }
    if (!line.trimmed().isEmpty())
        ++imported->refused;
    return true;
}

}

bool exportMarks(const Database &marks, QIODevice &out, QString *error)
{
    bool isWritten = true;
    const auto write = [&](const QJsonObject &object) {
        const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
        isWritten = isWritten && out.write(line) == line.size();
        return isWritten;
    };
    const std::optional<MarkVersion> version = marksVersion(marks, error);
    if (!version)
        return false;
    write({{u"lectern-marks"_s, formatNumber}, {u"version"_s, *version}});
    const bool isRead =
        eachMark(
            marks, Qt::AscendingOrder, [&](const MarkRecord &record) { return write(objectOf(record)); },
            error) &&
        eachHorizon(
            marks, [&](const HorizonRecord &record) { return write(objectOf(record)); }, error);
    if (!isWritten)
        *error = out.errorString();
    return isRead && isWritten;
}

std::optional<MarkVersion> marksVersionOf(QIODevice &in)
{
    const QJsonObject first = QJsonDocument::fromJson(in.readLine(longestLine)).object();
    if (first.value(u"lectern-marks"_s).toInt() != formatNumber)
        return std::nullopt;
    return first.value(u"version"_s).toInteger();
}

std::optional<ImportedMarks> importMarks(QIODevice &in, Database &marks, QString *error, qint64 linesAtOnce)
{
    if (!marksVersionOf(in))
        return std::nullopt;
    ImportedMarks imported;
    const auto work = [&](QString *reason) {
        MarksMerger merger(marks);
        for (qint64 line = 0; line < linesAtOnce && !in.atEnd(); ++line) {
            if (!takeLine(in.readLine(longestLine), merger, &imported, reason))
                return false;
        }
        imported.hasChanged = merger.hasChanged() || imported.hasChanged;
        return merger.finish(reason);
    };
    do {
        if (!marks.transact(work, error))
            return std::nullopt;
    } while (!in.atEnd());
    return imported;
}

#include "ui/palettemodel.h"

#include "ui/keyscheme.h"

#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

constexpr int mostRows = 200; // results: further ones nobody scrolls to

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{
    connect(&m_lookUp, &QFutureWatcherBase::finished, this, &PaletteModel::takeReadings);
}

void PaletteModel::setEntries(const QList<PaletteEntry> &entries)
{
    m_entries = entries;
    m_pattern.clear();
    match();
    lookUpReadings();
}

void PaletteModel::lookUpReadings()
{
    QSet<char32_t> unknown;
    for (const PaletteEntry &entry : m_entries) {
        for (const char32_t character : entry.name.toUcs4()) {
            if (QChar::script(character) == QChar::Script_Han && !m_readings.contains(character))
                unknown.insert(character);
        }
    }
    if (unknown.isEmpty())
        return;
    const QList<char32_t> characters = unknown.values();
    m_lookUp.setFuture(
        QtConcurrent::run(pinyinOf, QString::fromUcs4(characters.constData(), characters.size())));
}

void PaletteModel::takeReadings()
{
    m_readings.insert(m_lookUp.result());
    if (!m_pattern.isEmpty())
        match();
}

void PaletteModel::setPattern(const QString &pattern)
{
    m_pattern = pattern.trimmed();
    match();
}

void PaletteModel::match()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_pattern.isEmpty() && !m_entries.at(i).isAlwaysOffered)
            continue;
        if (const auto found = fuzzyMatch(m_pattern, m_entries.at(i).name, m_readings))
            m_rows << Row{i, *found};
    }
    // What cannot be done now comes last, and says by being there that it exists.
    const auto isBetter = [this](const Row &one, const Row &other) {
        const bool isEnabled = m_entries.at(one.entry).isEnabled;
        if (isEnabled != m_entries.at(other.entry).isEnabled)
            return isEnabled;
        if (one.match.score != other.match.score)
            return one.match.score > other.match.score;
        return one.entry < other.entry;
    };
    const auto end = m_rows.begin() + std::min<qsizetype>(mostRows, m_rows.size());
    std::partial_sort(m_rows.begin(), end, m_rows.end(), isBetter);
    m_rows.erase(end, m_rows.end());
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString PaletteModel::speech(const PaletteEntry &entry) const
{
    QStringList parts{entry.name, entry.place, shownKey(entry.key)};
    if (!entry.isEnabled)
        parts << tr("not available now");
    parts.removeAll(QString());
    //: Between the parts of a row that is read aloud.
    return parts.join(tr(", "));
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &shown = entry(index.row());
    switch (role) {
    case NameRole:
        return shown.name;
    case Qt::DecorationRole:
        return shown.icon;
    case Qt::AccessibleTextRole:
        return speech(shown);
    case PlaceRole:
        return shown.place;
    case KeyRole:
        return shown.key;
    case MatchRole:
        return QVariant::fromValue(m_rows.at(index.row()).match.places);
    case CheckedRole:
        return shown.isChecked;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return entry(index.row()).isEnabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsSelectable;
}

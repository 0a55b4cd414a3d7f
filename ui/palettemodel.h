#pragma once

#include "app/library/fuzzymatch.h"

#include <QAbstractListModel>
#include <QFutureWatcher>
#include <QIcon>
#include <QKeySequence>

#include <functional>

// Something that the palette can do.
struct PaletteEntry {
    QString name;  // what is searched
    QString place; // where else it is to be found, or what it is
    QIcon icon;
    QKeySequence key;
    bool isEnabled = true;
    bool isChecked = false;
    bool isAlwaysOffered = true; // also where nothing is typed yet
    std::function<void()> run;
};

// The entries whose names match what was typed, the best first. There may be many thousands of them; so many
// results as anybody looks through are kept.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        PlaceRole = Qt::UserRole,
        KeyRole,     // QKeySequence
        MatchRole,   // QList<int>, places in the name
        CheckedRole, // bool
    };

    explicit PaletteModel(QObject *parent = nullptr);

    // Chinese names can be found by their reading a moment later: that is looked up on another thread.
    void setEntries(const QList<PaletteEntry> &entries);
    void setPattern(const QString &pattern);
    const PaletteEntry &entry(int row) const { return m_entries.at(m_rows.at(row).entry); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        qsizetype entry;
        FuzzyMatch match;
    };
    void lookUpReadings();
    void takeReadings();
    void match();
    QString speech(const PaletteEntry &entry) const;

    QList<PaletteEntry> m_entries;
    QList<Row> m_rows;
    QString m_pattern;
    Readings m_readings;
    QFutureWatcher<Readings> m_lookUp;
};

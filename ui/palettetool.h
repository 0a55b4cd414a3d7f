#pragma once

#include <QObject>

class CommandPalette;
class Library;
class QMenuBar;
class QTreeView;
class Settings;
class Shortcuts;
struct PaletteEntry;

// Opens the palette with everything that can be reached by name: the commands, the recent folders, the
// categories.
class PaletteTool final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Shortcuts &shortcuts;
        const QMenuBar &menus;
        const Settings &settings;
        Library &library;
        QTreeView &tree; // of the categories
    };
    PaletteTool(const Parts &parts, QWidget *window);

    void setAccent(const QColor &accent);

public Q_SLOTS:
    void open();

Q_SIGNALS:
    void folderChosen(const QString &folder);
    void categoryChosen();

private:
    QList<PaletteEntry> commands() const;
    QList<PaletteEntry> folders();
    void addCategories(const QModelIndex &parent, QList<PaletteEntry> &entries);

    Parts m_parts;
    CommandPalette *m_palette;
};

#include "ui/palettetool.h"

#include "app/library/library.h"
#include "app/library/settings.h"
#include "ui/commandlist.h"
#include "ui/commandpalette.h"
#include "ui/shortcuts.h"

#include <QAction>
#include <QDir>
#include <QTreeView>

PaletteTool::PaletteTool(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_palette(new CommandPalette(window))
{
}

void PaletteTool::setAccent(const QColor &accent)
{
    m_palette->setAccent(accent);
}

void PaletteTool::open()
{
    QList<PaletteEntry> entries = commands() + folders();
    addCategories(m_parts.library.categories()->index(0, 0), entries);
    m_palette->open(entries);
}

QList<PaletteEntry> PaletteTool::commands() const
{
    QList<PaletteEntry> entries;
    for (const Command &command : commandList(m_parts.menus, m_parts.shortcuts.commands())) {
        PaletteEntry entry;
        const QStringList below = command.path.mid(1) + QStringList(command.name);
        entry.name = below.join(tr(" › "));
        entry.place = command.path.value(0);
        entry.icon = command.action->icon();
        entry.key = command.action->shortcut();
        entry.isEnabled = command.action->isEnabled();
        entry.isChecked = command.action->isChecked();
        entry.run = [action = QPointer<QAction>(command.action)] {
            if (action)
                action->trigger();
        };
        entries << entry;
    }
    return entries;
}

QList<PaletteEntry> PaletteTool::folders()
{
    QList<PaletteEntry> entries;
    for (const QString &folder : m_parts.settings.recentFolders()) {
        PaletteEntry entry;
        entry.name = QDir(folder).dirName();
        entry.place = tr("Folder · %1").arg(QDir::toNativeSeparators(folder));
        entry.isAlwaysOffered = false;
        entry.run = [this, folder] { Q_EMIT folderChosen(folder); };
        entries << entry;
    }
    return entries;
}

void PaletteTool::addCategories(const QModelIndex &parent, QList<PaletteEntry> &entries)
{
    CategoryModel &model = *m_parts.library.categories();
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex category = model.index(row, 0, parent);
        const CategoryId id = category.data(CategoryModel::IdRole).toLongLong();
        PaletteEntry entry;
        entry.name = category.data(CategoryModel::PathRole).toStringList().join(tr(" › "));
        entry.place = tr("Category");
        entry.isAlwaysOffered = false;
        entry.run = [this, id] {
            m_parts.tree.setCurrentIndex(m_parts.library.categories()->indexOf(id));
            m_parts.library.leavePaths();
            Q_EMIT categoryChosen();
        };
        entries << entry;
        addCategories(category, entries);
    }
}

#pragma once

#include "ui/commandlist.h"

#include <QTreeWidget>

// Commands with their keys, under the names of the menus.
class CommandTree final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit CommandTree(QWidget *parent = nullptr);

    // The first one becomes the current one.
    void setCommands(const QList<Command> &commands);
    // The keys as they are now. `isOwn` says which ones stand out, for having been changed.
    void showKeys(const std::function<bool(const QAction &)> &isOwn = {});
    // Leaves what has the text in its name, its menu, its tip or its keys.
    void narrow(const QString &text);
    QAction *current() const; // null where none is

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addCommand(const Command &command);
    void showKeysOf(QTreeWidgetItem &item, bool isOwn);

    QString m_nothing; // where nothing is found
};

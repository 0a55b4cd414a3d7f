#pragma once

#include "ui/keyscheme.h"

#include <QObject>

class QAction;
class QWidget;
class Settings;

// The keys of the window's commands: those each action was made with, over them the preset that was chosen,
// over that what the reader changed. A command is every action of the window whose object name begins with
// "action", and each of the picture viewer's (keyscheme.h); those that come later are found when they are
// asked for.
class Shortcuts final : public QObject
{
    Q_OBJECT

public:
    Shortcuts(QWidget &window, Settings &settings);

    QList<QAction *> commands();
    // A key of another command that cannot be had beside `key`.
    struct Holder {
        QAction *action;
        QKeySequence key;
    };
    QList<Holder> holders(const QKeySequence &key, const QAction *besides) const;
    bool isOwn(const QAction &action) const; // changed by the reader

    QString preset() const { return m_preset; }
    void setPreset(const QString &preset); // keeps what the reader changed
    // These keys are taken from whoever has them.
    void setKeys(QAction &action, const QList<QKeySequence> &keys);
    void reset(QAction &action); // to the preset's
    void resetAll();             // to Lectern's own

    bool save(const QString &file, QString *error) const;
    // Takes the place of preset and changes.
    bool load(const QString &file, QString *error);

    // Preset and changes, as a whole: to have them again.
    KeyFile own() const { return {m_preset, m_own}; }
    void setOwn(const KeyFile &own);

Q_SIGNALS:
    void changed();

private:
    QList<QAction *> named() const;
    CommandKeys presetBase() const;
    void take(QAction &action, const QList<QKeySequence> &keys);
    void keep();
    void apply();

    QWidget &m_window;
    Settings &m_settings;
    CommandKeys m_defaults; // of every command met so far
    QString m_preset;
    CommandKeys m_own;
};

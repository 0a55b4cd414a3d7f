#include "ui/shortcuts.h"

#include "app/library/settings.h"
#include "ui/commandlist.h"

#include <QAction>
#include <QFile>
#include <QSaveFile>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
// And not of a dialog over it. Menus are windows too, but they hang on one.
bool isIn(const QWidget &window, const QAction &action)
{
    const QObject *owner = action.parent();
    while (owner && (!owner->isWidgetType() || owner->inherits("QMenu")))
        owner = owner->parent();
    return owner && static_cast<const QWidget *>(owner)->window() == &window;
}

// What a command was made with stays where it has a fixed meaning, and no other comes by such a key.
QList<QKeySequence> withFixed(const QList<QKeySequence> &made, const QList<QKeySequence> &wanted)
{
    QList<QKeySequence> keys = made;
    keys.removeIf([](const QKeySequence &key) { return !hasFixedMeaning(key); });
    for (const QKeySequence &key : wanted) {
        if (!hasFixedMeaning(key))
            keys << key;
    }
    return keys;
}
}

constexpr qint64 longestFile = 1 << 20; // bytes; ours has some thousand

Shortcuts::Shortcuts(QWidget &window, Settings &settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
    , m_preset(settings.keyPreset())
{
    const QMap<QString, QStringList> own = settings.ownKeys();
    for (auto it = own.cbegin(); it != own.cend(); ++it)
        m_own.insert(it.key(), keysFromTexts(it.value()));
    commands();
}

QList<QAction *> Shortcuts::named() const
{
    QList<QAction *> actions = m_window.findChildren<QAction *>();
    actions.removeIf([this](const QAction *action) {
        const bool isCommand =
            action->objectName().startsWith("action"_L1) || isOfViewer(action->objectName());
        return !isCommand || !isIn(m_window, *action);
    });
    return actions;
}

QList<QAction *> Shortcuts::commands()
{
    const QList<QAction *> actions = named();
    bool isAnyNew = false;
    for (QAction *action : actions) {
        if (m_defaults.contains(action->objectName()))
            continue;
        m_defaults.insert(action->objectName(), action->shortcuts());
        // Where the menu bar is hidden, as in full screen, the keys must work all the same.
        const bool isOfWindow = action->shortcutContext() == Qt::WindowShortcut;
        if (isOfWindow && !isOfViewer(action->objectName()))
            m_window.addAction(action);
        isAnyNew = true;
    }
    if (isAnyNew)
        apply();
    return actions;
}

QList<Shortcuts::Holder> Shortcuts::holders(const QKeySequence &key, const QAction *besides) const
{
    QList<Holder> holders;
    for (QAction *action : named()) {
        if (besides && isOfViewer(action->objectName()) != isOfViewer(besides->objectName()))
            continue;
        for (const QKeySequence &other : action->shortcuts()) {
            if (action != besides && isClash(key, other))
                holders << Holder{action, other};
        }
    }
    return holders;
}

bool Shortcuts::isOwn(const QAction &action) const
{
    return m_own.contains(action.objectName());
}

CommandKeys Shortcuts::presetBase() const
{
    return resolvedKeys({presetKeys(m_preset), m_defaults});
}

void Shortcuts::setPreset(const QString &preset)
{
    m_preset = preset;
    keep();
}

void Shortcuts::take(QAction &action, const QList<QKeySequence> &keys)
{
    for (const QKeySequence &key : keys) {
        for (const Holder &holder : holders(key, &action)) {
            QList<QKeySequence> left = holder.action->shortcuts();
            left.removeAll(holder.key);
            m_own.insert(holder.action->objectName(), left);
            holder.action->setShortcuts(left);
        }
    }
    m_own.insert(action.objectName(), keys);
}

void Shortcuts::setKeys(QAction &action, const QList<QKeySequence> &keys)
{
    take(action, keys);
    keep();
}

void Shortcuts::reset(QAction &action)
{
    setKeys(action, presetBase().value(action.objectName()));
}

void Shortcuts::resetAll()
{
    m_preset.clear();
    m_own.clear();
    keep();
}

// Only the differences: what is as in the preset follows it, also in a later version.
void Shortcuts::keep()
{
    const CommandKeys base = presetBase();
    m_own.removeIf([&base](std::pair<const QString &, QList<QKeySequence> &> entry) {
        return base.contains(entry.first) && base.value(entry.first) == entry.second;
    });
    QMap<QString, QStringList> texts;
    for (auto it = m_own.cbegin(); it != m_own.cend(); ++it)
        texts.insert(it.key(), keyTexts(it.value()));
    m_settings.setKeyPreset(m_preset);
    m_settings.setOwnKeys(texts);
    apply();
}

void Shortcuts::apply()
{
    const CommandKeys keys = resolvedKeys({m_own, presetKeys(m_preset), m_defaults});
    for (QAction *action : named()) {
        const QString name = action->objectName();
        action->setShortcuts(withFixed(m_defaults.value(name), keys.value(name)));
        action->setIconText(plainName(action->text())); // of tool buttons: Qt leaves “(W)” in Chinese ones
        const QString shown = shownKeys(action->shortcuts());
        action->setToolTip(shown.isEmpty() ? action->statusTip()
                                           : u"%1 (%2)"_s.arg(action->statusTip(), shown));
    }
    Q_EMIT changed();
}

bool Shortcuts::save(const QString &file, QString *error) const
{
    QSaveFile out(file);
    const QByteArray bytes = toJson(own());
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit())
        return true;
    *error = out.errorString();
    return false;
}

bool Shortcuts::load(const QString &file, QString *error)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        *error = in.errorString();
        return false;
    }
    const std::optional<KeyFile> read = keyFileFromJson(in.read(longestFile), error);
    if (!read)
        return false;
    setOwn(*read);
    return true;
}

// What clashes goes to the first.
void Shortcuts::setOwn(const KeyFile &own)
{
    m_preset = keyPresets().contains(own.preset) ? own.preset : QString();
    m_own.clear();
    for (auto it = own.keys.cbegin(); it != own.keys.cend(); ++it)
        m_own = resolvedKeys({m_own, {{it.key(), it.value()}}});
    keep();
}

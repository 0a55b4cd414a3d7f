#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

// The keys of commands, by the object name of the command's action; an empty list for one that has none.
using CommandKeys = QMap<QString, QList<QKeySequence>>;

// What a file of keys holds: the preset it rests on, and what differs from that.
struct KeyFile {
    QString preset; // empty: Lectern's own
    CommandKeys keys;
};

// Whether a command is one of the picture viewer's. Their keys hold there and nowhere else, so they never
// clash with those of the window.
bool isOfViewer(const QString &command);
// Whether two commands cannot have these: they are the same, or one is how the other begins.
bool isClash(const QKeySequence &one, const QKeySequence &other);
// Tab, Enter and Esc move the focus, open what is chosen and leave a place, in every window. So no command
// can be given one of them, and one that was made with it keeps it: else a reader could lock himself in.
bool hasFixedMeaning(const QKeySequence &key);
// The keys in force: an entry of an earlier layer stands for those of the later ones, and of the keys of the
// later layers those that clash with an earlier one's are left out.
CommandKeys resolvedKeys(const QList<CommandKeys> &layers);

QStringList keyPresets(); // names, Lectern's own first
CommandKeys presetKeys(const QString &preset);

// JSON, UTF-8: {"lectern-keys": 1, "preset": "vim", "keys": {"actionStar": ["S", "G, S"], …}}, keys as
// QKeySequence::PortableText.
QByteArray toJson(const KeyFile &file);
// Nothing, with a sentence in `error`, where these are not the bytes of such a file. Keys that cannot be read
// are left out.
std::optional<KeyFile> keyFileFromJson(const QByteArray &bytes, QString *error);

// Between keys and what is kept of them.
QStringList keyTexts(const QList<QKeySequence> &keys);
QList<QKeySequence> keysFromTexts(const QStringList &texts);
// As a reader is told of them: "G G", and of several "J, Ctrl+Down".
QString shownKey(const QKeySequence &key);
QString shownKeys(const QList<QKeySequence> &keys);

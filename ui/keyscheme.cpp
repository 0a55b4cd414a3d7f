#include "ui/keyscheme.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

constexpr int fileVersion = 1;
constexpr auto versionField = "lectern-keys"_L1;

bool isOfViewer(const QString &command)
{
    return command.startsWith("viewer"_L1);
}

bool isClash(const QKeySequence &one, const QKeySequence &other)
{
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

bool hasFixedMeaning(const QKeySequence &key)
{
    for (int i = 0; i < key.count(); ++i) {
        const bool isPlain = !(key[i].keyboardModifiers() & ~Qt::ShiftModifier);
        for (const Qt::Key fixed :
             {Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter}) {
            if (isPlain && key[i].key() == fixed)
                return true;
        }
    }
    return false;
}

namespace
{
// By a command that is asked in the same place.
bool isTaken(const CommandKeys &keys, const QString &command, const QKeySequence &key)
{
    for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
        if (isOfViewer(it.key()) == isOfViewer(command) &&
            std::any_of(it->cbegin(), it->cend(),
                        [&key](const QKeySequence &other) { return isClash(key, other); }))
            return true;
    }
    return false;
}
}

CommandKeys resolvedKeys(const QList<CommandKeys> &layers)
{
    CommandKeys resolved;
    for (const CommandKeys &layer : layers) {
        const CommandKeys stronger = resolved;
        for (auto it = layer.cbegin(); it != layer.cend(); ++it) {
            if (stronger.contains(it.key()))
                continue;
            QList<QKeySequence> keys = it.value();
            keys.removeIf([&](const QKeySequence &key) { return isTaken(stronger, it.key(), key); });
            resolved.insert(it.key(), keys);
        }
    }
    return resolved;
}

QStringList keyPresets()
{
    return {QString(), u"vim"_s, u"netnewswire"_s};
}

CommandKeys presetKeys(const QString &preset)
{
    QFile file(u":/keys/%1.json"_s.arg(preset));
    if (preset.isEmpty() || !keyPresets().contains(preset) || !file.open(QIODevice::ReadOnly))
        return {};
    QString error;
    const std::optional<KeyFile> read = keyFileFromJson(file.readAll(), &error);
    Q_ASSERT(read);
    return read ? read->keys : CommandKeys();
}

QByteArray toJson(const KeyFile &file)
{
    QJsonObject keys;
    for (auto it = file.keys.cbegin(); it != file.keys.cend(); ++it)
        keys.insert(it.key(), QJsonArray::fromStringList(keyTexts(it.value())));
    const QJsonObject whole{{versionField, fileVersion}, {u"preset"_s, file.preset}, {u"keys"_s, keys}};
    return QJsonDocument(whole).toJson();
}

std::optional<KeyFile> keyFileFromJson(const QByteArray &bytes, QString *error)
{
    const QJsonObject whole = QJsonDocument::fromJson(bytes).object();
    if (whole.value(versionField).toInt() != fileVersion || !whole.value("keys"_L1).isObject()) {
        *error = QCoreApplication::translate("KeyScheme", "This is no file of Lectern’s keys.");
        return std::nullopt;
    }
    KeyFile file;
    file.preset = whole.value("preset"_L1).toString();
    const QJsonObject keys = whole.value("keys"_L1).toObject();
    for (auto it = keys.constBegin(); it != keys.constEnd(); ++it) {
        QStringList texts;
        for (const QJsonValue &text : it.value().toArray())
            texts << text.toString();
        file.keys.insert(it.key(), keysFromTexts(texts));
    }
    return file;
}

QStringList keyTexts(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << key.toString(QKeySequence::PortableText);
    return texts;
}

QList<QKeySequence> keysFromTexts(const QStringList &texts)
{
    QList<QKeySequence> keys;
    for (const QString &text : texts) {
        const QKeySequence key(text, QKeySequence::PortableText);
        bool isGood = !key.isEmpty();
        for (int i = 0; i < key.count(); ++i)
            isGood = isGood && key[i].key() != Qt::Key_unknown;
        if (isGood)
            keys << key;
    }
    return keys;
}

QString shownKey(const QKeySequence &key)
{
    QStringList parts;
    for (int i = 0; i < key.count(); ++i)
        parts << QKeySequence(key[i]).toString(QKeySequence::NativeText);
    return parts.join(u' ');
}

QString shownKeys(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << shownKey(key);
    return texts.join(u", "_s);
}

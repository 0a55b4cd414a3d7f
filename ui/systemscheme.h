#pragma once

#include <QObject>
#include <QPalette>

#include <optional>

class QDBusVariant;

// Whether the desktop is dark: as its settings portal says where there is one (org.freedesktop.appearance
// "color-scheme"), else as the platform's palette is. Qt 6.4 does not say; QStyleHints::colorScheme() came
// with 6.5.
class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Light, Dark };

    // `palette` is the one that the platform started with.
    explicit SystemScheme(const QPalette &palette, QObject *parent = nullptr);

    // Nothing until it is known.
    std::optional<Scheme> scheme() const { return m_scheme; }

    // From now on, and at once: the portal is asked without waiting, and listened to.
    void watch();

Q_SIGNALS:
    void changed(SystemScheme::Scheme scheme);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void setScheme(Scheme scheme);

    Scheme m_ofPalette;
    std::optional<Scheme> m_scheme;
    bool m_isWatching = false;
};

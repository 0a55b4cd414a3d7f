#pragma once

#include "app/page/theme.h"

#include <QObject>
#include <QPalette>

#include <optional>

class QDBusVariant;

// How the desktop wants programs to look: dark or light, in high contrast or not, and whether what moves
// should rather stand still; as its settings portal says where there is one, else as the platform's palette
// is. Qt 6.4 does not say; QStyleHints::colorScheme() came with 6.5.
class SystemLook final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Light, Dark };

    // `palette` is the one that the platform started with.
    explicit SystemLook(const QPalette &palette, QObject *parent = nullptr);

    // Nothing until it is known.
    std::optional<Scheme> scheme() const { return m_scheme; }
    std::optional<Contrast> contrast() const;
    bool wantsStillness() const;

    // From now on, and at once: the portal is asked without waiting, and listened to.
    void watch();

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QString &group, const QString &key, const QVariant &value);
    void ask(const QString &group, const QString &key);

    Scheme m_ofPalette;
    Contrast m_contrastOfPalette;
    std::optional<Scheme> m_scheme;
    // What desktops have said so far: GNOME's older ones in words of their own.
    std::optional<bool> m_wantsContrast;
    bool m_gnomeWantsContrast = false;
    bool m_wantsStillness = false;
    bool m_gnomeWantsStillness = false;
};

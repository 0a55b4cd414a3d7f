#pragma once

#include <QString>

// Inside a Flatpak no program can make the namespaces that Chromium shuts its renderers in. The web engine of
// Flatpak's base application for it (io.qt.qtwebengine.BaseApp) asks Flatpak to do it: each renderer is a
// Flatpak of its own, without files and network, and under Chromium's system call filter as everywhere. Any
// other engine finds no sandbox there, and refuses to start.

// "/.flatpak-info" lies at the root of every Flatpak, and only there.
bool isFlatpak(const QString &infoFile = QStringLiteral("/.flatpak-info"));

// Whether the Flatpak around us can do that for the engine, which ends the whole program where it cannot.
// Asks its portal over the session bus, and waits for the answer; wants the application object.
bool canFlatpakSandbox();

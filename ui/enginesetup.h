#pragma once

// Whether there must be a display. An export draws its page without one.
enum class DisplayUse { Window, NoWindow };

// Whether everything is drawn without the graphics card: there is none, or an earlier run could not draw with
// it.
enum class Drawing { Usual, Software };

// Everything that has to be settled before QApplication exists, because Chromium reads it when it starts:
// registers the pane's schemes; sets Chromium's flags; closes the debugging port; takes back what would
// switch the sandbox off, in the environment and in main()'s arguments, which lose entries in place. 0, or
// the exit code that the program leaves with at once: Chromium refuses to run as root, unless
// QTWEBENGINE_DISABLE_SANDBOX=1 is set; the reason is on standard error then.
int prepareEngine(int &count, char **arguments, DisplayUse display = DisplayUse::Window,
                  Drawing drawing = Drawing::Usual);

// Whether the engine may be started: it never runs without its sandbox, but where the environment asks for
// that of root. After prepareEngine(), before there are threads.
bool mayStartEngine();

// The rest of that question: in a Flatpak it goes over D-Bus, which wants the application object.
bool portalAgrees();

// The parts of it, for the tests.
bool isRoot(); // false where there is no such thing
void setEngineEnvironment(Drawing drawing = Drawing::Usual);
void dropEngineArguments(int &count, char **arguments);

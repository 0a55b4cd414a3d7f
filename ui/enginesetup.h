#pragma once

// Whether there must be a display. An export draws its page without one.
enum class DisplayUse { Window, NoWindow };

// Everything that has to be settled before QApplication exists, because Chromium reads it when it starts:
// registers the pane's schemes; sets Chromium's flags; closes the debugging port; takes back what would
// switch the sandbox off, in the environment and in main()'s arguments, which lose entries in place. 0, or
// the exit code that the program leaves with at once: Chromium refuses to run as root, unless
// QTWEBENGINE_DISABLE_SANDBOX=1 is set; the reason is on standard error then.
int prepareEngine(int &count, char **arguments, DisplayUse display = DisplayUse::Window);

// The parts of it, for the tests.
void setEngineEnvironment();
void dropEngineArguments(int &count, char **arguments);

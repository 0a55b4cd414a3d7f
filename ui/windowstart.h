#pragma once

struct CommandLine;
class Instance;
class Library;
class MainWindow;
class Settings;

// Begins to open what the window will show, so that its catalogue is read while the engine starts.
void openAhead(Library &library, const Settings &settings, const CommandLine &command);

// Shows the window with what the command asks for, and from then on with what later starts ask `instance`
// for. A service shows nothing before it is asked, and leaves after ten seconds in which nobody does. Both
// must live as long as the event loop.
void startWindow(MainWindow &window, Instance &instance, const CommandLine &command);

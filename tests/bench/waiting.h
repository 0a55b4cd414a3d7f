#pragma once

#include <functional>

// Runs the event loop until `isOver` says so, which is asked every 5 ms; false after so many milliseconds. In
// between every event is handled at once: QTest::qWaitFor() sleeps 10 ms between two looks at the events, and
// that would be measured with everything else.
bool waitFor(const std::function<bool()> &isOver, int patience);

void pause(int milliseconds);

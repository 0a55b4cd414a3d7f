#pragma once

// A line "12 ms  window shown" to the logging category lectern.timing, in milliseconds since the process
// began. QT_LOGGING_RULES=lectern.timing=true prints them.
void logMilestone(const char *what);

#pragma once

class QWidget;

// A line "12 ms  window shown" to the logging category lectern.timing, in milliseconds since the process
// began. QT_LOGGING_RULES=lectern.timing=true prints them.
void logMilestone(const char *what);

// The same once the widget has been painted the next time: what somebody sees, not what is known.
void logNextPaint(QWidget &widget, const char *what);

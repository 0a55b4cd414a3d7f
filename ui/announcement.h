#pragma once

class QString;
class QWidget;

// Has the sentence read aloud by screen readers, wherever the focus is. `place` is where it is seen.
void announce(QWidget *place, const QString &sentence);

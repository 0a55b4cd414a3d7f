#pragma once

#include <QString>

// Why an article's text is shown without the web engine.
enum class TextReason {
    RendererGone,  // the engine's process ended while it showed this article
    NotPainted,    // the engine works, but nothing reaches the screen
    TooSlow,       // the engine did not get the page ready
    LeftByLastRun, // an earlier run died over this article
    NoSandbox,     // the system does not let the engine shut its processes in
};

// One line for the reader. `softwareNext` adds that the next start draws without the graphics card.
QString textNotice(TextReason reason, bool softwareNext);

#pragma once

// Whether Chromium can shut its renderers in. On Linux that takes user namespaces, which a container or the
// administrator may have forbidden: Chromium would end the whole program then. Tried out with a process of
// our own, as Chromium does it, without starting the engine. To be asked before there are threads.
bool canSandbox();

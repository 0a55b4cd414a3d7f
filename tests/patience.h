#pragma once

// How long a test waits for what has to come: a deadline, never a wait, as the machine may be busy.
constexpr int patience = 30'000; // milliseconds

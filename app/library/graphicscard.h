#pragma once

#include <QString>

enum class GraphicsCard { Absent, Present };

// Whether the system offers a graphics card that this user may draw with. Where it says so by files (Linux),
// they are looked for in `devices` (/dev); elsewhere there always is one. Without one OpenGL would be
// reckoned by the processor, which draws quicker by itself.
GraphicsCard graphicsCard(const QString &devices);

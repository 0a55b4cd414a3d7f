#include "app/library/graphicscard.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

GraphicsCard graphicsCard(const QString &devices)
{
#if defined(Q_OS_LINUX)
    const auto mayDraw = [](const QFileInfo &device) { return device.isReadable() && device.isWritable(); };
    // Render nodes, which every driver of the kernel's has that can draw (Documentation/gpu/drm-uapi.rst);
    // then the drivers that go without: NVIDIA's and Arm's own, and Windows' card in its subsystem for Linux.
    constexpr QDir::Filters all = QDir::Files | QDir::System;
    const QFileInfoList cards = QDir(devices + u"/dri"_s).entryInfoList({u"renderD*"_s}, all) +
                                QDir(devices).entryInfoList({u"nvidiactl"_s, u"mali0"_s, u"dxg"_s}, all);
    return std::any_of(cards.cbegin(), cards.cend(), mayDraw) ? GraphicsCard::Present : GraphicsCard::Absent;
#else
    Q_UNUSED(devices)
    return GraphicsCard::Present;
#endif
}

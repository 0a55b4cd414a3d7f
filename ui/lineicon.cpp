#include "ui/lineicon.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QStyleOptionViewItem>

using namespace Qt::StringLiterals;

namespace
{

QString fileOf(const QString &name)
{
    return u":/icons/lines/%1.svg"_s.arg(name);
}

// Softer than letters, whose lines are thinner; fainter still where it stands for nothing that can be done.
QColor ink(QIcon::Mode mode)
{
    constexpr float soft = 0.82F;
    constexpr float faint = 0.45F;
    const QPalette palette = QGuiApplication::palette();
    const bool isSelected = mode == QIcon::Selected;
    const QColor text =
        palette.color(QPalette::Active, isSelected ? QPalette::HighlightedText : QPalette::WindowText);
    const QColor ground =
        palette.color(QPalette::Active, isSelected ? QPalette::Highlight : QPalette::Window);
    const float share = mode == QIcon::Disabled ? faint : soft;
    const auto mixed = [share](float one, float other) { return one * share + other * (1 - share); };
    return QColor::fromRgbF(mixed(text.redF(), ground.redF()), mixed(text.greenF(), ground.greenF()),
                            mixed(text.blueF(), ground.blueF()));
}

QPixmap drawn(const QString &name, const QSize &size, const QColor &color)
{
    QFile file(fileOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = file.readAll().replace("currentColor", color.name().toLatin1());
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize(size);
    return QPixmap::fromImage(reader.read());
}

class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(const QString &name)
        : m_name(name)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const QSize size = rect.size() * painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, pixmap(size, mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString filled = m_name + "-filled"_L1;
        const QString name = state == QIcon::On && QFile::exists(fileOf(filled)) ? filled : m_name;
        const QColor color = ink(mode);
        const QString key =
            u"line %1 %2x%3 %4"_s.arg(name).arg(size.width()).arg(size.height()).arg(color.rgb());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = drawn(name, size, color);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name); }

private:
    QString m_name;
};

QLatin1StringView mirrored(QLatin1StringView name)
{
    static constexpr std::pair<QLatin1StringView, QLatin1StringView> pairs[] = {
        {"arrow-left"_L1, "arrow-right"_L1},
        {"pane-previous"_L1, "pane-next"_L1},
        {"picture-first"_L1, "picture-last"_L1},
        {"picture-previous"_L1, "picture-next"_L1},
    };
    for (const auto &[left, right] : pairs) {
        if (name == left)
            return right;
        if (name == right)
            return left;
    }
    return name;
}

}

QIcon lineIcon(QLatin1StringView name)
{
    Q_ASSERT(QFile::exists(fileOf(name)));
    return QIcon(new LineIconEngine(QGuiApplication::isLeftToRight() ? name : mirrored(name)));
}

// Without the focus a choice has a pale ground, where the icon's ink on that of one with it could not be
// seen; unless the platform leaves it the strong one.
void inkIcon(QStyleOptionViewItem &item, double ratio)
{
    const auto wordsOf = [&item](QPalette::ColorGroup group) {
        return item.palette.color(group, QPalette::HighlightedText);
    };
    if (item.icon.isNull() || !item.state.testFlag(QStyle::State_Selected) ||
        item.state.testFlag(QStyle::State_Active) || wordsOf(QPalette::Active) == wordsOf(QPalette::Inactive))
        return;
    QIcon inked;
    inked.addPixmap(item.icon.pixmap(item.decorationSize, ratio, QIcon::Normal), QIcon::Selected);
    item.icon = inked;
}

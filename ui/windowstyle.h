#pragma once

#include <QProxyStyle>

class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionSpinBox;

// Quiet bars, slim scroll bars and a focus that can be seen, where the platform has no style of its own and
// Qt falls back to Fusion.
class WindowStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returned = nullptr) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget = nullptr) const override;

private:
    int roomForWords(QStyleOptionComboBox box, QSize size, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionSpinBox &box, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(QStyleOptionComboBox box, QPainter *painter, const QWidget *widget) const;
    void drawEntry(QPainter *painter, const QStyleOptionMenuItem &entry, const QWidget *widget) const;
    void drawEntryInk(QPainter *painter, QStyleOptionMenuItem entry, const QWidget *widget) const;
};

// The program's icon, and this style unless the platform has its own. Before the first window.
void installWindowStyle();

#include "ui/windowstyle.h"

#include "ui/arrowstyle.h"
#include "ui/lineicon.h"
#include "ui/menustyle.h"
#include "ui/outlinestyle.h"
#include "ui/progressstyle.h"
#include "ui/scrollbarstyle.h"
#include "ui/standardicons.h"
#include "ui/windowpalette.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QIcon>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int scrollBarWidth = 12; // pixels, as the page's own
constexpr int menuMargin = 4;      // pixels above and below the entries
constexpr int menuLeading = 3;     // pixels that an entry is taller than Fusion's
constexpr double arrowGap = 0.7;   // of the font's height, between a key and the arrow of the menu behind it
constexpr int barInset = 5;        // pixels above and below the lines in a bar
constexpr double checkColumn = 0.79; // of the height of a menu's entry, in Fusion
constexpr double buttonMargin = 0.7; // of the font's height, between the edge of a button and its text
constexpr int cellMargin = 5;        // pixels between the edge of a table's cell and its text
constexpr double rowHeight = 1.6;    // of the font's, in lists and tables that have no height of their own
constexpr double fieldHeight = 1.75; // of the font's
constexpr int fieldMargin = 3;       // pixels between the edge of a field and its text

void fillBar(QPainter *painter, const QStyleOption &option, Qt::Edge line)
{
    const QRect &rect = option.rect;
    painter->fillRect(rect, option.palette.window());
    const int y = line == Qt::TopEdge ? rect.top() : rect.bottom();
    painter->fillRect(QRect(rect.left(), y, rect.width(), 1), option.palette.mid());
}

void drawToolBarSeparator(QPainter *painter, const QStyleOption &option)
{
    const QRect &rect = option.rect;
    const QPoint middle = rect.center();
    const bool isUpright = option.state.testFlag(QStyle::State_Horizontal); // the bar's direction
    const QRect line = isUpright ? QRect(middle.x(), rect.top() + barInset, 1, rect.height() - 2 * barInset)
                                 : QRect(rect.left() + barInset, middle.y(), rect.width() - 2 * barInset, 1);
    painter->fillRect(line, option.palette.mid());
}

// A hairline, however wide the handle is.
void drawSplitter(QPainter *painter, const QStyleOption &option)
{
    QRect line = option.rect;
    if (option.state.testFlag(QStyle::State_Horizontal))
        line = QRect(line.center().x(), line.top(), 1, line.height());
    else
        line = QRect(line.left(), line.center().y(), line.width(), 1);
    painter->fillRect(line, option.palette.mid());
}

void drawHeader(QPainter *painter, const QStyleOption &option)
{
    painter->fillRect(option.rect, option.palette.window());
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      option.palette.mid());
}

void drawMenuBarItem(QPainter *painter, const QStyleOptionMenuItem &item, const QStyle &style)
{
    const bool isChosen = item.state.testFlag(QStyle::State_Selected);
    painter->fillRect(item.rect, isChosen ? item.palette.highlight() : item.palette.window());
    style.drawItemText(painter, item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                       item.palette, item.state.testFlag(QStyle::State_Enabled), item.text,
                       isChosen ? QPalette::HighlightedText : QPalette::WindowText);
}

// Where a menu below this one has a key, all the keys step aside for its arrow.
int keyGap(const QWidget *widget)
{
    const auto *menu = qobject_cast<const QMenu *>(widget);
    const QList<QAction *> entries = menu ? menu->actions() : QList<QAction *>();
    const bool hasKey = std::any_of(entries.cbegin(), entries.cend(), [](const QAction *entry) {
        return entry->menu() && !entry->shortcut().isEmpty();
    });
    return hasKey ? qRound(menu->fontMetrics().height() * arrowGap) : 0;
}

bool isFramed(const QStyleOption &field)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&field);
    return frame && frame->lineWidth > 0;
}

}

void WindowStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const auto *area = qobject_cast<QAbstractScrollArea *>(widget);
    if (area && area->frameShape() == QFrame::StyledPanel)
        widget->installEventFilter(this);
}

// The frame of a list says where the focus is, also of one that is empty; Qt paints the inside alone anew.
bool WindowStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        static_cast<QWidget *>(watched)->update();
    return QProxyStyle::eventFilter(watched, event);
}

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_MenuVMargin:
        return menuMargin;
    case PM_FocusFrameHMargin: // of cells, which have one pixel more
        return cellMargin;
    case PM_HeaderMargin:
        return cellMargin + 1;
    case PM_ToolBarIconSize:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ButtonMargin:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_TreeViewIndentation:
        return qRound(QProxyStyle::pixelMetric(metric, option, widget) * textScale());
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returned) const
{
    // Nothing moves by itself: some people are made ill by it, and nobody reads the better for it.
    if (hint == SH_Menu_Scrollable)
        return 1; // one column, also where the screen is low
    // The shadow under what is switched off blurs Chinese characters.
    const bool isOff = hint == SH_DialogButtonBox_ButtonsHaveIcons || hint == SH_Widget_Animation_Duration ||
                       hint == SH_EtchDisabledText;
    return isOff ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

QIcon WindowStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    const QIcon own = ownStandardIcon(icon);
    return own.isNull() ? QProxyStyle::standardIcon(icon, option, widget) : own;
}

QSize WindowStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                    const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const auto *entry =
        type == CT_MenuItem ? qstyleoption_cast<const QStyleOptionMenuItem *>(option) : nullptr;
    if (entry && entry->menuItemType != QStyleOptionMenuItem::Separator) {
        size += QSize(keyGap(widget), menuLeading);
        // Fusion draws it wider than it has asked for, where the text is large.
        size.rwidth() += std::max(0, qRound(size.height() * checkColumn) - entry->maxIconWidth);
    } else if (type == CT_PushButton)
        size.setWidth(std::max(size.width(),
                               contents.width() + 2 * qRound(option->fontMetrics.height() * buttonMargin)));
    else if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
             type == CT_ToolButton && button && isMenuButton(*button))
        size.rwidth() += menuArrowWidth(*button);
    else if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
             type == CT_ComboBox && box)
        size.rwidth() += std::max(0, contents.width() + 2 - roomForWords(*box, size, widget));
    else if (type == CT_LineEdit && isFramed(*option))
        size.setHeight(std::max(size.height(), qRound(option->fontMetrics.height() * fieldHeight)));
    else if (type == CT_SpinBox)
        size.setHeight(std::max(size.height(), qRound(option->fontMetrics.height() * fieldHeight)));
    else if (type == CT_ItemViewItem)
        size.setHeight(std::max(size.height(), qRound(option->fontMetrics.height() * rowHeight)));
    return size;
}

int WindowStyle::roomForWords(QStyleOptionComboBox box, QSize size, const QWidget *widget) const
{
    box.rect = {{}, size};
    return subControlRect(CC_ComboBox, &box, SC_ComboBoxEditField, widget).width();
}

void WindowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return drawFocus(painter, *option);
    case PE_Frame:
        return drawFrame(painter, *option, widget);
    case PE_PanelButtonCommand:
        return drawButton(painter, *option);
    case PE_PanelLineEdit:
        if (isFramed(*option))
            return drawFieldEdge(painter, *option, option->palette.base());
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    case PE_PanelStatusBar:
        return fillBar(painter, *option, Qt::TopEdge);
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorBranch:
        return drawBranch(painter, *option);
    case PE_IndicatorToolBarSeparator:
        return drawToolBarSeparator(painter, *option);
    case PE_PanelMenu:
        return drawMenuPanel(painter, *option);
    case PE_FrameMenu: // is part of the panel
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
        return drawArrow(element, painter, *option);
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return drawIndicatorEdge(element, painter, *option);
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WindowStyle::drawEntry(QPainter *painter, const QStyleOptionMenuItem &entry, const QWidget *widget) const
{
    constexpr State chosen = State_Selected | State_Enabled;
    if (entry.menuItemType == QStyleOptionMenuItem::Separator && entry.text.isEmpty())
        return drawMenuSeparator(painter, entry);
    if ((entry.state & chosen) != chosen)
        return drawEntryInk(painter, entry, widget);
    drawEntryInk(painter, drawChosenGround(painter, entry, *this, widget), widget);
}

// With an arrow of our own.
void WindowStyle::drawEntryInk(QPainter *painter, QStyleOptionMenuItem entry, const QWidget *widget) const
{
    const bool hasArrow = entry.menuItemType == QStyleOptionMenuItem::SubMenu;
    if (hasArrow)
        entry.menuItemType = QStyleOptionMenuItem::Normal;
    entry.reservedShortcutWidth += keyGap(widget);
    QProxyStyle::drawControl(CE_MenuItem, &entry, painter, widget);
    if (!hasArrow)
        return;
    const int side = entry.rect.height();
    const QRect place(entry.rect.right() - side, entry.rect.top(), side, side);
    entry.rect = visualRect(entry.direction, entry.rect, place);
    drawArrow(forwardArrow(entry), painter, entry);
}

void WindowStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_ToolBar:
        return fillBar(painter, *option, Qt::BottomEdge);
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, option->palette.window());
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuBarItem(painter, *item, *this);
        return;
    case CE_MenuItem:
        if (const auto *entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawEntry(painter, *entry, widget);
        return;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem shown = *item;
            inkIcon(shown, painter->device()->devicePixelRatioF());
            QProxyStyle::drawControl(element, &shown, painter, widget);
        }
        return;
    case CE_Splitter:
        return drawSplitter(painter, *option);
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            drawProgress(painter, *bar, textScale());
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return drawHeader(painter, *option);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void WindowStyle::drawComboBox(QStyleOptionComboBox box, QPainter *painter, const QWidget *widget) const
{
    const QRect place = subControlRect(CC_ComboBox, &box, SC_ComboBoxArrow, widget);
    box.subControls.setFlag(SC_ComboBoxArrow, false);
    QProxyStyle::drawComplexControl(CC_ComboBox, &box, painter, widget);
    box.rect = place;
    box.state.setFlag(State_Selected, false); // it has the focus, on its usual ground
    drawArrow(PE_IndicatorArrowDown, painter, box);
}

// Fusion has a frame within the edge.
void WindowStyle::drawSpinBox(const QStyleOptionSpinBox &box, QPainter *painter, const QWidget *widget) const
{
    drawFieldEdge(painter, box, box.palette.base());
    struct Part {
        SubControl part;
        PrimitiveElement arrow;
        QAbstractSpinBox::StepEnabledFlag step;
    };
    constexpr Part parts[] = {
        {SC_SpinBoxUp, PE_IndicatorArrowUp, QAbstractSpinBox::StepUpEnabled},
        {SC_SpinBoxDown, PE_IndicatorArrowDown, QAbstractSpinBox::StepDownEnabled},
    };
    for (const auto &[part, arrow, step] : parts) {
        QStyleOption button = box;
        button.rect = subControlRect(CC_SpinBox, &box, part, widget);
        button.state.setFlag(State_Enabled, box.stepEnabled.testFlag(step));
        if (box.activeSubControls == part && box.state.testFlag(State_Enabled))
            painter->fillRect(button.rect, box.palette.button());
        drawArrow(arrow, painter, button);
    }
}

void WindowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                     QPainter *painter, const QWidget *widget) const
{
    const auto *bar =
        control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (bar)
        return drawScrollBar(painter, *bar, widget);
    if (control == CC_ComboBox)
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return drawComboBox(*box, painter, widget);
    if (control == CC_SpinBox)
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option); box && box->frame)
            return drawSpinBox(*box, painter, widget);
    if (control == CC_ToolButton)
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && isMenuButton(*button))
            return drawMenuButton(painter, *button, *this, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect WindowStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents && isFramed(*option)
               ? rect.adjusted(fieldMargin, 0, -fieldMargin, 0)
               : rect;
}

QRect WindowStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                  const QWidget *widget) const
{
    const auto *bar =
        control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (!bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect thumb = scrollThumb(*bar);
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return thumb;
    case SC_ScrollBarSubPage:
        return besideThumb(*bar, thumb, ThumbSide::Before);
    case SC_ScrollBarAddPage:
        return besideThumb(*bar, thumb, ThumbSide::Behind);
    default: // no arrows
        return {};
    }
}

void installWindowStyle()
{
    QApplication::setWindowIcon(QIcon(u":/icons/lectern.svg"_s));
    QApplication::setDesktopFileName(u"org.lectern.Lectern"_s);
    if (QApplication::style()->objectName() == u"fusion"_s)
        QApplication::setStyle(new WindowStyle);
}

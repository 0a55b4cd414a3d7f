#include "ui/hintoverlay.h"

#include "ui/accessiblerole.h"
#include "ui/hintlabels.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace
{
constexpr int side = 4; // pixels beside a label's letters

QColor color(Rgb rgb)
{
    return QColor::fromRgb(rgb);
}
}

HintOverlay::HintOverlay(QWidget *page)
    : QWidget(page)
{
    setObjectName(QStringLiteral("linkHints"));
    setAccessibleName(tr("Link hints"));
    setAccessibleRole(this, QAccessible::LayeredPane);
    setFocusPolicy(Qt::StrongFocus);
    QFont letters = font();
    letters.setBold(true);
    letters.setPointSizeF(letters.pointSizeF() * 0.95);
    setFont(letters);
    page->installEventFilter(this);
    hide();
}

void HintOverlay::open(const QList<Place> &places, const ThemeColors &colors)
{
    m_colors = colors;
    m_typed.clear();
    m_isCopy = false;
    setGeometry(parentWidget()->rect());
    place(places);
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    show();
    raise();
    showMeant();
    setFocus(Qt::ShortcutFocusReason);
}

// At the beginning of what it stands for, a little above it, so that its first words can still be read;
// beside one that is there already.
void HintOverlay::place(const QList<Place> &places)
{
    m_hints.clear();
    const QStringList labels = hintLabels(static_cast<int>(places.size()));
    const int height = fontMetrics().height() + 1;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const int letters = fontMetrics().horizontalAdvance(labels.at(i));
        const int width = std::max(letters + 2 * side, height); // as wide as high: J alone would be a sliver
        const QPoint corner = places.at(i).box.topLeft();
        QRect box(corner.x() - width * 2 / 3, corner.y() - height / 2, width, height);
        const auto isTaken = [&box](const Hint &hint) { return hint.box.intersects(box); };
        while (std::any_of(m_hints.cbegin(), m_hints.cend(), isTaken) && box.right() < this->width())
            box.translate(width + 1, 0);
        box.moveLeft(qBound(0, box.left(), qMax(0, this->width() - width)));
        box.moveTop(qBound(0, box.top(), qMax(0, this->height() - height)));
        m_hints << Hint{labels.at(i), box, places.at(i).name};
    }
}

void HintOverlay::leave()
{
    if (!isVisible())
        return;
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
}

QStringList HintOverlay::labels() const
{
    QStringList labels;
    for (const Hint &hint : meant()) {
        if (isVisible())
            labels << hint.label;
    }
    return labels;
}

QList<HintOverlay::Hint> HintOverlay::meant() const
{
    QList<Hint> hints = m_hints;
    hints.removeIf([this](const Hint &hint) { return !hint.label.startsWith(m_typed); });
    return hints;
}

// What is typed already is not read aloud again.
void HintOverlay::showMeant()
{
    QStringList sentences;
    for (const Hint &hint : meant()) {
        const QString left = hint.label.mid(m_typed.size());
        //: %1 is letters to type, %2 the text of a link
        sentences << tr("%1: %2").arg(left, hint.name);
    }
    //: Between the parts of a list that is read aloud.
    setAccessibleDescription(sentences.join(tr("; ")));
    update();
}

bool HintOverlay::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    // The places are no longer where they were.
    if (event->type() == QEvent::Wheel || event->type() == QEvent::MouseButtonPress)
        leave();
    return QWidget::event(event);
}

bool HintOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        leave();
    return false;
}

void HintOverlay::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    hide();
}

void HintOverlay::keyPressEvent(QKeyEvent *event)
{
    const bool isLetter = event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z;
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (event->key() == Qt::Key_Backspace) {
        m_typed.chop(1);
        showMeant();
    } else if (isLetter && !(event->modifiers() & ~Qt::ShiftModifier)) {
        m_isCopy = event->modifiers().testFlag(Qt::ShiftModifier);
        type(QChar(event->key()));
    }
}

// A letter that leads nowhere is taken for a slip.
void HintOverlay::type(QChar letter)
{
    m_typed += letter;
    if (labels().isEmpty())
        m_typed.chop(1);
    showMeant();
    for (int i = 0; i < m_hints.size(); ++i) {
        if (m_hints.at(i).label != m_typed)
            continue;
        leave();
        if (m_isCopy)
            Q_EMIT chosenToCopy(i);
        else
            Q_EMIT chosen(i);
        return;
    }
}

void HintOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = color(m_colors.background);
    QColor typedInk = ink;
    typedInk.setAlphaF(0.55F);
    const auto alignment =
        Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute; // the labels are Latin letters
    for (const Hint &hint : meant()) {
        painter.setPen(ink);
        painter.setBrush(color(m_colors.accent));
        painter.drawRoundedRect(QRectF(hint.box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        const int before = (hint.box.width() - fontMetrics().horizontalAdvance(hint.label)) / 2;
        const QRect letters = hint.box.adjusted(before, 0, 0, 0);
        painter.setPen(typedInk);
        painter.drawText(letters, alignment, m_typed);
        painter.setPen(ink);
        painter.drawText(letters.adjusted(fontMetrics().horizontalAdvance(m_typed), 0, 0, 0), alignment,
                         hint.label.mid(m_typed.size()));
    }
}

#include "ui/commandpalette.h"

#include "ui/palettedelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
constexpr int shadow = 18;     // pixels around the panel
constexpr int mostShown = 11;  // rows
constexpr int usualWidth = 76; // characters
}

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window)
    , m_model(new PaletteModel(this))
    , m_text(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing has that name."), this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Commands by name"));
    m_text->setObjectName(u"paletteText"_s);
    m_text->setPlaceholderText(tr("Command, category or recent folder"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setFrame(false);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_text->setFont(large);
    m_text->setTextMargins(4, 2, 4, 2);
    m_text->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What has that name"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->setContentsMargins(shadow + 8, shadow + 8, shadow + 8, shadow + 8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_nothing)})
        layout->addWidget(part);
    connect(m_text, &QLineEdit::textChanged, m_model, &PaletteModel::setPattern);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_list->setCurrentIndex(m_model->index(0, 0));
        tellCurrent();
        place();
    });
    window->installEventFilter(this);
    hide();
}

void CommandPalette::setAccent(const QColor &accent)
{
    static_cast<PaletteDelegate *>(m_list->itemDelegate())->setAccent(accent);
}

void CommandPalette::open(const QList<PaletteEntry> &entries)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_text->clear();
    m_model->setEntries(entries);
    place();
    show();
    raise();
    m_text->setFocus(Qt::OtherFocusReason); // by a shortcut Qt would select first: Orca would stay silent
}

// Over the upper part of the window, as tall as the results, as far as the window is.
void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    QStyleOptionViewItem option;
    option.initFrom(m_list);
    const int row = m_list->itemDelegate()->sizeHint(option, {}).height();
    const int around = m_text->sizeHint().height() + layout()->spacing() + 2 * (shadow + 8);
    const int room = window->height() * 9 / 10 - around;
    const int rows = qBound(1, m_model->rowCount(), qBound(1, room / row, mostShown));
    const int listHeight = rows * row + 2;
    const bool isAny = m_model->rowCount() > 0;
    m_list->setVisible(isAny);
    m_nothing->setVisible(!isAny);
    m_list->setFixedHeight(listHeight);
    m_nothing->setFixedHeight(listHeight);
    const int width = qMin(fontMetrics().averageCharWidth() * usualWidth, window->width() - 2 * shadow);
    setGeometry((window->width() - width) / 2 - shadow, window->height() / 10, width + 2 * shadow,
                around + listHeight);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        event->accept();
        return true;
    case QEvent::KeyPress:
        return takeKey(*static_cast<QKeyEvent *>(event));
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason &&
            static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
            hide();
        return false;
    default:
        return false;
    }
}

bool CommandPalette::takeKey(const QKeyEvent &event)
{
    const bool isControl = event.modifiers() == Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(mostShown - 1);
        return true;
    case Qt::Key_PageUp:
        step(1 - mostShown);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere to go
    case Qt::Key_N:
    case Qt::Key_P:
        if (isControl)
            step(event.key() == Qt::Key_N ? 1 : -1);
        return isControl;
    default:
        return false;
    }
}

void CommandPalette::step(int rows)
{
    int last = m_model->rowCount() - 1;
    while (last > 0 && !m_model->entry(last).isEnabled) // they stand at the end
        --last;
    const int now = m_list->currentIndex().row();
    int row = now + rows;
    if (qAbs(rows) == 1) // round and round, by single steps only
        row = row < 0 ? last : (row > last ? 0 : row);
    m_list->setCurrentIndex(m_model->index(qBound(0, row, qMax(0, last)), 0));
    tellCurrent();
}

// The focus stays in the text, and a screen reader with it: what it reads aloud is the text's description,
// when that changes.
void CommandPalette::tellCurrent()
{
    const QModelIndex row = m_list->currentIndex();
    m_text->setAccessibleDescription(row.isValid() ? row.data(Qt::AccessibleTextRole).toString()
                                                   : m_nothing->text());
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid() || !m_model->entry(index.row()).isEnabled)
        return;
    const std::function<void()> chosen = m_model->entry(index.row()).run;
    leave();
    chosen();
}

// The focus goes back first: a command may mean the pane that has it, or take it elsewhere.
void CommandPalette::leave()
{
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF panel = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 5)); // one over the other they grow darker towards the panel
    for (int i = shadow; i > 0; i -= 1 + i / 4)
        painter.drawRoundedRect(panel.adjusted(-i, 4 - i, i, i), 8 + i, 8 + i);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const double line = m_text->geometry().bottom() + layout()->spacing() / 2.0;
    painter.drawLine(QPointF(panel.left() + 1, line), QPointF(panel.right() - 1, line));
}

#include "ui/statusline.h"

#include "ui/elidedlabel.h"
#include "ui/focusreturn.h"
#include "ui/lineicon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLayout>
#include <QMenu>
#include <QProgressBar>
#include <QStyleOption>
#include <QStylePainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int leastMessage = 16; // letters that a longer message keeps beside the works
constexpr qsizetype least = 1;   // of the works is shown, however little room there is

const QLabel &sentenceOf(const QWidget &work)
{
    return *work.findChild<ElidedLabel *>();
}

// What has ended may leave its result to be read; nobody waits for that.
bool isUnderWay(const QWidget &work)
{
    return !work.findChild<QProgressBar *>()->isHidden() && !sentenceOf(work).text().isEmpty();
}

// For a menu, where what follows an ampersand is the key of the entry.
QString escaped(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

// With two thirds of its sentence, which say what it is.
int leastWidth(const QWidget &work)
{
    return work.sizeHint().width() - sentenceOf(work).sizeHint().width() / 3;
}

}

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_message(new ElidedLabel(this))
    , m_rest(new QToolButton(this))
    , m_focus(new FocusReturn(this))
    , m_tabs{m_rest}
{
    setSizeGripEnabled(false); // the works have its room
    m_message->setObjectName(u"statusMessage"_s);
    const int side = fontMetrics().averageCharWidth();
    m_message->setContentsMargins(side, 0, side, 0);
    addPermanentWidget(m_message, 1);
    m_message->hide();
    m_rest->setObjectName(u"statusRest"_s);
    m_rest->setText(textOfCount(0));
    m_rest->setAutoRaise(true);
    m_rest->setMenu(new QMenu(m_rest));
    m_rest->setPopupMode(QToolButton::InstantPopup);
    addPermanentWidget(m_rest);
    m_rest->hide();
    connect(m_rest->menu(), &QMenu::aboutToHide, this, &StatusLine::fold);
    connect(m_focus, &FocusReturn::failed, this, &StatusLine::focusLost);
    connect(this, &QStatusBar::messageChanged, m_message, [this](const QString &message) {
        m_message->setText(message);
        m_message->setMinimumWidth(
            std::min(m_message->sizeHint().width(), leastMessage * fontMetrics().averageCharWidth()));
        m_message->setHidden(message.isEmpty());
    });
}

// In a seat of its own: that is hidden where there is no room, so that the work still knows whether it is
// shown. Returns the entry of the menu that stops it.
QAction *StatusLine::insert(QWidget *work)
{
    auto *seat = new QWidget(this);
    seat->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(seat);
    layout->setContentsMargins({});
    layout->addWidget(work);
    insertPermanentWidget(1, seat);
    m_works.prepend(work);
    work->installEventFilter(this);
    work->findChild<QProgressBar *>()->installEventFilter(this);
    QAction *stop = m_rest->menu()->addAction(lineIcon("stop"_L1), tr("Stop"));
    stop->setObjectName(u"stopWork%1"_s.arg(m_works.size()));
    stop->setStatusTip(tr("Stop what is being done"));
    stop->setEnabled(false);
    m_stop.insert(work, stop);
    orderTabs(*work);
    fold();
    return stop;
}

// Tab goes as the eye does, whatever came first.
void StatusLine::orderTabs(const QWidget &leftmost)
{
    const QList<QToolButton *> buttons = leftmost.findChildren<QToolButton *>();
    m_tabs = QWidgetList(buttons.cbegin(), buttons.cend()) + m_tabs;
    for (qsizetype i = 1; i < m_tabs.size(); ++i)
        setTabOrder(m_tabs.at(i - 1), m_tabs.at(i));
}

// The works do not keep the window wide.
QSize StatusLine::minimumSizeHint() const
{
    return {1, QStatusBar::minimumSizeHint().height()};
}

// A work begins when it is shown, or its bar; what has ended makes room for the others.
bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = static_cast<QWidget *>(watched);
    const auto place = m_works.indexOf(m_works.contains(widget) ? widget : widget->parentWidget());
    const bool begins = event->type() == QEvent::ShowToParent;
    if (place >= 0 && (begins || event->type() == QEvent::HideToParent)) {
        m_works.move(place, begins ? 0 : placeOfEnded(m_works.at(place)));
        fold();
    }
    return QStatusBar::eventFilter(watched, event);
}

// Behind those under way, and the later ones put in before the earlier: the count of articles, which is the
// first, is always there.
qsizetype StatusLine::placeOfEnded(QWidget *ended) const
{
    const QList<QAction *> entries = m_rest->menu()->actions();
    const qsizetype turn = entries.indexOf(m_stop.value(ended));
    return std::count_if(m_works.cbegin(), m_works.cend(), [&](QWidget *work) {
        return (!work->isHidden() && isUnderWay(*work)) || entries.indexOf(m_stop.value(work)) > turn;
    });
}

bool StatusLine::event(QEvent *event)
{
    const bool isTaken = QStatusBar::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fold();
    return isTaken;
}

// The message's room is kept free also where there is none, or the works would come and go with it; that of
// the count only while something is counted. The count is told once: each other text of it is laid out, and
// what is laid out is folded.
void StatusLine::fold()
{
    QWidgetList there = m_works;
    there.removeIf([](const QWidget *work) { return work->isHidden(); });
    const int room = width() - leastMessage * fontMetrics().averageCharWidth() - layout()->spacing();
    const qsizetype fitting = countFitting(there, room);
    tellFolded(there.mid(std::max(fitting, least)));
    for (QWidget *work : std::as_const(m_works)) {
        const qsizetype place = there.indexOf(work);
        const bool isShown = place >= 0 && place < std::max(fitting, least);
        if (!isShown)
            passFocusFrom(*work);
        work->parentWidget()->setMinimumWidth(place >= 0 && place < fitting ? leastWidth(*work) : 0);
        work->parentWidget()->setVisible(isShown);
    }
}

// From the first on, beside the count of those under way that do not.
qsizetype StatusLine::countFitting(const QWidgetList &works, int room) const
{
    qsizetype fitting = 0;
    for (qsizetype i = 0; i < works.size(); ++i) {
        room -= leastWidth(*works.at(i)) + layout()->spacing();
        const auto folded = std::count_if(works.cbegin() + i + 1, works.cend(),
                                          [](const QWidget *work) { return isUnderWay(*work); });
        if (room >= (folded > 0 ? widthOfCount(folded) + layout()->spacing() : 0))
            fitting = i + 1;
    }
    return fitting;
}

// Of whatever is counted now.
int StatusLine::widthOfCount(qsizetype folded) const
{
    const auto widthOf = [this](const QString &text) {
        return m_rest->fontMetrics().size(Qt::TextShowMnemonic, text).width();
    };
    return m_rest->sizeHint().width() - widthOf(m_rest->text()) + widthOf(textOfCount(folded));
}

QString StatusLine::textOfCount(qsizetype folded)
{
    return tr("and %Ln more", "works under way", static_cast<int>(folded));
}

// In an open menu no entry comes or goes before another: what has ended cannot be stopped, and stays.
void StatusLine::tellFolded(const QWidgetList &works)
{
    QStringList sentences;
    for (QWidget *work : std::as_const(m_works)) {
        QAction *stop = m_stop.value(work);
        const QString sentence = sentenceOf(*work).text();
        const bool isFolded = works.contains(work) && isUnderWay(*work);
        if (isFolded)
            sentences << sentence;
        if (!m_rest->menu()->isVisible())
            stop->setVisible(isFolded);
        if (stop->isVisible() && !sentence.isEmpty())
            stop->setText((stop->isEnabled() ? tr("Stop: %1") : u"%1"_s).arg(escaped(sentence)));
    }
    m_rest->setText(textOfCount(sentences.size()));
    m_rest->setAccessibleName(m_rest->text());
    m_rest->setToolTip(sentences.join(u'\n'));
    m_rest->setAccessibleDescription(sentences.join(u'\n'));
    m_rest->setHidden(sentences.isEmpty());
    if (sentences.isEmpty())
        m_rest->menu()->close();
}

// To the count, in whose menu the work can still be stopped: elsewhere the key is another command.
void StatusLine::passFocusFrom(const QWidget &work)
{
    const QWidget *focused = window()->focusWidget();
    if (focused && work.isAncestorOf(focused) && !work.isHidden() && isUnderWay(work))
        m_focus->passTo(m_rest);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    painter.drawPrimitive(QStyle::PE_PanelStatusBar, option);
}

#include "ui/statusline.h"

#include "ui/elidedlabel.h"

#include <QStyleOption>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_message(new ElidedLabel(this))
{
    m_message->setObjectName(u"statusMessage"_s);
    const int side = fontMetrics().averageCharWidth();
    const int least = side * 16; // of a longer message
    m_message->setContentsMargins(side, 0, side, 0);
    addPermanentWidget(m_message, 1);
    m_message->hide();
    connect(this, &QStatusBar::messageChanged, m_message, [this, least](const QString &message) {
        m_message->setText(message);
        m_message->setMinimumWidth(std::min(m_message->sizeHint().width(), least));
        m_message->setHidden(message.isEmpty());
    });
}

void StatusLine::insertWork(QWidget *work)
{
    insertPermanentWidget(1, work);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    painter.drawPrimitive(QStyle::PE_PanelStatusBar, option);
}

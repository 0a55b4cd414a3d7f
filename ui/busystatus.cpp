#include "ui/busystatus.h"

#include "ui/elidedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

BusyStatus::BusyStatus(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QToolButton(this))
{
    m_text->setObjectName(u"busyText"_s);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 8);
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
    m_bar->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_stop->setObjectName(u"busyStop"_s);
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop what is being done"));
    m_stop->setAutoRaise(true);
    connect(m_stop, &QToolButton::clicked, this, &BusyStatus::stopWanted);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_bar, m_stop})
        layout->addWidget(part);
    hide();
}

void BusyStatus::begin(const QString &sentence, Stopping stopping)
{
    m_text->setText(sentence);
    m_bar->setAccessibleName(sentence);
    m_stop->setAccessibleDescription(sentence);
    m_bar->setRange(0, 0); // nobody knows its end yet
    m_stop->setVisible(stopping == Stopping::Possible);
    show();
    Q_EMIT stoppableChanged(stopping == Stopping::Possible);
}

void BusyStatus::setDone(double done)
{
    constexpr int whole = 1000;
    m_bar->setRange(0, whole);
    m_bar->setValue(qRound(done * whole));
}

void BusyStatus::end()
{
    hide();
    Q_EMIT stoppableChanged(false);
}

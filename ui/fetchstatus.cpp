#include "ui/fetchstatus.h"

#include "ui/announcement.h"
#include "ui/elidedlabel.h"
#include "ui/fetchtexts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

FetchStatus::FetchStatus(QAction *pause, QAction *stop, QAction *report, QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_pause(addButton(pause))
    , m_stop(addButton(stop))
    , m_report(addButton(report))
    , m_dismiss(addButton(nullptr))
{
    setObjectName(u"fetchStatus"_s);
    m_text->setObjectName(u"fetchText"_s);
    m_bar->setObjectName(u"fetchBar"_s);
    m_bar->setAccessibleName(tr("How far the pictures are fetched"));
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
    m_bar->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_dismiss->setText(tr("Close"));
    m_dismiss->setToolTip(tr("Put this away"));
    connect(m_dismiss, &QToolButton::clicked, this, &QWidget::hide);
    connect(this, &FetchStatus::stopWanted, stop, &QAction::trigger);
    connect(pause, &QAction::toggled, this, [this] {
        if (!isHidden() && !m_bar->isHidden()) // though there may be no room for it
            showProgress(m_tally);
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_text, m_bar, m_pause, m_stop, m_report, m_dismiss})
        layout->addWidget(part);
    hide();
}

QToolButton *FetchStatus::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    if (action)
        button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    return button;
}

void FetchStatus::showRunning(bool running)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_bar, m_pause, m_stop})
        part->setVisible(running);
    m_report->setVisible(!running && m_tally.failed() > 0);
    m_dismiss->setVisible(!running);
    show();
    Q_EMIT stoppableChanged(running);
}

void FetchStatus::showProgress(const CollectTally &tally)
{
    m_tally = tally;
    m_text->setText(
        fetchProgress(tally, m_pause->defaultAction()->isChecked() ? Fetching::Paused : Fetching::Running));
    // Articles are the only measure that is known from the beginning.
    const int all = tally.allArticles > 0 ? tally.allArticles : tally.pictures;
    m_bar->setRange(0, all);
    m_bar->setValue(tally.allArticles > 0 ? tally.articles : tally.here() + tally.failed());
    showRunning(true);
}

void FetchStatus::showResult(const CollectTally &tally, CollectEnd end)
{
    m_tally = tally;
    m_text->setText(fetchResult(tally, end));
    showRunning(false);
    announce(this, m_text->text());
}

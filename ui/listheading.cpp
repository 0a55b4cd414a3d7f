#include "ui/listheading.h"

#include "ui_listheading.h"

#include <QAction>

using namespace Qt::StringLiterals;

ListHeading::ListHeading(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListHeading>())
{
    m_ui->setupUi(this);
    hide();
    connect(m_ui->headingBack, &QToolButton::clicked, this, &ListHeading::backWanted);
}

ListHeading::~ListHeading() = default;

void ListHeading::setLeaveAction(QAction *leave)
{
    m_leave = leave;
    connect(leave, &QAction::triggered, this, &ListHeading::backWanted);
    connect(leave, &QAction::changed, this, [this] { m_ui->headingBack->setToolTip(m_leave->toolTip()); });
}

void ListHeading::open(const QString &title)
{
    m_title = title;
    m_ui->headingText->setText(title);
    if (m_leave)
        m_leave->setEnabled(true);
    show();
}

void ListHeading::setCount(int articles)
{
    m_ui->headingText->setText(u"%1 · %2"_s.arg(m_title, tr("%Ln article(s)", nullptr, articles)));
}

void ListHeading::leave()
{
    if (m_leave)
        m_leave->setEnabled(false);
    hide();
}

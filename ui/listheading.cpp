#include "ui/listheading.h"

#include "ui_listheading.h"

#include <QAction>

using namespace Qt::StringLiterals;

ListHeading::ListHeading(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListHeading>())
    , m_back(new QAction(this))
{
    m_ui->setupUi(this);
    hide();
    m_back->setShortcut(Qt::Key_Escape);
    m_back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_back->setEnabled(false);
    connect(m_back, &QAction::triggered, this, &ListHeading::backWanted);
    connect(m_ui->headingBack, &QToolButton::clicked, this, &ListHeading::backWanted);
}

ListHeading::~ListHeading() = default;

void ListHeading::listenIn(const QList<QWidget *> &panes)
{
    for (QWidget *pane : panes)
        pane->addAction(m_back);
}

void ListHeading::open(const QString &title)
{
    m_title = title;
    m_ui->headingText->setText(title);
    m_back->setEnabled(true);
    show();
}

void ListHeading::setCount(int articles)
{
    m_ui->headingText->setText(u"%1 · %2"_s.arg(m_title, tr("%Ln article(s)", nullptr, articles)));
}

void ListHeading::leave()
{
    m_back->setEnabled(false);
    hide();
}

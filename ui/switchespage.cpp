#include "ui/switchespage.h"

#include "ui/preferenceparts.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

SwitchesPage::SwitchesPage(QWidget *parent)
    : QWidget(parent)
    , m_layout(pageLayout(this))
{
}

void SwitchesPage::addSwitch(QAction *action)
{
    m_layout->addWidget(checkBoxFor(action, this));
    QLabel *tip = explanation(action->statusTip(), this);
    tip->setIndent(fontMetrics().height() * 3 / 2);
    m_layout->addWidget(tip);
}

void SwitchesPage::addChoice(const QString &title, const QList<QAction *> &actions)
{
    m_layout->addWidget(heading(title, this));
    auto *group = new QButtonGroup(this);
    for (QAction *action : actions) {
        QRadioButton *button = radioButtonFor(action, this);
        group->addButton(button);
        m_layout->addWidget(button);
    }
    addGroupSpace(m_layout);
}

void SwitchesPage::addWidget(QWidget *widget)
{
    addGroupSpace(m_layout);
    m_layout->addWidget(widget);
}

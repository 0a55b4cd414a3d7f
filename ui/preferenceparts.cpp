#include "ui/preferenceparts.h"

#include "ui/commandlist.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace
{

template <typename Button>
Button *buttonFor(QAction *action, const QString &text, QWidget *parent)
{
    auto *button = new Button(text, parent);
    button->setToolTip(action->statusTip());
    button->setAccessibleDescription(action->statusTip());
    button->setChecked(action->isChecked());
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, [action, button] {
        button->setChecked(action->isChecked());
        button->setEnabled(action->isEnabled());
    });
    return button;
}

}

// Without the letter that is the action’s in its menu: here it may be another’s.
QCheckBox *checkBoxFor(QAction *action, QWidget *parent)
{
    return buttonFor<QCheckBox>(action, plainName(action->text()), parent);
}

QPushButton *pushButtonFor(QAction *action, QWidget *parent)
{
    auto *button = buttonFor<QPushButton>(action, action->text(), parent);
    button->setAutoDefault(false);
    return button;
}

QRadioButton *radioButtonFor(QAction *action, QWidget *parent)
{
    return buttonFor<QRadioButton>(action, plainName(action->text()), parent);
}

QHBoxLayout *choiceRow(const QList<QAction *> &actions, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(parent->fontMetrics().height());
    auto *group = new QButtonGroup(parent);
    for (QAction *action : actions) {
        QRadioButton *button = radioButtonFor(action, parent);
        group->addButton(button);
        row->addWidget(button);
    }
    row->addStretch();
    return row;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *explanation(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QVBoxLayout *pageLayout(QWidget *page)
{
    const int margin = page->fontMetrics().height();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(margin, margin / 2, margin, margin / 2);
    layout->setSpacing(margin / 2);
    layout->setAlignment(Qt::AlignTop);
    return layout;
}

QFormLayout *formLayout(QVBoxLayout *page)
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setHorizontalSpacing(page->spacing() * 2);
    form->setVerticalSpacing(page->spacing());
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    page->addLayout(form);
    return form;
}

void addGroupSpace(QVBoxLayout *page)
{
    page->addSpacing(page->spacing() * 2);
}

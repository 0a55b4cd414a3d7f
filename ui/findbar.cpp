#include "ui/findbar.h"

#include "ui/announcement.h"
#include "ui/lineicon.h"
#include "ui/webpane.h"
#include "ui_findbar.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindBar>())
{
    m_ui->setupUi(this);
    m_ui->findPreviousButton->setIcon(lineIcon("go-previous"_L1));
    m_ui->findNextButton->setIcon(lineIcon("go-next"_L1));
    m_ui->findCloseButton->setIcon(lineIcon("close"_L1));
    m_ui->findText->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    hide();
    connect(m_ui->findText, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_ui->findNextButton, &QToolButton::clicked, this, &FindBar::next);
    connect(m_ui->findPreviousButton, &QToolButton::clicked, this, &FindBar::previous);
    connect(m_ui->findCloseButton, &QToolButton::clicked, this, &FindBar::leave);
}

FindBar::~FindBar() = default;

QString FindBar::text() const
{
    return m_ui->findText->text();
}

void FindBar::searchIn(WebPane *pane)
{
    connect(this, &FindBar::textChanged, pane, &WebPane::find);
    connect(this, &FindBar::findNext, pane, [pane] { pane->findAgain(WebPane::Direction::Forward); });
    connect(this, &FindBar::findPrevious, pane, [pane] { pane->findAgain(WebPane::Direction::Back); });
    connect(this, &FindBar::left, pane, [pane] {
        pane->setFocus();
        pane->find({});
    });
    connect(pane, &WebPane::findResult, this, &FindBar::setResult);
}

void FindBar::open()
{
    show();
    // By a shortcut Qt would select before it says where the focus is: Orca follows that without a word.
    m_ui->findText->setFocus(Qt::OtherFocusReason);
    m_ui->findText->selectAll();
    if (!text().isEmpty())
        Q_EMIT textChanged(text());
}

void FindBar::leave()
{
    Q_EMIT left(); // where the focus goes: from a bar that is hidden with it, it would go on as by Tab
    hide();
}

void FindBar::next()
{
    isHidden() || text().isEmpty() ? open() : Q_EMIT findNext();
}

void FindBar::previous()
{
    isHidden() || text().isEmpty() ? open() : Q_EMIT findPrevious();
}

// Also as the description of the field. Of that Qt (6.4) tells screen readers on Linux in words that they do
// not understand.
void FindBar::setResult(int active, int count)
{
    QString result;
    if (!text().isEmpty())
        result = count == 0 ? tr("Not found") : tr("%1 of %2").arg(active).arg(count);
    const bool isNews = count > 0 || m_ui->findText->hasFocus(); // not for a bar that is being left
    if (isNews && !result.isEmpty() && result != m_ui->findCount->text())
        announce(this, result);
    m_ui->findCount->setText(result);
    m_ui->findText->setAccessibleDescription(result);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (isEnter && event->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT findPrevious();
    else if (isEnter)
        Q_EMIT findNext();
    else
        QWidget::keyPressEvent(event);
}

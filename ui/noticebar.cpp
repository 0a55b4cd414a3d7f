#include "ui/noticebar.h"

#include "ui/announcement.h"
#include "ui/lineicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    constexpr int hairline = 1; // pixel, below each line: its ground is seen there
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Mid);
    layout->setContentsMargins(0, 0, 0, hairline);
    layout->setSpacing(hairline);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void NoticeBar::put(Notice notice, const QString &sentence, const QString &choice)
{
    Line &line = m_lines[notice];
    if (!line.row)
        line = makeLine(notice);
    if (line.text->text() == sentence)
        return; // seen, or put away
    line.text->setText(sentence);
    line.choice->setAccessibleDescription(sentence);
    offer(notice, choice);
    line.row->show();
    showIfNeeded();
    announce(this, sentence);
}

void NoticeBar::offer(Notice notice, const QString &choice)
{
    const Line line = m_lines.value(notice);
    if (!line.row)
        return;
    line.choice->setText(choice);
    line.choice->setHidden(choice.isEmpty());
}

void NoticeBar::settle(Notice notice)
{
    const Line line = m_lines.value(notice);
    if (!line.row)
        return;
    line.text->clear();
    line.row->hide();
    showIfNeeded();
}

QStringList NoticeBar::sentences() const
{
    QStringList list;
    for (int i = 0; i < layout()->count(); ++i) {
        const QWidget *row = layout()->itemAt(i)->widget();
        if (!row->isHidden())
            list << row->findChild<QLabel *>(u"sentence"_s)->text();
    }
    return list;
}

NoticeBar::Line NoticeBar::makeLine(Notice notice)
{
    const int margin = style()->pixelMetric(QStyle::PM_LayoutLeftMargin);
    auto *row = new QWidget(this);
    row->setAutoFillBackground(true);
    row->setBackgroundRole(QPalette::AlternateBase);
    auto *text = new QLabel(row);
    text->setObjectName(u"sentence"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *choice = new QToolButton(row);
    choice->setObjectName(u"choice"_s);
    choice->setFocusPolicy(Qt::StrongFocus);
    connect(choice, &QToolButton::clicked, this, [this, notice] { Q_EMIT chosen(notice); });
    auto *close = new QToolButton(row);
    close->setObjectName(u"dismiss"_s);
    close->setIcon(lineIcon("close"_L1));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setAccessibleName(tr("Dismiss"));
    close->setToolTip(tr("Dismiss this message"));
    auto *parts = new QHBoxLayout(row);
    parts->setContentsMargins(margin, margin / 2, margin / 2, margin / 2);
    parts->addWidget(text, 1);
    parts->addWidget(choice);
    parts->addWidget(close);
    layout()->addWidget(row);
    connect(close, &QToolButton::clicked, this, [this, notice] { dismiss(notice); });
    return {row, text, choice};
}

void NoticeBar::dismiss(Notice notice)
{
    if (isAncestorOf(focusWidget()))
        focusNextChild();
    m_lines.value(notice).row->hide();
    showIfNeeded();
}

void NoticeBar::showIfNeeded()
{
    setVisible(!sentences().isEmpty());
}

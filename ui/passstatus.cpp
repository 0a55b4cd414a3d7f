#include "ui/passstatus.h"

#include "ui/elidedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

PassStatus::PassStatus(QWidget *parent)
    : QWidget(parent)
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    const int side = fontMetrics().averageCharWidth(); // from right to left it is the other one
    layout->setContentsMargins(side, 0, side, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    m_text->setObjectName(u"passText"_s);
    m_bar->setObjectName(u"passBar"_s);
    m_bar->setAccessibleName(tr("How far the folder is read"));
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
    m_bar->setMaximumWidth(fontMetrics().averageCharWidth() * 16);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_stop->setText(tr("Stop")); // what, is written beside it
    m_stop->setToolTip(tr("Stop reading the folder; what was read stays"));
    connect(m_stop, &QToolButton::clicked, this, &PassStatus::stopWanted);
    m_stop->setAutoRaise(true);
    m_bar->hide();
    m_stop->hide();
}

void PassStatus::showProgress(const PassProgress &progress)
{
    const QLocale locale;
    if (progress.walking)
        m_text->setText(tr("Reading the folder: %1 articles so far…").arg(locale.toString(progress.done)));
    else
        m_text->setText(tr("Reading %1 of %2 articles…")
                            .arg(locale.toString(progress.done), locale.toString(progress.found)));
    m_bar->setRange(0, progress.walking ? 0 : std::max(1, progress.found));
    m_bar->setValue(progress.done);
    m_bar->show();
    m_stop->show();
    Q_EMIT stoppableChanged(true);
}

void PassStatus::showResult(const PassResult &result)
{
    m_bar->hide();
    m_stop->hide();
    const QString count = tr("%Ln article(s)", nullptr, result.articles);
    const QString mended = tr("%Ln mended or unreadable", nullptr, result.withProblems);
    QString text = result.withProblems > 0 ? u"%1 · %2"_s.arg(count, mended) : count;
    if (!result.error.isEmpty() && result.articles == 0)
        text.clear(); // the page in place of the list says why
    else if (!result.error.isEmpty() || result.isEmptied)
        text = tr("%1 · as last seen").arg(text);
    else if (!result.complete)
        text = tr("%1 · reading was stopped").arg(text);
    m_text->setText(text);
    Q_EMIT stoppableChanged(false);
}

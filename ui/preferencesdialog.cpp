#include "ui/preferencesdialog.h"

#include "app/library/fuzzymatch.h"
#include "ui/accessiblerole.h"
#include "ui/dialogsize.h"
#include "ui/taborder.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QtConcurrentRun>
#include <QTreeWidget>

#include <functional>

using namespace Qt::StringLiterals;

namespace
{

// The command of that name in the list of the shortcuts' page.
QTreeWidgetItem *itemNamed(const QWidget &page, const std::function<bool(const QString &)> &isNamed)
{
    for (auto *tree : page.findChildren<QTreeWidget *>()) {
        for (QTreeWidgetItemIterator item(tree); *item; ++item) {
            if ((*item)->parent() && isNamed((*item)->text(0))) // not a menu's name
                return *item;
        }
    }
    return nullptr;
}

// Everything else that somebody may look for on a page.
QString textOf(const QWidget &page)
{
    QStringList texts;
    for (const auto *label : page.findChildren<QLabel *>())
        texts << label->text();
    for (const auto *button : page.findChildren<QAbstractButton *>())
        texts << button->text() << button->toolTip();
    for (const auto *group : page.findChildren<QGroupBox *>())
        texts << group->title();
    for (const auto *choices : page.findChildren<QComboBox *>()) {
        for (int i = 0; i < choices->count(); ++i)
            texts << choices->itemText(i);
    }
    return texts.join(u'\n').remove(u'&');
}

}

PreferencesDialog::PreferencesDialog(QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_names(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(u"preferencesDialog"_s);
    setWindowTitle(tr("Preferences"));
    m_search->setObjectName(u"preferencesSearch"_s);
    m_search->setPlaceholderText(tr("Search the preferences"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_names->setAccessibleName(tr("Subjects"));
    m_names->setFixedWidth(fontMetrics().averageCharWidth() * 26);
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleRole(m_pages, QAccessible::Client);
    m_nothing->setText(tr("No preference has these words."));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setAutoDefault(false);
    buttons->setFocusProxy(nullptr); // or Tab came to the button where the box is, before the pages
    auto *layout = new QGridLayout(this);
    layout->addWidget(m_search, 0, 0);
    layout->addWidget(m_names, 1, 0);
    layout->addWidget(m_pages, 0, 1, 2, 1);
    layout->addWidget(m_nothing, 0, 1, 2, 1);
    layout->addWidget(buttons, 2, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::narrow);
    connect(&m_lookUp, &QFutureWatcherBase::finished, this, [this] {
        m_readings = m_lookUp.result();
        if (!m_readings->isEmpty())
            narrow(m_search->text());
    });
    connect(m_names, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    resizeDialog(*this, 108, 42);
}

void PreferencesDialog::addPage(const QString &name, QWidget *page)
{
    auto *area = new QScrollArea(m_pages); // large text on a small screen
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    for (QWidget *field : page->findChildren<QWidget *>()) {
        if (!qobject_cast<QAbstractSpinBox *>(field) && !qobject_cast<QComboBox *>(field))
            continue;
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
    // Qt does so only where Tab comes from the page itself. Not below a button that is pressed, as it would
    // be released over something else, nor where the window just comes back.
    connect(qApp, &QApplication::focusChanged, area, [area](const QWidget *before, QWidget *now) {
        const bool isMove = before && now && before->window() == now->window();
        if (isMove && QApplication::mouseButtons() == Qt::NoButton && area->widget()->isAncestorOf(now))
            area->ensureWidgetVisible(now);
    });
    m_pages->addWidget(area);
    setTabLast(m_close);
    auto *item = new QListWidgetItem(name, m_names);
    item->setSizeHint({0, fontMetrics().height() * 2});
    if (m_names->count() == 1)
        m_names->setCurrentRow(0);
}

// Who scrolls the page does not mean the number, or the choice, that passes under the pointer.
bool PreferencesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
        return QDialog::eventFilter(watched, event);
    event->ignore();
    return true;
}

void PreferencesDialog::lookUpReadings()
{
    QString texts;
    for (int row = 0; row < m_names->count(); ++row) {
        const QWidget &page = *m_pages->widget(row);
        texts += m_names->item(row)->text() + textOf(page);
        itemNamed(page, [&texts](const QString &name) {
            texts += name;
            return false;
        });
    }
    m_lookUp.setFuture(QtConcurrent::run(pinyinOf, texts));
}

bool PreferencesDialog::isIn(const QString &text) const
{
    const QString wanted = m_search->text();
    return text.contains(wanted, Qt::CaseInsensitive) ||
           isReadIn(wanted, text, m_readings.value_or(Readings()));
}

void PreferencesDialog::narrow(const QString &text)
{
    if (!m_readings && !m_lookUp.isRunning() && !text.isEmpty())
        lookUpReadings();
    const auto isNamed = [this](const QString &name) { return isIn(name); };
    int first = -1;
    for (int row = 0; row < m_names->count(); ++row) {
        QTreeWidgetItem *item = text.isEmpty() ? nullptr : itemNamed(*m_pages->widget(row), isNamed);
        if (item)
            item->treeWidget()->setCurrentItem(item);
        const bool isFound = item || isIn(m_names->item(row)->text()) || isIn(textOf(*m_pages->widget(row)));
        m_names->item(row)->setHidden(!isFound);
        if (isFound && first < 0)
            first = row;
    }
    const bool isCurrentFound = m_names->currentItem() && !m_names->currentItem()->isHidden();
    if (first >= 0 && !isCurrentFound)
        m_names->setCurrentRow(first);
    m_pages->setVisible(first >= 0);
    m_nothing->setVisible(first < 0);
}

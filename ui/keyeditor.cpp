#include "ui/keyeditor.h"

#include "ui/accessiblerole.h"
#include "ui/announcement.h"
#include "ui/commandlist.h"
#include "ui/shortcuts.h"
#include "ui/taborder.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

KeyEditor::KeyEditor(Shortcuts &shortcuts, QWidget *parent)
    : QWidget(parent)
    , m_shortcuts(shortcuts)
    , m_name(new QLabel(this))
    , m_chips(new QGridLayout)
    , m_record(new QKeySequenceEdit(this))
    , m_verdict(new QLabel(this))
    , m_take(new QPushButton(tr("&Take It Over"), this))
    , m_reset(new QPushButton(tr("&Usual Keys"), this))
{
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_verdict->setObjectName(u"keyVerdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_record->setObjectName(u"keyRecord"_s);
    m_record->installEventFilter(this);
    m_record->setToolTip(tr("Press the keys that the command shall have"));
    setAccessibleRole(m_record, QAccessible::HotkeyField);
    m_take->setObjectName(u"keyTake"_s);
    m_reset->setObjectName(u"keyReset"_s);
    m_reset->setToolTip(tr("Give the command the keys that it has in this preset"));
    for (QPushButton *button : {m_take, m_reset})
        button->setAutoDefault(false);
    auto *add = new QLabel(tr("&New key:"), this);
    add->setBuddy(m_record);
    auto *keys = new QHBoxLayout;
    keys->addLayout(m_chips);
    keys->addStretch();
    keys->addWidget(m_reset);
    auto *pressed = new QHBoxLayout;
    pressed->addWidget(add);
    pressed->addWidget(m_record);
    pressed->addWidget(m_take);
    pressed->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_name);
    layout->addLayout(keys);
    layout->addLayout(pressed);
    layout->addWidget(m_verdict);
    connect(m_record, &QKeySequenceEdit::keySequenceChanged, this, &KeyEditor::judge);
    connect(m_record, &QKeySequenceEdit::editingFinished, this, &KeyEditor::finish);
    connect(m_take, &QPushButton::clicked, this, &KeyEditor::take);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        Q_EMIT keysChosen();
        m_shortcuts.reset(*m_action);
    });
    connect(&shortcuts, &Shortcuts::changed, this, &KeyEditor::showKeys);
    setTabBefore(m_reset, m_record);
    setCommand(nullptr);
}

void KeyEditor::setCommand(QAction *action)
{
    m_action = action;
    setEnabled(action);
    forget();
    showKeys();
}

void KeyEditor::record()
{
    m_record->setFocus(Qt::OtherFocusReason);
}

void KeyEditor::showKeys()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater(); // one of them may have been pressed just now
        item->widget()->hide();
        delete item;
    }
    if (!m_action) {
        m_name->setText(tr("Choose a command above to change its keys."));
        m_reset->setEnabled(false);
        return;
    }
    m_name->setText(u"%1 – %2"_s.arg(plainName(m_action->text()), m_action->statusTip()));
    for (const QKeySequence &key : m_action->shortcuts())
        addChip(key);
    if (m_action->shortcuts().isEmpty())
        addToRow(new QLabel(tr("It has no key."), this));
    m_reset->setEnabled(m_shortcuts.isOwn(*m_action));
}

void KeyEditor::addChip(const QKeySequence &key)
{
    if (hasFixedMeaning(key)) {
        auto *fixed = new QLabel(shownKey(key), this);
        fixed->setToolTip(tr("This key stays: Tab, Enter and Esc keep their meaning."));
        addToRow(fixed);
        return;
    }
    auto *chip = new QToolButton(this);
    chip->setText(u"%1  ✕"_s.arg(shownKey(key)));
    chip->setToolTip(tr("Take %1 off this command").arg(shownKey(key)));
    chip->setAccessibleName(chip->toolTip());
    chip->setFocusPolicy(Qt::StrongFocus);
    connect(chip, &QToolButton::clicked, this, [this, key] {
        QList<QKeySequence> keys = m_action->shortcuts();
        keys.removeAll(key);
        choose(keys);
    });
    addToRow(chip);
    setTabBefore(chip, m_reset);
}

// Three beside each other, however wide the page is: with large text, more made it wider than its window.
void KeyEditor::addToRow(QWidget *chip)
{
    constexpr int most = 3;
    const int place = m_chips->count();
    m_chips->addWidget(chip, place / most, place % most, Qt::AlignLeading | Qt::AlignVCenter);
}

// The sequence is said to have changed once it is complete, a second after its last key: too late.
bool KeyEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takesMeaning(*static_cast<QKeyEvent *>(event)))
        return true;
    if (event->type() == QEvent::KeyRelease)
        judge(m_record->keySequence());
    return QWidget::eventFilter(watched, event);
}

// Enter and Esc keep theirs in the field as well: yes, and out of here.
bool KeyEditor::takesMeaning(QKeyEvent &press)
{
    const bool isEnter = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter;
    if (!hasFixedMeaning(QKeySequence(press.keyCombination())) || !(isEnter || press.key() == Qt::Key_Escape))
        return false;
    if (isEnter && !m_take->isHidden())
        take();
    else if (!isEnter && !m_record->keySequence().isEmpty())
        forget();
    else
        press.ignore(); // it is the dialog's
    return true;
}

void KeyEditor::judge(const QKeySequence &key)
{
    QStringList sentences;
    if (hasFixedMeaning(key)) {
        sentences << tr("Tab, Enter and Esc keep their meaning.");
    } else if (!key.isEmpty()) {
        for (const Shortcuts::Holder &holder : m_shortcuts.holders(key, m_action))
            sentences
                << tr("%1 belongs to “%2”.").arg(shownKey(holder.key), plainName(holder.action->text()));
    }
    m_take->setVisible(!sentences.isEmpty() && !hasFixedMeaning(key));
    if (key.isEmpty())
        sentences << tr("Press it in the field, also several keys one after the other.");
    const QString verdict = sentences.join(u' ');
    if (m_record->hasFocus() && verdict != m_verdict->text())
        announce(this, verdict);
    m_verdict->setText(verdict);
    m_record->setAccessibleDescription(verdict);
}

// The reader has let go of the keys and pressed no further one.
void KeyEditor::finish()
{
    const QKeySequence key = m_record->keySequence();
    if (key.isEmpty() || !m_action)
        return;
    if (hasFixedMeaning(key))
        m_record->clear();
    else if (m_shortcuts.holders(key, m_action).isEmpty())
        take();
}

void KeyEditor::take()
{
    QList<QKeySequence> keys = m_action->shortcuts();
    const QKeySequence key = m_record->keySequence();
    keys.removeIf([&key](const QKeySequence &own) { return isClash(own, key); });
    choose(keys << key);
    forget();
}

void KeyEditor::choose(const QList<QKeySequence> &keys)
{
    Q_EMIT keysChosen();
    m_shortcuts.setKeys(*m_action, keys);
}

void KeyEditor::forget()
{
    m_record->clear();
    judge({});
}

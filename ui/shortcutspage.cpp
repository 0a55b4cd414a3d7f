#include "ui/shortcutspage.h"

#include "ui/announcement.h"
#include "ui/commandtree.h"
#include "ui/filechoice.h"
#include "ui/keyeditor.h"
#include "ui/shortcuts.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace
{
QString presetName(const QString &preset)
{
    if (preset == "vim"_L1)
        return ShortcutsPage::tr("Like vim and newsboat");
    if (preset == "netnewswire"_L1)
        return ShortcutsPage::tr("Like NetNewsWire");
    return ShortcutsPage::tr("Lectern");
}
}

ShortcutsPage::ShortcutsPage(const QList<Command> &commands, Shortcuts &shortcuts, QWidget *parent)
    : QWidget(parent)
    , m_shortcuts(shortcuts)
    , m_search(new QLineEdit(this))
    , m_presets(new QComboBox(this))
    , m_tree(new CommandTree(this))
    , m_editor(new KeyEditor(shortcuts, this))
    , m_state(new QLabel(this))
    , m_back(new QPushButton(tr("Take It &Back"), this))
{
    m_search->setObjectName(u"shortcutSearch"_s);
    m_search->setPlaceholderText(tr("Search the commands and keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    auto *preset = new QLabel(tr("&Preset:"), this);
    preset->setBuddy(m_presets);
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(preset);
    top->addWidget(m_presets);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_editor);
    layout->addWidget(stateRow());
    layout->addWidget(fileButtons());
    m_tree->setCommands(commands);
    fillPresets();
    showKeys();
    connect(m_search, &QLineEdit::textChanged, m_tree, &CommandTree::narrow);
    connect(m_tree, &QTreeWidget::currentItemChanged, m_editor,
            [this] { m_editor->setCommand(m_tree->current()); });
    connect(m_tree, &QTreeWidget::itemActivated, m_editor, &KeyEditor::record);
    connect(m_editor, &KeyEditor::keysChosen, this, &ShortcutsPage::leaveEditor);
    connect(&shortcuts, &Shortcuts::changed, this, &ShortcutsPage::showKeys);
    m_editor->setCommand(m_tree->current());
}

// In the field the next key that is pressed, for whatever it is meant, would be one more of the command.
void ShortcutsPage::leaveEditor()
{
    if (m_editor->isAncestorOf(window()->focusWidget()))
        m_tree->setFocus(Qt::OtherFocusReason);
}

void ShortcutsPage::fillPresets()
{
    m_presets->setObjectName(u"shortcutPreset"_s);
    m_presets->setToolTip(tr("The keys of all commands that you have not changed"));
    for (const QString &preset : keyPresets())
        m_presets->addItem(presetName(preset), preset);
    connect(m_presets, &QComboBox::activated, this,
            [this] { m_shortcuts.setPreset(m_presets->currentData().toString()); });
}

QWidget *ShortcutsPage::fileButtons()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    const auto add = [&](const QString &name, const QString &text, const QString &tip, auto pressed) {
        auto *button = new QPushButton(text, box);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, pressed);
        row->addWidget(button);
    };
    add(u"shortcutResetAll"_s, tr("&Reset All"), tr("Give every command Lectern’s own keys"),
        [this] { resetAll(); });
    row->addStretch();
    add(u"shortcutImport"_s, tr("&Import…"), tr("Take preset and keys from a file"), [this] { load(); });
    add(u"shortcutExport"_s, tr("&Export…"), tr("Write preset and changed keys to a file"),
        [this] { save(); });
    return box;
}

// What was done to all commands at once, and a way back: none of the keys one had is lost by a slip.
QWidget *ShortcutsPage::stateRow()
{
    m_state->setObjectName(u"shortcutState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->hide();
    m_back->setObjectName(u"shortcutTakeBack"_s);
    m_back->setToolTip(tr("Give every command the keys that it had before"));
    m_back->setAutoDefault(false);
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &ShortcutsPage::goBack);
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->addWidget(m_state, 1);
    row->addWidget(m_back);
    return box;
}

// Where the page is too high for its window.
void ShortcutsPage::scrollTo(QWidget &part)
{
    for (QWidget *around = parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(&part);
    }
}

void ShortcutsPage::showKeys()
{
    m_state->hide();
    m_back->hide();
    m_presets->setCurrentIndex(m_presets->findData(m_shortcuts.preset()));
    m_tree->showKeys([this](const QAction &action) { return m_shortcuts.isOwn(action); });
}

void ShortcutsPage::save()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const FileChoice choice{FileChoice::Use::Save, tr("Export Keys"),
                            documents.filePath(u"lectern-keys.json"_s), tr("Keys (*.json)")};
    connect(chooseFile(this, choice), &QFileDialog::fileSelected, this, &ShortcutsPage::saveTo);
}

void ShortcutsPage::saveTo(const QString &file)
{
    QString error;
    const QString shown = QDir::toNativeSeparators(file);
    if (m_shortcuts.save(file, &error))
        say(tr("The keys were written to “%1”.").arg(shown));
    else
        say(tr("“%1” could not be written: %2").arg(shown, error));
}

void ShortcutsPage::load()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const FileChoice choice{FileChoice::Use::Open, tr("Import Keys"), documents, tr("Keys (*.json)")};
    connect(chooseFile(this, choice), &QFileDialog::fileSelected, this, &ShortcutsPage::loadFrom);
}

void ShortcutsPage::loadFrom(const QString &file)
{
    QString error;
    const QString shown = QDir::toNativeSeparators(file);
    const KeyFile before = m_shortcuts.own();
    if (m_shortcuts.load(file, &error)) {
        m_before = before;
        say(tr("The keys are those of “%1” now.").arg(shown), WayBack::Offered);
    } else {
        say(tr("“%1” was not taken: %2").arg(shown, error));
    }
}

void ShortcutsPage::resetAll()
{
    m_before = m_shortcuts.own();
    m_shortcuts.resetAll();
    say(tr("Every command has Lectern’s own keys now."), WayBack::Offered);
}

void ShortcutsPage::goBack()
{
    m_tree->setFocus(); // the button goes
    m_shortcuts.setOwn(m_before);
    say(tr("The keys are again those that you had before."));
}

void ShortcutsPage::say(const QString &sentence, WayBack wayBack)
{
    m_state->setText(sentence);
    m_state->show();
    m_back->setVisible(wayBack == WayBack::Offered);
    QTimer::singleShot(0, m_state, [this] { scrollTo(*m_state->parentWidget()); }); // once it has its room
    m_back->setAccessibleDescription(sentence);
    announce(this, sentence);
}

#include "ui/preferencepages.h"

#include "app/library/settings.h"
#include "ui/appearance.h"
#include "ui/imagethread.h"
#include "ui/marksharing.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace
{

// A button that triggers the action, and shows its state.
template <typename Button>
Button *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new Button(action->text(), parent);
    button->setToolTip(action->statusTip());
    button->setChecked(action->isChecked());
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, [action, button] {
        button->setChecked(action->isChecked());
        button->setEnabled(action->isEnabled());
    });
    return button;
}

QGroupBox *choiceBox(const QString &title, const QList<QAction *> &actions, QWidget *parent)
{
    auto *box = new QGroupBox(title, parent);
    auto *layout = new QVBoxLayout(box);
    for (QAction *action : actions)
        layout->addWidget(buttonFor<QRadioButton>(action, box));
    return box;
}

QLabel *sentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}

QCheckBox *checkBoxFor(QAction *action, QWidget *parent)
{
    return buttonFor<QCheckBox>(action, parent);
}

AppearancePage::AppearancePage(const Actions &actions, Appearance &appearance, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(choiceBox(tr("Theme"), actions.themes, this));
    layout->addWidget(choiceBox(tr("Type"), actions.types, this));
    auto *box = new QGroupBox(tr("Text"), this);
    auto *form = new QFormLayout(box);
    const auto add = [&](const QString &name, const QString &label, int PageStyle::*value, int from, int to,
                         int step, const QString &unit) {
        auto *spin = new QSpinBox(box);
        spin->setObjectName(name);
        spin->setRange(from, to);
        spin->setSingleStep(step);
        spin->setSuffix(unit);
        spin->setValue(appearance.style().*value);
        form->addRow(label, spin);
        connect(spin, &QSpinBox::valueChanged, &appearance, [&appearance, value](int number) {
            PageStyle style = appearance.style();
            style.*value = number;
            appearance.setStyle(style);
        });
        connect(&appearance, &Appearance::changed, spin,
                [spin, value](const PageStyle &style) { spin->setValue(style.*value); });
    };
    add(u"textSize"_s, tr("Text si&ze:"), &PageStyle::textSize, 12, 40, 1, tr(" px"));
    add(u"columnWidth"_s, tr("&Column width:"), &PageStyle::columnWidth, 60, 200, 10, tr(" %"));
    add(u"lineHeight"_s, tr("Line h&eight:"), &PageStyle::lineHeight, 80, 150, 5, tr(" %"));
    layout->addWidget(box);
    layout->addStretch();
}

SwitchesPage::SwitchesPage(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setAlignment(Qt::AlignTop);
}

void SwitchesPage::addSwitch(QAction *action)
{
    m_layout->addWidget(checkBoxFor(action, this));
    QLabel *tip = sentence(action->statusTip(), this);
    tip->setIndent(fontMetrics().height() * 2);
    tip->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addWidget(tip);
}

void SwitchesPage::addChoice(const QString &title, const QList<QAction *> &actions)
{
    m_layout->addWidget(choiceBox(title, actions, this));
}

void SwitchesPage::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

PictureStorePage::PictureStorePage(const QList<QAction *> &commands, Settings &settings, ImageThread &images,
                                   QWidget *parent)
    : QWidget(parent)
    , m_size(sentence({}, this))
{
    constexpr int megabyte = 20; // as a power of two
    auto *box = new QGroupBox(tr("Stored pictures"), this);
    auto *limit = new QSpinBox(box);
    limit->setObjectName(u"pictureLimit"_s);
    limit->setRange(64, 1024 * 1024);
    limit->setSingleStep(256);
    limit->setSuffix(tr(" MB"));
    limit->setValue(static_cast<int>(settings.pictureLimit() >> megabyte));
    connect(limit, &QSpinBox::valueChanged, this, [&settings, &images](int megabytes) {
        settings.setPictureLimit(qint64(megabytes) << megabyte);
        images.setStoreLimit(settings.pictureLimit());
    });
    auto *form = new QFormLayout(box);
    form->addRow(tr("At &most:"), limit);
    form->addRow(tr("Now:"), m_size);
    for (QAction *command : commands) {
        auto *button = buttonFor<QPushButton>(command, box);
        button->setAutoDefault(false);
        form->addRow(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(box);
    layout->addWidget(
        sentence(tr("The least recently shown make room for new ones; those of starred articles "
                    "stay."),
                 this));
    connect(&images.loader(), &ImageLoader::storeSize, this, &PictureStorePage::showSize);
    images.requestStoreSize();
}

void PictureStorePage::showSize(qint64 bytes, qint64 pictures)
{
    m_size->setText(tr("%Ln picture(s), %1", nullptr, static_cast<int>(pictures))
                        .arg(QLocale().formattedDataSize(bytes)));
}

MarkSharingPage::MarkSharingPage(MarkSharing &sharing, QWidget *parent)
    : QWidget(parent)
    , m_sharing(sharing)
    , m_folder(sentence({}, this))
    , m_state(sentence({}, this))
{
    auto *box = new QGroupBox(tr("Between machines"), this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(box);
    layout->addStretch();
    auto *choose = new QPushButton(tr("Choose the &Folder…"), box);
    auto *stop = new QPushButton(tr("S&top Sharing"), box);
    m_stop = stop;
    for (QPushButton *button : {choose, stop})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(choose);
    buttons->addWidget(stop);
    buttons->addStretch();
    auto *inBox = new QVBoxLayout(box);
    inBox->addWidget(
        sentence(tr("A folder that Syncthing, Nextcloud or a network drive carries to other "
                    "machines can carry what you read and starred as well. Each machine writes a "
                    "file of its own there, and reads those of the others; of two marks on one "
                    "article the later counts."),
                 box));
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    inBox->addWidget(m_folder);
    inBox->addWidget(m_state);
    inBox->addLayout(buttons);
    connect(choose, &QPushButton::clicked, this, &MarkSharingPage::choose);
    connect(stop, &QPushButton::clicked, this, [this] { m_sharing.share({}); });
    connect(&sharing, &MarkSharing::stateChanged, this, &MarkSharingPage::showState);
    showState();
}

void MarkSharingPage::choose()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder That Other Machines See"), m_sharing.folder());
    if (!folder.isEmpty())
        m_sharing.share(folder);
}

void MarkSharingPage::showState()
{
    const QString folder = m_sharing.folder();
    m_folder->setText(folder.isEmpty() ? tr("No folder is chosen.") : QDir::toNativeSeparators(folder));
    m_state->setText(m_sharing.stateText());
    m_state->setVisible(!m_state->text().isEmpty());
    m_stop->setEnabled(!folder.isEmpty());
}

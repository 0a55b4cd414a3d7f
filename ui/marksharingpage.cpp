#include "ui/marksharingpage.h"

#include "ui/filechoice.h"
#include "ui/marksharing.h"
#include "ui/preferenceparts.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

MarkSharingPage::MarkSharingPage(MarkSharing &sharing, QWidget *parent)
    : QWidget(parent)
    , m_sharing(sharing)
    , m_folder(new QLabel(this))
    , m_state(explanation({}, this))
{
    auto *choose = new QPushButton(tr("Choose the &Folder…"), this);
    auto *stop = new QPushButton(tr("S&top Sharing"), this);
    m_stop = stop;
    choose->setToolTip(tr("Keep what you read and starred in a folder that other machines see"));
    stop->setToolTip(tr("Keep what you read and star on this machine alone"));
    for (QPushButton *button : {choose, stop})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(choose);
    buttons->addWidget(stop);
    buttons->addStretch();
    m_folder->setTextFormat(Qt::PlainText);
    m_folder->setWordWrap(true);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = pageLayout(this);
    layout->addWidget(heading(tr("Between machines"), this));
    layout->addWidget(
        explanation(tr("A folder that Syncthing, Nextcloud or a network drive carries to other "
                       "machines can carry what you read and starred as well. Each machine writes a "
                       "file of its own there, and reads those of the others; of two marks on one "
                       "article the later counts."),
                    this));
    layout->addWidget(m_folder);
    layout->addWidget(m_state);
    layout->addLayout(buttons);
    connect(choose, &QPushButton::clicked, this, &MarkSharingPage::choose);
    connect(stop, &QPushButton::clicked, this, [this] { m_sharing.share({}); });
    connect(&sharing, &MarkSharing::stateChanged, this, &MarkSharingPage::showState);
    showState();
}

void MarkSharingPage::choose()
{
    const FileChoice choice{
        FileChoice::Use::Folder, tr("Folder That Other Machines See"), m_sharing.folder(), {}};
    connect(chooseFile(this, choice), &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_sharing.share(folder); });
}

void MarkSharingPage::showState()
{
    const QString folder = m_sharing.folder();
    m_folder->setText(folder.isEmpty() ? tr("No folder is chosen.") : QDir::toNativeSeparators(folder));
    m_state->setText(m_sharing.stateText());
    m_state->setVisible(!m_state->text().isEmpty());
    m_stop->setEnabled(!folder.isEmpty());
}

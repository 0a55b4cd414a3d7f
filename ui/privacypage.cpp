#include "ui/privacypage.h"

#include "app/library/library.h"
#include "app/library/settings.h"
#include "ui/announcement.h"
#include "ui/filemanager.h"
#include "ui/preferenceparts.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

qint64 sizeOf(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        bytes += files.nextFileInfo().size();
    return bytes;
}

}

PrivacyPage::PrivacyPage(const QList<QAction *> &switches, Library &library, Settings &settings,
                         QWidget *parent)
    : QWidget(parent)
    , m_files(new FileManager(this))
{
    pageLayout(this);
    addNetwork(switches);
    addMemory(settings);
    addPlaces(library);
    QLabel *failure = explanation({}, this);
    layout()->addWidget(failure);
    connect(m_files, &FileManager::failed, failure, &QLabel::setText);
}

void PrivacyPage::addNetwork(const QList<QAction *> &switches)
{
    auto *page = static_cast<QVBoxLayout *>(layout());
    page->addWidget(heading(tr("Network"), this));
    page->addWidget(explanation(
        tr("Lectern asks the network for the pictures of the articles that you open, for those of their "
           "neighbours, and for those that you ask for, and for nothing else: it sends no cookies and "
           "reports nothing to anybody. Links open in your browser."),
        this));
    for (QAction *action : switches) {
        page->addWidget(checkBoxFor(action, this));
        QLabel *tip = explanation(action->statusTip(), this);
        tip->setIndent(fontMetrics().height() * 3 / 2);
        page->addWidget(tip);
    }
    addGroupSpace(page);
}

void PrivacyPage::addMemory(Settings &settings)
{
    auto *page = static_cast<QVBoxLayout *>(layout());
    page->addWidget(heading(tr("History"), this));
    page->addWidget(
        explanation(tr("The folders that were open last, and in each of them where you stopped and "
                       "what Back leads to. What you read and starred stays."),
                    this));
    auto *forget = new QPushButton(tr("&Forget Folders and Places"), this);
    forget->setToolTip(tr("Empty the list of recent folders, and begin each at its top"));
    forget->setObjectName(u"forgetHistory"_s);
    forget->setAutoDefault(false);
    page->addWidget(forget, 0, Qt::AlignLeading);
    auto *done = explanation({}, this);
    done->hide();
    page->addWidget(done);
    connect(forget, &QPushButton::clicked, this, [&settings, done] {
        settings.clearRecentFolders();
        settings.forgetSessions();
        done->setText(tr("Forgotten. The open archive is remembered again when the window closes."));
        done->show();
        announce(done, done->text());
    });
    addGroupSpace(page);
}

void PrivacyPage::addPlaces(const Library &library)
{
    auto *page = static_cast<QVBoxLayout *>(layout());
    page->addWidget(heading(tr("Where it lies"), this));
    QFormLayout *form = formLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    const LibraryPaths paths = library.paths();
    addPlace(form, tr("Settings, marks and pictures:"), paths.data);
    // A few files; the pictures may be many, and their own page says how much they take.
    addPlace(form,
             tr("Catalogue, which may be deleted at any time (%1):")
                 .arg(QLocale().formattedDataSize(sizeOf(paths.cache))),
             paths.cache);
}

void PrivacyPage::addPlace(QFormLayout *form, const QString &what, const QString &folder)
{
    auto *text = new QLabel(QDir::toNativeSeparators(folder), this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *show = new QPushButton(tr("Show"), this);
    show->setToolTip(tr("Show the folder in the file manager"));
    show->setAccessibleName(tr("Show “%1” in the file manager").arg(folder));
    show->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(text, 1);
    row->addWidget(show);
    form->addRow(what, row);
    connect(show, &QPushButton::clicked, this, [this, folder] { m_files->show(QFile::encodeName(folder)); });
}

#include "ui/startpage.h"

#include "ui/announcement.h"
#include "ui_startpage.h"

#include <QDir>
#include <QIcon>
#include <QPushButton>

using namespace Qt::StringLiterals;

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartPage>())
{
    m_ui->setupUi(this);
    m_ui->startPicture->setPixmap(QIcon(u":/icons/lectern.svg"_s).pixmap(QSize(96, 96), devicePixelRatioF()));
    QFont font = m_ui->startTitle->font();
    const double size = font.pointSizeF();
    font.setPointSizeF(size * 1.8);
    font.setWeight(QFont::DemiBold);
    m_ui->startTitle->setFont(font);
    font.setPointSizeF(size * 1.1);
    font.setWeight(QFont::Normal);
    m_ui->startText->setFont(font);
    m_ui->startText->setForegroundRole(QPalette::PlaceholderText);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base); // paper, as where the article stands
    for (QPushButton *button : {m_ui->openFolderButton, m_ui->openSampleButton})
        button->setMinimumHeight(fontMetrics().height() * 2);
    connect(m_ui->openFolderButton, &QPushButton::clicked, this, &StartPage::openFolderWanted);
    connect(m_ui->openSampleButton, &QPushButton::clicked, this, &StartPage::openSampleWanted);
    setFocusProxy(m_ui->openFolderButton);
    showWelcome();
}

StartPage::~StartPage() = default;

// Where the window is low the picture gives way to the words: with text twice as large a small screen holds
// no more.
void StartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int picture = m_ui->startPicture->sizeHint().height() + layout()->spacing();
    const int words = layout()->heightForWidth(width()) - (m_ui->startPicture->isHidden() ? 0 : picture);
    m_ui->startPicture->setVisible(height() >= words + picture);
}

// The focus is on a button of it, where nobody hears why it is there.
void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    announce(this, m_ui->startTitle->text() + u". "_s + m_ui->startText->text());
}

void StartPage::showText(const QString &title, const QString &text)
{
    m_ui->startTitle->setText(title);
    m_ui->startText->setText(text);
}

void StartPage::showWelcome()
{
    showText(tr("Lectern"), tr("Open a folder of articles and read. Nothing is imported, "
                               "and nothing in the folder is changed.\n"
                               "You can also drop a folder on this window."));
}

void StartPage::showEmptyFolder(const QString &folder)
{
    showText(tr("No articles here"),
             tr("There is no .md, .markdown or .html file in “%1” or in the folders below it.")
                 .arg(QDir::toNativeSeparators(folder)));
}

void StartPage::showUnreadable(const QString &folder, const QString &reason)
{
    showText(tr("This folder cannot be read"),
             tr("“%1” cannot be read: %2. Connect the disk or choose another folder.")
                 .arg(QDir::toNativeSeparators(folder), reason));
}

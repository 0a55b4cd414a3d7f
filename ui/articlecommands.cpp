#include "ui/articlecommands.h"

#include "ui/busystatus.h"
#include "ui/filechoice.h"
#include "ui/linkopener.h"
#include "ui/navigator.h"
#include "ui/noticebar.h"
#include "ui/webpane.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

ArticleCommands::ArticleCommands(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(&parts.status, &BusyStatus::stopWanted, this, &ArticleCommands::stopSaving);
    connect(&parts.pane, &WebPane::pdfMade, this, &ArticleCommands::takePdf);
    connect(&parts.pane, &WebPane::printed, this, &ArticleCommands::endPrinting);
    connect(&parts.notices, &NoticeBar::chosen, this, [this](Notice notice) {
        if (notice == Notice::Saving)
            saveAs();
        else if (notice == Notice::Printing)
            print();
    });
    connect(parts.save, &QAction::triggered, this, &ArticleCommands::saveAs);
    connect(parts.print, &QAction::triggered, this, &ArticleCommands::print);
}

ArticleCommands::~ArticleCommands() = default;

// The engine prints one at a time, and there is one place in the status bar.
void ArticleCommands::updateActions()
{
    for (QAction *action : {m_parts.save, m_parts.print})
        action->setEnabled(m_parts.navigator.current() && m_task == Task::None);
    offerPrint();
}

void ArticleCommands::begin(Task task)
{
    m_task = task;
    if (task == Task::Saving)
        m_parts.status.begin(tr("Saving the article…"), BusyStatus::Stopping::Possible);
    else
        m_parts.status.begin(tr("Printing… The web engine cannot be stopped meanwhile."),
                             BusyStatus::Stopping::Impossible);
    updateActions();
}

void ArticleCommands::end()
{
    m_task = Task::None;
    m_parts.status.end();
    updateActions();
}

bool ArticleCommands::isSaving() const
{
    return m_task == Task::Saving && !m_file.isEmpty();
}

void ArticleCommands::openOriginal()
{
    if (m_parts.pane.original().isValid())
        m_parts.links.open(m_parts.pane.original(), {});
}

void ArticleCommands::copyAddress()
{
    if (!m_parts.pane.original().isValid())
        return;
    QApplication::clipboard()->setText(m_parts.pane.original().toString(QUrl::FullyEncoded));
    Q_EMIT said(tr("The article's address was copied."));
}

// The title as a name that every file system takes.
QString ArticleCommands::suggestedFile(const QString &ending) const
{
    static const QRegularExpression unwanted(u"[\\x{00}-\\x{1f}/\\\\:*?\"<>|]+"_s);
    constexpr int longestName = 80; // characters; in UTF-8 within the 255 bytes that file systems allow
    QString name = m_parts.navigator.current()
                       ->head.title.simplified()
                       .replace(unwanted, u"_"_s)
                       .left(longestName)
                       .trimmed();
    if (name.isEmpty() || name.startsWith(u'.'))
        name.prepend(u'_');
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name + ending);
}

void ArticleCommands::saveAs()
{
    if (!m_parts.navigator.current() || m_task != Task::None)
        return;
    const FileChoice choice{FileChoice::Use::Save, tr("Save the Article"), suggestedFile(u".pdf"_s),
                            tr("PDF document (*.pdf)")};
    connect(chooseFile(m_window, choice), &QFileDialog::fileSelected, this, &ArticleCommands::savePdf);
}

void ArticleCommands::savePdf(const QString &file)
{
    if (m_task != Task::None)
        return;
    m_parts.notices.settle(Notice::Saving);
    m_file = file;
    begin(Task::Saving);
    m_parts.pane.makePdf(++m_number);
}

// What the engine still makes is not written any more. Until it has answered it takes no other task, and the
// status bar says why.
void ArticleCommands::stopSaving()
{
    if (m_task != Task::Saving)
        return;
    m_file.clear();
    m_parts.notices.settle(Notice::Saving);
    m_parts.status.begin(tr("Stopping: waiting for the web engine…"), BusyStatus::Stopping::Impossible);
    Q_EMIT said(tr("The article was not saved."));
}

void ArticleCommands::takePdf(const QByteArray &pdf, int number)
{
    const bool isLate = number != 0 && number != m_number; // after the page's process went, which says 0
    if (m_task != Task::Saving || isLate)
        return;
    end();
    Q_EMIT ended(m_file.isEmpty() ? Outcome::Stopped : writePdf(pdf));
}

ArticleCommands::Outcome ArticleCommands::writePdf(const QByteArray &pdf)
{
    m_parts.notices.settle(Notice::Saving); // that it takes long
    const QString shown = QDir::toNativeSeparators(m_file);
    QSaveFile out(m_file);
    const bool isWritten =
        !pdf.isEmpty() && out.open(QIODevice::WriteOnly) && out.write(pdf) == pdf.size() && out.commit();
    if (isWritten)
        Q_EMIT said(tr("The article was saved as “%1”.").arg(shown));
    else if (pdf.isEmpty())
        m_parts.notices.put(Notice::Saving,
                            tr("The page could not be made into a PDF document. Open the article anew and "
                               "try again."),
                            tr("Try Again…"));
    else
        m_parts.notices.put(Notice::Saving,
                            tr("The article could not be saved as “%1”: %2. Another folder may do.")
                                .arg(shown, out.errorString()),
                            tr("Save Elsewhere…"));
    return isWritten ? Outcome::Done : Outcome::Failed;
}

void ArticleCommands::print()
{
    if (!m_parts.navigator.current() || m_task != Task::None || m_printer)
        return;
    m_printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(m_printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, &ArticleCommands::startPrinting);
    connect(dialog, &QDialog::rejected, this, [this] { m_printer.reset(); });
    dialog->open();
}

// The engine draws every dot: at the 1200 an inch that printers offer, three pages took 32 s and 75 MB; at
// these, where its own manual begins, 3.5 s and 12 MB.
void ArticleCommands::startPrinting()
{
    if (!m_parts.navigator.current()) { // Lectern was started once more, with another folder
        m_printer.reset();
        return;
    }
    constexpr int dotsPerInch = 300;
    m_printer->setResolution(std::min(m_printer->resolution(), dotsPerInch));
    m_parts.notices.settle(Notice::Printing);
    m_printed = m_parts.navigator.current()->head;
    begin(Task::Printing);
    m_parts.pane.print(std::move(m_printer));
}

// What failed can be printed again while it is the open one. In another folder it has another title, or may
// as well be this.
void ArticleCommands::offerPrint()
{
    const std::optional<ArticleRow> &open = m_parts.navigator.current();
    const bool isOpen = open && open->head.path == m_printed.path && open->head.title == m_printed.title;
    m_parts.notices.offer(Notice::Printing, isOpen ? tr("Print Again…") : QString());
}

void ArticleCommands::endPrinting(WebPane::PrintEnd how)
{
    if (m_task != Task::Printing) // given up when the page's process went
        return;
    end();
    Q_EMIT ended(how == WebPane::PrintEnd::Done ? Outcome::Done : Outcome::Failed);
    const QString title = m_printed.title.simplified();
    if (how == WebPane::PrintEnd::Done)
        Q_EMIT said(tr("The article was handed to the printer."));
    else if (how == WebPane::PrintEnd::Lost)
        m_parts.notices.put(
            Notice::Printing,
            tr("“%1” could not be printed: its page was closed before it was ready for the printer.")
                .arg(title));
    else
        m_parts.notices.put(Notice::Printing, tr("“%1” could not be printed. Look whether the printer is "
                                                 "switched on and ready, or choose another one.")
                                                  .arg(title));
    offerPrint();
}

#include "ui/articlecommands.h"

#include "ui/busystatus.h"
#include "ui/filechoice.h"
#include "ui/linkopener.h"
#include "ui/navigator.h"
#include "ui/noticebar.h"
#include "ui/webpane.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

ArticleCommands::ArticleCommands(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(&parts.status, &BusyStatus::stopWanted, this, &ArticleCommands::stopSaving);
    connect(&parts.pane, &WebPane::printed, this, &ArticleCommands::endPrinting);
    connect(&parts.notices, &NoticeBar::chosen, this, [this](Notice notice) {
        if (notice == Notice::Saving)
            saveAs();
        else if (notice == Notice::Printing)
            print();
    });
}

ArticleCommands::~ArticleCommands() = default;

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
    if (!m_parts.navigator.current())
        return;
    const FileChoice choice{FileChoice::Use::Save, tr("Save the Article"), suggestedFile(u".pdf"_s),
                            tr("PDF document (*.pdf)")};
    connect(chooseFile(m_window, choice), &QFileDialog::fileSelected, this, &ArticleCommands::savePdf);
}

void ArticleCommands::savePdf(const QString &file)
{
    stopSaving();
    m_parts.notices.settle(Notice::Saving);
    m_saving = connect(&m_parts.pane, &WebPane::pdfMade, this,
                       [this, file](const QByteArray &pdf) { writePdf(file, pdf); });
    m_parts.status.begin(tr("Saving the article…"), BusyStatus::Stopping::Possible);
    m_parts.pane.makePdf();
}

// What the engine still makes is not written any more.
void ArticleCommands::stopSaving()
{
    if (!disconnect(m_saving))
        return;
    m_parts.status.end();
    Q_EMIT said(tr("The article was not saved."));
}

void ArticleCommands::writePdf(const QString &file, const QByteArray &pdf)
{
    disconnect(m_saving);
    m_parts.status.end();
    const QString shown = QDir::toNativeSeparators(file);
    QSaveFile out(file);
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
}

void ArticleCommands::print()
{
    if (!m_parts.navigator.current() || m_printer)
        return;
    m_printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(m_printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, &ArticleCommands::startPrinting);
    connect(dialog, &QDialog::rejected, this, [this] { m_printer.reset(); });
    dialog->open();
}

void ArticleCommands::startPrinting()
{
    m_parts.notices.settle(Notice::Printing);
    m_parts.status.begin(tr("Printing…"), BusyStatus::Stopping::Impossible);
    m_parts.pane.print(std::move(m_printer));
}

void ArticleCommands::endPrinting(bool success)
{
    m_parts.status.end();
    if (success)
        Q_EMIT said(tr("The article was handed to the printer."));
    else
        m_parts.notices.put(
            Notice::Printing,
            tr("The article could not be printed. Look whether the printer is switched on and "
               "ready, or choose another one."),
            tr("Print Again…"));
}

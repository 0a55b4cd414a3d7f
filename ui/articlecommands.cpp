#include "ui/articlecommands.h"

#include "ui/linkopener.h"
#include "ui/navigator.h"
#include "ui/webpane.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

ArticleCommands::ArticleCommands(Navigator &navigator, WebPane &pane, LinkOpener &links, QWidget *window)
    : QObject(window)
    , m_navigator(navigator)
    , m_pane(pane)
    , m_links(links)
    , m_window(window)
{
}

void ArticleCommands::openOriginal()
{
    if (m_pane.original().isValid())
        m_links.open(m_pane.original(), {});
}

void ArticleCommands::copyAddress()
{
    if (!m_pane.original().isValid())
        return;
    QApplication::clipboard()->setText(m_pane.original().toString(QUrl::FullyEncoded));
    Q_EMIT said(tr("The article's address was copied."));
}

// The title as a name that every file system takes.
QString ArticleCommands::suggestedFile(const QString &ending) const
{
    static const QRegularExpression unwanted(u"[\\x{00}-\\x{1f}/\\\\:*?\"<>|]+"_s);
    constexpr int longestName = 80; // characters; in UTF-8 within the 255 bytes that file systems allow
    QString name =
        m_navigator.current()->head.title.simplified().replace(unwanted, u"_"_s).left(longestName).trimmed();
    if (name.isEmpty() || name.startsWith(u'.'))
        name.prepend(u'_');
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name + ending);
}

void ArticleCommands::saveAs()
{
    if (!m_navigator.current())
        return;
    const QString file = QFileDialog::getSaveFileName(m_window, tr("Save the Article"),
                                                      suggestedFile(u".pdf"_s), tr("PDF document (*.pdf)"));
    if (file.isEmpty())
        return;
    connect(
        &m_pane, &WebPane::pdfSaved, this,
        [this](const QString &path, bool saved) {
            const QString shown = QDir::toNativeSeparators(path);
            Q_EMIT said(saved ? tr("The article was saved as “%1”.").arg(shown)
                              : tr("“%1” could not be written.").arg(shown));
        },
        Qt::SingleShotConnection);
    Q_EMIT said(tr("Saving the article…"));
    m_pane.savePdf(file);
}

void ArticleCommands::print()
{
    if (!m_navigator.current())
        return;
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    QPrintDialog dialog(printer.get(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    connect(
        &m_pane, &WebPane::printed, this,
        [this](bool success) {
            Q_EMIT said(success ? tr("The article was handed to the printer.")
                                : tr("The article could not be printed; look whether the printer is ready."));
        },
        Qt::SingleShotConnection);
    Q_EMIT said(tr("Printing…"));
    m_pane.print(std::move(printer));
}
